import type { Fix } from '../../../checks/problem.ts';
import { memoBy } from '../../../memo.ts';
import { fixForDoubt } from '../../../report/doubt-fix.ts';
import { noteOwner, readInWords } from '../../../report/read-summary.ts';
import { issueNames } from '../../../review/issue-names.ts';
import { answerAt, type FieldRef, issuesOf } from '../../../review/review.ts';
import { counted } from '../../../text/counted.ts';
import type { Hint } from '../../frame.ts';
import type { Entry } from '../../picker/find.ts';
import type { PickList } from '../../picker/picker-panel.ts';
import { controlOf } from '../controls/controls.ts';
import { applyFix } from '../edit/fixes.ts';
import { goToField, goToNote } from '../navigation/go-to.ts';
import { toPage } from '../navigation/navigate.ts';
import { shown } from '../render/text.ts';
import { type NoteOf, placeOfKey } from '../state/focus.ts';
import { fieldAt, issueField } from '../state/lookup.ts';
import type { State } from '../state/state.ts';

/** A line of the list "What was read", and where it goes. */
interface ReadRow {
  kind: 'unclear' | 'note' | 'page';
  path: string;
  what: string;
  /** "line 18". */
  note: string;
  /** What one key does about it. */
  fix?: Fix;
  go(state: State): State;
}

/** The same as an entry of a list to pick from. */
export interface ReadEntry extends Entry {
  fix?: Fix;
  go(state: State): State;
}

/** What was read of a report, what was kept as notes, what was unclear: each a key away. */
export const readList = (state: State): PickList<ReadEntry> => ({
  title: 'What was read',
  said: shown(readTitle(state)),
  detailOf: ({ path, title }) => (path ? `${path} › ${title}` : title),
  placeholder: 'any part of a name',
  entries: entriesFor(state),
});

const entriesFor = memoBy(
  ({ history, facts, template }: State) => [history.present, facts.reading, template],
  (state) =>
    readRows(state).map(
      ({ kind, path, what, note, fix, go }, index): ReadEntry => ({
        id: String(index),
        title: shown(what),
        ...(path !== '' && { path: shown(path) }),
        kind,
        note,
        ...(fix && { fix }),
        go,
      }),
    ),
);

export const goToRead = (state: State, { go }: ReadEntry): State => go({ ...state, overlay: null });

/** Alt+R: keeps a guessed issue as a note, or adds a closed one to the previous issues; the list stays. */
export const fixRead = (state: State, { fix }: ReadEntry): State => (fix ? applyFix(state, fix) : state);

/** What further keys do with the row that is picked out. */
export const readHints = (entry: ReadEntry | undefined): Hint[] =>
  entry?.fix ? [{ keys: 'Alt+R', does: shown(entry.fix.label) }] : [];

/** "report.md: 2 critical, 64 answers, 12 lines kept as notes". */
function readTitle({ facts, history }: State): string {
  return facts.reading
    ? `Read from ${readInWords(facts.readFrom ?? 'standard input', facts.reading, history.present)}`
    : 'What was read';
}

/** What was unclear, what became notes, and what was read, by pages. What is gone since is left out. */
function readRows(state: State): ReadRow[] {
  return [...unclear(state), ...notes(state), ...pages(state)];
}

function unclear(state: State): ReadRow[] {
  const { facts, history, template } = state;
  const review = history.present;
  const names = issueNames(template, review);
  return (facts.reading?.unclear ?? []).flatMap((doubt): ReadRow[] => {
    const { key, line, what } = doubt;
    const fix = fixForDoubt(template, review, doubt);
    const row = { kind: 'unclear' as const, what, note: lineWords(line), ...(fix && { fix }) };
    const owner = key.startsWith('note/') ? noteOwner(template, review, key) : undefined;
    if (owner !== undefined) return [{ ...row, path: owner, go: (now) => goToNote(now, noteOf(key)) }];
    const place = placeOfKey(key);
    const field = place && fieldAt(template, review, place);
    if (!place || !field) return [];
    // A verdict that was left open and is given now is not unclear any more.
    if (controlOf(field).listsOptions && answerAt(review, place) && /left open/.test(what)) return [];
    const path =
      'issue' in place ? `${names.get(place.issue) ?? ''} › ${issueLabel(state, place)}` : field.label;
    return [{ ...row, path, go: (now) => goToField(now, place) }];
  });
}

const issueLabel = ({ template, history }: State, place: Extract<FieldRef, { issue: string }>): string => {
  const issue = history.present.issues.find(({ id }) => id === place.issue);
  return issue ? issueField(template, issue.severity, place.field).label : place.field;
};

/** Whose note a key is of: "note/overview", "issue-note/k3f9". */
function noteOf(key: string): NoteOf {
  const id = key.slice(key.indexOf('/') + 1);
  return key.startsWith('issue-note/') ? { issue: id } : { section: id };
}

function notes(state: State): ReadRow[] {
  const { template, history, facts } = state;
  const review = history.present;
  const keys = [
    ...template.sections.map(({ id }) => `note/${id}`),
    ...review.issues.flatMap(({ id, note }) => (note === undefined ? [] : [`issue-note/${id}`])),
  ];
  return keys.flatMap((key): ReadRow[] => {
    const path = noteOwner(template, review, key);
    if (path === undefined) return [];
    const id = key.slice(key.indexOf('/') + 1);
    const text =
      (key.startsWith('note/') ? review.notes[id] : review.issues.find((one) => one.id === id)?.note) ?? '';
    const lines = text.split('\n').filter((line) => line.trim() !== '');
    const [first = ''] = lines;
    const what = lines.length > 1 ? `${first} … (${lines.length} lines)` : first;
    return [
      {
        kind: 'note',
        path,
        what,
        note: lineWords(facts.reading?.notes[key] ?? 0),
        go: (now) => goToNote(now, noteOf(key)),
      },
    ];
  });
}

function pages(state: State): ReadRow[] {
  const { template, history } = state;
  const review = history.present;
  return template.pages.flatMap((page): ReadRow[] => {
    const fields = page.fields.filter((id) => review.answers[id] !== undefined).length;
    const issues = page.severity ? issuesOf(review, page.severity).length : 0;
    const items = page.lists.reduce((sum, id) => sum + (review.items[id]?.length ?? 0), 0);
    const parts = [
      [issues, 'issue'],
      [fields, 'answer'],
      [items, 'item'],
    ] as const;
    const told = parts.filter(([count]) => count > 0).map(([count, noun]) => counted(count, noun));
    if (told.length === 0) return [];
    return [
      { kind: 'page', path: '', what: page.title, note: told.join(', '), go: (now) => toPage(now, page.id) },
    ];
  });
}

const lineWords = (line: number): string => (line > 0 ? `line ${line}` : '');
