import { expect, test } from 'vitest';
import { keyboard } from '../../pure.ts';

const tracked = [
  'backend/api/a_handlers.go',
  'backend/main.go',
  'docs/x.md',
  'web/a.ts',
  'web/b.ts',
  'web/c.ts',
];
const field = 'backend-files';

async function scope(columns = 120) {
  const hand = await keyboard({}, columns, 40);
  hand.do((state) => ({ ...state, external: { ...state.external, tracked } }));
  return hand.goTo({ field });
}
const added = (hand: Awaited<ReturnType<typeof scope>>) => {
  const answer = hand.answer({ field });
  return answer && 'value' in answer && Array.isArray(answer.value) ? answer.value.slice(8) : [];
};

test('each entry says how many tracked files it stands for', async () => {
  const hand = await scope();
  expect(hand.screen()).toMatch(/All `\*_handlers\.go` files +1 file/);
  expect(hand.screen()).toMatch(/backend\/cmd\/server\/main\.go` +no such file/);
  expect(hand.screen()).not.toMatch(/All middleware +\d/);
});

test('an entry of the references says where it names a path that is not tracked', async () => {
  const hand = (await scope()).goTo({ field: 'references' });
  expect(hand.screen()).toMatch(/Previous Review: `docs\/reports\/[-\w]+\.md` +no such file/);
  expect(hand.screen()).toMatch(/checklist\.md`\n▌ +no such file/);
  hand.press('end', 'ctrl+u').type('Plan: `docs/x.md`');
  expect(hand.screen()).toMatch(/Plan: `docs\/x\.md`\n +• Previous Review/);
});

test('folders are picked from the tree, the least covered first, ticked, and undone', async () => {
  const hand = await scope();
  expect(hand.bottom().join('\n')).toContain('f folders');
  hand.press('f');
  expect(hand.screen()).toMatch(/❯ web\/ group 0 of 3 reviewed/);
  hand.press('enter');
  expect(added(hand)).toEqual([{ text: '`web/`', done: true }]);
  expect(hand.screen()).toMatch(/web\/ group 3 of 3 reviewed/);
  hand.type('docs').press('enter', 'escape');
  expect(added(hand).map((one) => typeof one === 'object' && one.text)).toEqual(['`web/`', '`docs/`']);
  hand.press('ctrl+z', 'ctrl+z');
  expect(hand.answer({ field })).toBeUndefined();
});

test('the summary shows how many files are reviewed, and Go to offers the folders', async () => {
  const hand = await scope();
  hand.press('f', 'enter', 'escape').goTo({ field: 'risk' });
  expect(hand.screen()).toContain('3 of 6');
  hand.press('ctrl+g').type('reviewed folders').press('enter');
  expect(hand.state().overlay?.type).toBe('folders');
});

test('without a repository nothing is counted, and the key is not there', async () => {
  const hand = (await keyboard({}, 120, 40)).goTo({ field });
  expect(hand.bottom().join('\n')).not.toContain('folders');
  expect(hand.screen()).not.toContain('no such file');
});
