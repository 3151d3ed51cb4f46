import { describe, expect, it } from 'vitest';
import { answerAt, type Issue, type Review } from '../../../../src/review/review.ts';
import { keyWords } from '../../../../src/tui/keys/key-name.ts';
import { rowFor } from '../../../../src/tui/keys/key-rows.ts';
import { plainText } from '../../../../src/tui/row.ts';
import { pressed } from '../../../../src/tui/wizard/keys/dispatch.ts';
import type { KeyRow } from '../../../../src/tui/wizard/keys/row.ts';
import { keysHere, keyTable } from '../../../../src/tui/wizard/keys/table.ts';
import { focusOn, openIssue, openItem } from '../../../../src/tui/wizard/navigation/navigate.ts';
import { focusableBlocks, focusedBlock } from '../../../../src/tui/wizard/page/view.ts';
import { rowsOfBlock } from '../../../../src/tui/wizard/render/blocks/blocks.ts';
import { checkedNow, problemsAt } from '../../../../src/tui/wizard/state/problems.ts';
import { pagesOf, type State } from '../../../../src/tui/wizard/state/state.ts';
import { keyboard } from '../../pure.ts';

const issues: Issue[] = [
  {
    id: 'a',
    severity: 'critical',
    answers: { title: { value: 'Root password' }, evidence: { notApplicable: 'none' } },
  },
  { id: 'b', severity: 'high', answers: { title: { value: 'No timeouts' }, location: { value: ['a.go'] } } },
];
/** A review with contradictions at fields, issues and actions, so that there is much to be said of them. */
const review: Partial<Review> = {
  answers: {
    recommendation: { value: 'GO' },
    risk: { value: 'LOW' },
    'review-date': { value: '13.2.2026' },
    'unit-coverage': { value: '140' },
    'auth-status': { value: 'Secure' },
    'redis-usage': { notApplicable: 'no Redis' },
  },
  issues,
  items: {
    immediate: [
      { id: 'x', answers: { action: { value: 'Fix it' }, blocks: { value: 'Yes' } }, issues: ['a'] },
    ],
    'short-term': [{ id: 'y', answers: { action: { value: 'Later: CRITICAL-1' } } }],
    delta: [{ id: 'd', answers: { earlier: { value: 'HIGH-2: Old' } } }],
  },
};

/** Every key of the table by the words that the screen has for it: "Alt+R", "Enter". */
const byWords = new Map(keyTable.flatMap(({ keys }) => keys.map((key) => [keyWords(key), key] as const)));
const told =
  /(?<![\w+])(?:(?:Ctrl|Alt)\+(?:Shift\+)?[A-Z]|Enter|Esc|Space|Backspace|Shift\+Tab|F1)(?![\w+])/g;

/** Not those that are told for later or for elsewhere: "then press Ctrl+O", "Alt+N there". */
const keysIn = (text: string): string[] =>
  [...new Set(text.replace(/\bthen .*|\S+ there\b/g, '').match(told) ?? [])].flatMap(
    (words) => byWords.get(words) ?? [],
  );

/** What a key changes, beside what is said and when it came; it may also ask something of the world. */
function acts(state: State, key: string): boolean {
  const outcome = pressed(state, key, '', state.now + 10);
  if ('effect' in outcome) return true;
  const { notice: _, now: __, facts: ___, letters: ____, ...after } = outcome;
  const { notice, now, facts, letters, ...before } = state;
  return Object.entries(after).some(([name, value]) => value !== (before as Record<string, unknown>)[name]);
}

/** The state at each stop of each page, and of an issue's and an action's form. */
async function stops(): Promise<State[]> {
  const hand = await keyboard(review, 120, 60);
  const start = checkedNow(hand.state());
  const pages = pagesOf(start).map(({ id }) => ({ ...start, page: id, open: null }));
  const forms = [
    openIssue(start, 'a'),
    openIssue(start, 'b'),
    openItem(start, 'immediate', 'x'),
    openItem(start, 'short-term', 'y'),
    openItem(start, 'delta', 'd'),
  ];
  return [...pages, ...forms].flatMap((state) =>
    focusableBlocks(state).map((block) => focusOn(checkedNow(state), block)),
  );
}

/** What the keys of a stop depend on: what kind of block and field it is, and whether something is wrong there. */
function likeness(state: State): string {
  const block = focusedBlock(state);
  const field = block && 'field' in block ? block.field : null;
  const wrong = block ? problemsAt(state, block.key).map(({ id }) => id) : [];
  const given = block && 'place' in block ? answerAt(state.history.present, block.place) : undefined;
  const where = state.open ? Object.keys(state.open) : [];
  return JSON.stringify([
    block?.type,
    field?.kind,
    field?.suggest,
    wrong,
    given && Object.keys(given),
    where,
  ]);
}

