import { severities } from '../../../fields/issue.ts';
import { memo, memoBy } from '../../../memo.ts';
import { noteOwner } from '../../../report/read-summary.ts';
import type { Further } from '../../picker/find.ts';
import type { PickList } from '../../picker/picker-panel.ts';
import { applyFixHere } from '../edit/fixes.ts';
import { followAllMoved, movedCount } from '../edit/follow-moved.ts';
import { askGroupNotApplicable, askNotApplicable } from '../edit/not-applicable.ts';
import { addIssue, addItem, askSeverity } from '../lists/lists.ts';
import { isPlanned, plan } from '../lists/planning.ts';
import { askFolders } from '../lists/reviewed-folders.ts';
import { goToField } from '../navigation/go-to.ts';
import { focusAt, toPage, visitPage } from '../navigation/navigate.ts';
import { nextProblem, nextUnanswered } from '../navigation/next-field.ts';
import { redoStep, undoStep } from '../navigation/undo.ts';
import { offeredReport } from '../page/offers/offered-report.ts';
import { triageRows } from '../state/findings/triage-rows.ts';
import { helpOverlay, pickerOverlay } from '../state/overlay.ts';
import { pageCount } from '../state/progress.ts';
import { type NextState, pagesOf, type State } from '../state/state.ts';
import { openScans, openTriage } from './findings/triage.ts';
import { openFinish } from './finish/finish.ts';
import { fieldGoal, type Goal, noteGoal } from './palette-goal.ts';
import { issueGoals } from './palette-issues.ts';
import { itemGoals } from './palette-items.ts';
import { openPreview } from './preview.ts';
import { openProblems } from './problems/problem-list.ts';

/** Everything that one can go to or do, to be found by name. */
export const goalList = (state: State): PickList<Goal> => ({
  title: 'Go to',
  placeholder: state.size.columns < 60 ? 'a name, or words' : 'any part of a name, or words of an answer',
  entries: goalsFor(state),
  further: furtherOf(issueGoals(state), itemGoals(state)),
  atFirst: firstOf(goalsFor(state)),
});

export const goTo = (state: State, { go }: Goal): NextState => go({ ...state, overlay: null });

/** What is in the issues, then what is in the items of lists. */
const furtherOf = memo((issues: Further<Goal>, items: Further<Goal>): Further<Goal> => {
  const of = (holder: object) => ('item' in holder ? items : issues);
  return {
    count: issues.count + items.count,
    holders: [...issues.holders, ...items.holders],
    wordsIn: (one) => of(one).wordsIn(one),
    labelsIn: (one) => of(one).labelsIn(one),
    entriesIn: (one) => of(one).entriesIn(one),
  };
});

const goalsFor = memoBy(
  ({ history, template, page, open, suggestions, facts, external }: State) => [
    ...[history.present, template, page, open, suggestions],
    ...[facts.reading, facts.readFrom, facts.written, external.tracked, external.lookup],
  ],
  (state) => [...pages(state), ...commands(state), ...fields(state), ...notes(state)],
);

/** While nothing is typed: what one can do, and the pages. */
const firstOf = memo((goals: Goal[]): Goal[] => [
  ...goals.filter(({ kind }) => kind === 'command'),
  ...goals.filter(({ kind }) => kind === 'page'),
]);

function pages(state: State): Goal[] {
  return pagesOf(state).flatMap((page) => {
    const entry: Goal = {
      id: `page:${page.id}`,
      title: page.title,
      kind: 'page',
      note: pageCount(state, page),
      go: (now) => visitPage(now, page.id),
    };
    const groups = page.blocks.flatMap((block): Goal[] => {
      if (block.type !== 'section' && block.type !== 'group') return [];
      const [first] = block.fields;
      // The heading of a list leads to the list, which stands below under the same name.
      if (!first && page.lists.some((id) => state.template.lists[id]?.title === block.title)) return [];
      return [
        {
          id: `group:${block.id}`,
          title: block.title,
          path: page.title,
          kind: 'group',
          go: (now) => (first ? goToField(now, { field: first }) : toPage(now, page.id)),
        },
      ];
    });
    const lists = page.lists.map(
      (id): Goal => ({
        id: `list:${id}`,
        title: state.template.lists[id]?.title ?? id,
        path: page.title,
        kind: 'group',
        go: (now) => {
          const there = toPage(now, page.id);
          const [item] = there.history.present.items[id] ?? [];
          return focusAt(
            there,
            item ? { on: 'entry', list: id, item: item.id } : { on: 'add-entry', list: id },
          );
        },
      }),
    );
    return [entry, ...groups, ...lists];
  });
}

