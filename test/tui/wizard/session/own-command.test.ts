import { expect, test } from 'vitest';
import { ownCommand } from '../../../../src/tui/wizard/session/own-command.ts';

test('what is said in the end names the command that started the program', () => {
  expect(ownCommand({ env: {} })).toBe('sanctum-review');
  expect(ownCommand({ env: { SANCTUM_REVIEW_COMMAND: 'npm start --' } })).toBe('npm start --');
});
