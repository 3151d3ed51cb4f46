import { countBySeverity } from '../../../review/issue-names.ts';
import { askFilter, copyIssue, nextSort } from '../lists/filter.ts';
import { add, askSeverity, move, open, remove } from '../lists/lists.ts';
import { isWalkDone, isWalking, walkOn } from '../lists/plan-walk.ts';
import { isPlan, plan } from '../lists/planning.ts';
import { step } from '../navigation/navigate.ts';
import { openFinish } from '../overlays/finish/finish.ts';
import { typing } from '../page/text.ts';
import { type State, severityOf } from '../state/state.ts';
import type { KeyRow } from './row.ts';
import { at, inMenu } from './where.ts';

const hasIssues = (state: State): boolean => {
  const severity = severityOf(state);
  return severity !== undefined && countBySeverity(state.history.present)[severity] > 0;
};

const listed = 'In a list of issues or items';

/** Before the keys of the text that it stands in. */
export const walkKey: KeyRow = {
  keys: ['enter'],
  group: listed,
  does: 'after p or “Plan”: the next owner or deadline that a new action lacks, then back to where you were',
  hint: (state) => (isWalkDone(state) ? 'back to where you were' : 'next missing'),
  when: isWalking,
  run: walkOn,
};

export const listKeys: KeyRow[] = [
  { keys: ['enter'], group: listed, does: 'opens it', hint: 'open', when: at('issue', 'entry'), run: open },
  {
    keys: ['enter'],
    group: listed,
    does: 'on its last row: adds one',
    hint: 'add',
    when: at('add-issue', 'add-entry'),
    run: open,
  },
  {
    keys: ['enter'],
    group: listed,
    does: 'on More fields: shows the others, or folds them',
    hint: 'show or fold',
    when: at('more'),
    run: open,
  },
  {
    keys: ['enter'],
    group: listed,
    does: 'on Severity, and on the issues that an action is about: changes them',
    hint: 'change',
    when: at('severity', 'about'),
    run: open,
  },
  {
    keys: ['enter'],
    group: 'Everywhere',
    does: 'on the last line of the last page: finishes the review',
    hint: 'finish',
    when: at('finish'),
    run: (state) => openFinish(state),
  },
  {
    keys: ['a'],
    group: listed,
    does: 'adds one',
    hint: 'add',
    hinted: at('issue', 'entry'),
    when: at('issue', 'entry', 'add-issue', 'add-entry'),
    run: add,
  },
  {
    keys: ['d'],
    group: listed,
    does: 'deletes it; Ctrl+Z brings it back',
    hint: 'delete',
    when: at('issue', 'entry'),
    run: remove,
  },
  {
    keys: ['K'],
    group: listed,
    does: 'moves it up',
    when: at('issue', 'entry'),
    run: (state) => move(state, -1),
  },
  {
    keys: ['J'],
    shown: 'K J',
    group: listed,
    does: 'move it up and down',
    hint: 'move',
    when: at('issue', 'entry'),
    run: (state) => move(state, 1),
  },
  {
    keys: ['m'],
    group: listed,
    does: 'changes its severity',
    hint: 'severity',
    when: at('issue', 'severity'),
    run: askSeverity,
  },
  {
    keys: ['c'],
    group: listed,
    does: 'copies the issue, to be changed',
    when: at('issue'),
    run: copyIssue,
  },
  {
    keys: ['p'],
    group: listed,
    does: 'in the action plan: plans an action for each critical and high issue that has none',
    hint: 'plan',
    when: (state) => at('entry', 'add-entry')(state) && isPlan(state),
    run: (state) => plan(state, ['critical', 'high']),
  },
  {
    keys: ['/'],
    group: listed,
    does: 'lists only issues with some words',
    hint: 'filter',
    hinted: hasIssues,
    when: at('issue', 'add-issue'),
    run: askFilter,
  },
  {
    keys: ['s'],
    group: listed,
    does: 'lists the issues by title, category, effort, what is missing, number',
    hint: 'sort',
    when: at('issue'),
    run: nextSort,
  },
  {
    keys: ['up'],
    group: 'Everywhere',
    does: 'the field or entry above, where no text is typed; the wheel too',
    when: (state) => typing(state) === null && !inMenu(state),
    run: (state) => step(state, -1),
  },
  {
    keys: ['down'],
    group: 'Everywhere',
    does: 'the field or entry below, where no text is typed; the wheel too',
    when: (state) => typing(state) === null && !inMenu(state),
    run: (state) => step(state, 1),
  },
];
