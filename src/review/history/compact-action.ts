import { isDeepStrictEqual } from 'node:util';
import type { Answer } from '../../fields/value.ts';
import { type Splice, spliceBetween, spliced } from '../../text/splice.ts';
import type { Action } from '../actions.ts';
import { answerAt, type FieldRef, type Review } from '../review.ts';

/** A change of one text inside an answer or a note, without the rest of that text. */
interface Edit extends Splice {
  do: 'edit';
  of: { at: FieldRef; path: (string | number)[] } | { section: string } | { issue: string };
}

/** An action as it is kept: small, and to be understood only beside the review that it was done on. */
export type Compact = Action | Edit;

/** Shorter texts are kept whole: nothing is gained by a splice. */
const short = 64;

/** The action, with what it changes in a long text in place of that text. `review` is the one it is done on. */
export function compact(review: Review, action: Action): Compact {
  switch (action.do) {
    case 'answer': {
      const old = answerAt(review, action.at);
      const change = old && action.answer && textChanged(old, action.answer);
      if (!change) return action;
      const { path, before, after } = change;
      return { do: 'edit', of: { at: action.at, path }, ...spliceBetween(before, after) };
    }
    case 'note':
      return noteChanged(action, { section: action.section }, review.notes[action.section], action.text);
    case 'issue-note':
      return noteChanged(action, { issue: action.id }, issueNote(review, action.id), action.text);
    default:
      return action;
  }
}

/** The action again; null when it does not fit the review, which then is another one. */
export function expand(review: Review, kept: Compact): Action | null {
  if (kept.do !== 'edit') return kept;
  const { of } = kept;
  if ('section' in of) {
    const text = spliced(review.notes[of.section] ?? '', kept);
    return text === null ? null : { do: 'note', section: of.section, text };
  }
  if ('issue' in of) {
    const text = spliced(issueNote(review, of.issue), kept);
    return text === null ? null : { do: 'issue-note', id: of.issue, text };
  }
  const answer = withText(answerAt(review, of.at), of.path, kept);
  return answer === null ? null : { do: 'answer', at: of.at, answer: answer as Answer };
}

const issueNote = (review: Review, id: string) => review.issues.find((issue) => issue.id === id)?.note ?? '';

function noteChanged(action: Action, of: Edit['of'], before = '', after: string): Compact {
  if (after.length < short || before === '') return action;
  return { do: 'edit', of, ...spliceBetween(before, after) };
}

interface Change {
  path: (string | number)[];
  before: string;
  after: string;
}

/** The one text that is another one in `after`; null when more differs than one long text. */
function textChanged(before: unknown, after: unknown, path: Change['path'] = []): Change | null {
  if (typeof before === 'string' && typeof after === 'string') {
    return after.length < short ? null : { path, before, after };
  }
  if (typeof before !== 'object' || typeof after !== 'object' || !before || !after) return null;
  if (Array.isArray(before) !== Array.isArray(after)) return null;
  const keys = Object.keys(after);
  if (keys.length !== Object.keys(before).length || !keys.every((key) => Object.hasOwn(before, key)))
    return null;
  const old = before as Record<string, unknown>;
  const fresh = after as Record<string, unknown>;
  const differing = keys.filter((key) => !isDeepStrictEqual(old[key], fresh[key]));
  const [key] = differing;
  if (key === undefined || differing.length > 1) return null;
  return textChanged(old[key], fresh[key], [...path, Array.isArray(after) ? Number(key) : key]);
}

/** The value with the text at the path spliced; null when there is no such text. */
function withText(value: unknown, path: Change['path'], splice: Splice): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return typeof value === 'string' ? spliced(value, splice) : null;
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return null;
  const inner = withText((value as Record<string | number, unknown>)[key], rest, splice);
  if (inner === null) return null;
  if (Array.isArray(value)) return value.with(Number(key), inner);
  return { ...value, [key]: inner };
}
