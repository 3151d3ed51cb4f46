import chalk from 'chalk';
import { Text } from 'ink';
import { cleanup, render } from 'ink-testing-library';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { themeOf } from '../../../src/tui/theme.ts';
import { painted } from '../../../src/tui/widgets/painted.ts';

const { level } = chalk;
beforeEach(() => {
  chalk.level = 1;
});
afterEach(() => {
  chalk.level = level;
  cleanup();
});

test.each([{}, { NO_COLOR: '1' }])('every tone is painted as Ink would: %o', (env) => {
  for (const look of Object.values(themeOf(env)))
    expect(painted('some words', look)).toBe(render(<Text {...look}>some words</Text>).lastFrame());
});

test('without colours, text is as it is', () => {
  chalk.level = 0;
  expect(painted('some words', { color: 'red', bold: true })).toBe('some words');
});