/** What the repository and git have told. */
const known = (state: State): State => ({
  ...checkedNow(state),
  external: { ...state.external, tracked: ['backend/auth/login.go', 'frontend/login.ts'] },
  suggestions: { authors: ['Grace Hopper'] },
});

/** Ways to what is not at a stop of its own, from the title of an issue; what follows "=" is typed. */
const ways = [
  ['end', 'home', 'backspace', '=x', 'ctrl+z', 'ctrl+y'],
  ['tab', 'tab', 'tab', 'end', 'enter', '=login', 'down', 'enter', 'enter', 'enter', '=b', 'home'],
  ['ctrl+g', '=ev', 'down', 'escape', 'f1', 'down', 'escape', 'ctrl+p', 'down', 'escape'],
  ['ctrl+r', 'down', 'alt+r', 'ctrl+z', 'tab', 'escape'],
  ['ctrl+r', '=GO is', 'alt+o', '=because', 'enter', 'escape'],
  ['tab', 'tab', 'tab', 'enter', '=login', 'home'],
  ['tab', 'tab', 'tab', 'enter', '=backen', 'right'],
  [
    'ctrl+g',
    '=finish review',
    'enter',
    'tab',
    'tab',
    'tab',
    'tab',
    'tab',
    'tab',
    'alt+r',
    'ctrl+z',
    '=reason',
    'enter',
    'up',
  ],
  ['alt+n', '=why', 'enter', 'ctrl+g', '=change severity', 'enter', 'down'],
  ['ctrl+g', '=fix for evidence', 'escape', 'ctrl+g', '=evidence', 'enter', 'ctrl+l', '=go', 'enter'],
  ['ctrl+g', '=add low', 'enter'],
  ['ctrl+g', '=plan critical and high', 'enter', 'enter'],
  ['ctrl+g', '=backend files', 'enter', 'a', '=x', 'f'],
  ['ctrl+g', '=infrastructure', 'enter', 'a', '=mine', 'enter'],
  ['ctrl+g', '=issue categories', 'enter'],
];

/** What keys alone do not lead to: a file of the repository, what scanners wrote, a report that is there or was read. */
const elsewhere =
  /^(?:In the source of a location|Once the report is written|In Findings from scanners):|where a file exists already|What was read: keeps|In a choice: accepts/;

describe('a key that is told of', () => {
  it('beside what has the focus acts there', async () => {
    const seen = new Set<string>();
    for (const state of await stops()) {
      const block = focusedBlock(state);
      const text = block ? rowsOfBlock(state, block).map(plainText).join('\n') : '';
      for (const key of keysIn(text)) {
        seen.add(key);
        expect(acts(state, key), `${key} at ${state.page}: ${text}`).toBe(true);
      }
    }
    expect([...seen]).toEqual(expect.arrayContaining(['alt+r', 'alt+n', 'enter', 'ctrl+r']));
  });

  it('in a message acts after the key that brought it', async () => {
    const names = [...new Set(keyTable.flatMap(({ keys }) => keys))];
    const seen = new Set<string>();
    // A field of a kind and form stands for all like it.
    const like = new Map((await stops()).map((state) => [likeness(state), state]));
    for (const state of like.values()) {
      for (const name of names) {
        const outcome = pressed(state, name, name.length === 1 ? name : '', state.now + 10);
        const after = 'effect' in outcome ? outcome.state : outcome;
        const said = after.notice && after.notice !== state.notice ? after.notice.text : '';
        if (said === '' || seen.has(said)) continue;
        seen.add(said);
        for (const key of keysIn(said)) expect(acts(after, key), `${name}, ${key}: ${said}`).toBe(true);
      }
    }
    expect(seen.size).toBeGreaterThan(15);
  });

  it('in Help acts somewhere, as the row that tells of it', async () => {
    const left = new Set<KeyRow>(keyTable);
    const seen = (state: State) => {
      const here = keysHere(state);
      for (const row of left) {
        if (row.keys.some((key) => rowFor(here, state, key) === row && acts(state, key))) left.delete(row);
      }
    };
    for (const state of await stops()) seen(state);
    for (const keys of ways) {
      const hand = (await keyboard(review, 120, 20)).do(known).goTo({ issue: 'b', field: 'title' });
      for (const key of keys) {
        if (key.startsWith('=')) hand.type(key.slice(1));
        else hand.press(key);
        seen(hand.state());
      }
    }
    const groups = [...left].map(({ group, does }) => `${group}: ${does}`);
    expect(groups.filter((one) => !elsewhere.test(one))).toEqual([]);
  });
});
