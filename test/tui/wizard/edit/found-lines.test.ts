import { expect, test } from 'vitest';
import { showFound } from '../../../../src/tui/wizard/edit/found-lines.ts';
import { withIssue } from '../../../checks/sound.ts';
import { keyboard } from '../../pure.ts';

const found = {
  lines: [
    { path: 'src/a.go', line: 3, text: 'func Login(' },
    { path: 'src/b.go', line: 14, text: '\treturn Login()\x1b[31m' },
  ],
  more: false,
};

/** The focus in the location of a critical issue with these locations. */
async function form(location: string[]) {
  const review = withIssue('critical', { location });
  const issue = review.issues.find(({ severity }) => severity === 'critical')?.id ?? '';
  const hand = await keyboard(review, 120, 30);
  hand.do((state) => ({ ...state, facts: { ...state.facts, repository: '/app' } }));
  hand.goTo({ issue, field: 'location' });
  const locations = () => hand.answer({ issue, field: 'location' });
  const show = (words: string, lines = found) => hand.do((state) => showFound(state, issue, words, lines));
  return { hand, issue, locations, show };
}

test('a word in the location is looked for, and the line that is picked takes its place', async () => {
  const { hand, issue, locations, show } = await form(['Login']);
  expect(hand.bottom().join('\n')).toContain('Alt+G find in files');
  hand.press('alt+g', 'enter');
  expect(hand.effects).toEqual([{ do: 'find', words: 'Login', issue }]);
  show('Login');
  expect(hand.rows().join('\n')).toMatch(/src\/b\.go:14 +return Login\(\)⟨U\+001B⟩/);
  hand.type('b.go').press('enter');
  expect(locations()).toEqual({ value: ['src/b.go:14'] });
  hand.press('ctrl+z');
  expect(locations()).toEqual({ value: ['Login'] });
});

test('a path stays, and the found line stands behind it, once', async () => {
  const { hand, locations, show } = await form(['src/x.go:1']);
  hand.press('alt+g').type('Login').press('enter');
  show('Login');
  hand.press('enter');
  expect(locations()).toEqual({ value: ['src/x.go:1', 'src/a.go:3'] });
  expect(hand.focus()).toContain('location#1');
  show('Login');
  hand.press('enter');
  expect(locations()).toEqual({ value: ['src/x.go:1', 'src/a.go:3'] });
  expect(hand.notice()).toContain('already');
});

test('what is in no file is said, and nothing opens over what the reviewer has gone on to', async () => {
  const { hand, show } = await form(['src/x.go:1']);
  show('Logout', { lines: [], more: false });
  expect(hand.notice()).toBe('No tracked file has “Logout”.');
  hand.press('ctrl+g');
  show('Login');
  expect(hand.state().overlay?.type).toBe('palette');
});