/** Of equal names, what one is in is found first. */
const nearFirst = <T extends { id: string }>(all: readonly T[], here: string): T[] =>
  all.toSorted((one, other) => Number(other.id === here) - Number(one.id === here));

function fields(state: State): Goal[] {
  const review = state.history.present;
  return nearFirst(state.template.pages, state.page).flatMap((page) =>
    page.fields.map((id): Goal => {
      const field = state.template.fields[id];
      const group = page.blocks.findLast(
        (block) => (block.type === 'group' || block.type === 'section') && block.fields.includes(id),
      );
      const above = group && 'title' in group ? ` › ${group.title}` : '';
      const title = field?.label || (group && 'title' in group ? group.title : field?.hint) || id;
      const named = { title, path: `${page.title}${above}` };
      return fieldGoal({ field: id }, named, review.answers[id], field);
    }),
  );
}

/** The notes of pages; those of issues are found in them. */
const notes = ({ template, history: { present } }: State): Goal[] =>
  template.sections.flatMap(({ id }): Goal[] => {
    const owner = noteOwner(template, present, `note/${id}`);
    return owner === undefined ? [] : [noteGoal({ section: id }, owner, present.notes[id] ?? '')];
  });

/** Only while the review follows none, and where a report is. */
function followUp(state: State): Goal[] {
  const report = offeredReport(state);
  if (report === null) return [];
  return [
    {
      id: 'command:follow-up',
      title: `Follow up on ${report}`,
      kind: 'command',
      go: (now) => ({ state: now, effect: { do: 'follow', report } }),
    },
  ];
}

/** How many findings are to be decided on; empty where nothing was imported. */
const openFindings = (state: State): string =>
  state.history.present.findings ? `${triageRows(state).open.length} open` : '';

function commands(state: State): Goal[] {
  const does = (title: string, keys: string, go: Goal['go']): Goal => ({
    id: `command:${title}`,
    title,
    kind: 'command',
    keys,
    go,
  });
  const open = (overlay: State['overlay']) => (now: State) => ({ ...now, overlay });
  return [
    ...severities
      .filter((severity) => state.template.issues[severity])
      .map((severity) => does(`Add ${severity} issue`, 'a', (now) => addIssue(now, severity))),
    ...pagesOf(state)
      .flatMap(({ lists }) => lists.flatMap((id) => state.template.lists[id] ?? []))
      .map((list) => does(`Add to ${list.title}`, 'a', (now) => addItem(now, list.id))),
    ...(isPlanned(state)
      ? [
          does('Plan critical and high issues', 'p', (now) => plan(now, ['critical', 'high'])),
          does('Plan medium issues', '', (now) => plan(now, ['medium'])),
          does('Plan low issues as technical debt', '', (now) => plan(now, ['low'])),
        ]
      : []),
    ...followUp(state),
    does('Next unanswered field', 'Ctrl+N', (now) => nextUnanswered(now)),
    does('Next problem', 'Ctrl+T', (now) => nextProblem(now)),
    does('Apply the quick fix shown here', 'Alt+R', applyFixHere),
    does('Finish review', '', (now) => openFinish(now)),
    does('Preview', 'Ctrl+P', openPreview),
    does('Problems and unanswered fields', 'Ctrl+R', openProblems),
    ...(state.facts.reading ? [does('What was read', '', open(pickerOverlay('reading')))] : []),
    ...(movedCount(state) > 0 ? [does('Follow all evidence that moved', '', followAllMoved)] : []),
    ...(state.external.tracked ? [does('Add reviewed folders…', 'f', askFolders)] : []),
    does('Findings from scanners', openFindings(state), openTriage),
    does('Import scans, coverage, test results or k6…', '', openScans),
    does('Mark as not applicable…', 'Alt+N', askNotApplicable),
    does('Mark the group as not applicable…', 'Alt+Shift+N', askGroupNotApplicable),
    does('Change severity…', 'm', askSeverity),
    does('Undo', 'Ctrl+Z', undoStep),
    does('Redo', 'Ctrl+Y', redoStep),
    does('Save', 'Ctrl+S', (now) => ({ state: now, effect: { do: 'save' } })),
    does('Help', '?', open(helpOverlay(null))),
    does('Go to the drafts (home)', '', (now) => ({ state: now, effect: { do: 'home' } })),
    does('Leave (quit)', 'Ctrl+C', (now) => ({ state: now, effect: { do: 'leave' } })),
  ];
}
