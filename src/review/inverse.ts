import type { Action } from './actions.ts';
import { measuredIn } from './evidence/measurements.ts';
import { overrideIndex } from './overrides.ts';
import { answerAt, type FieldRef, issuesOf, type Review } from './review.ts';

/**
 * What takes an action back: the actions that, done in order on `reduce(review, action)`, give `review` again.
 * Plain data like the action itself, so that undoing can be journaled. Empty when the action changes nothing.
 */
export function inverseOf(review: Review, action: Action): Action[] {
  switch (action.do) {
    case 'answer':
      return [{ do: 'answer', at: action.at, answer: answerAt(review, action.at) ?? null }];
    case 'answers':
      return [{ do: 'answers', entries: oldAnswers(review, action.entries) }];
    case 'add-issue': {
      const { id } = action.issue;
      return review.issues.some((issue) => issue.id === id) ? [] : [{ do: 'remove-issue', id }];
    }
    case 'remove-issue': {
      const place = placeOfIssue(review, action.id);
      return place ? [{ do: 'add-issue', issue: place.issue, index: place.index }] : [];
    }
    case 'move-issue': {
      const place = placeOfIssue(review, action.id);
      return place ? [{ ...action, by: wayBack(place.index, action.by, place.peers) }] : [];
    }
    case 'set-severity': {
      const place = placeOfIssue(review, action.id);
      if (!place || place.issue.severity === action.severity) return [];
      const by = place.index - (place.peers - 1);
      return [
        { ...action, severity: place.issue.severity },
        { do: 'move-issue', id: action.id, by },
      ];
    }
    case 'add-item': {
      const { list, item } = action;
      return placeOfItem(review, list, item.id) ? [] : [{ do: 'remove-item', list, id: item.id }];
    }
    case 'remove-item': {
      const place = placeOfItem(review, action.list, action.id);
      return place ? [{ do: 'add-item', list: action.list, item: place.item, index: place.index }] : [];
    }
    case 'move-item': {
      const place = placeOfItem(review, action.list, action.id);
      return place ? [{ ...action, by: wayBack(place.index, action.by, place.peers) }] : [];
    }
    case 'link': {
      const place = placeOfItem(review, action.list, action.id);
      return place ? [{ ...action, issues: place.item.issues ?? [] }] : [];
    }
    case 'note':
      return [{ ...action, text: review.notes[action.section] ?? '' }];
    case 'issue-note': {
      const place = placeOfIssue(review, action.id);
      return place ? [{ ...action, text: place.issue.note ?? '' }] : [];
    }
    case 'sources': {
      const place = placeOfIssue(review, action.id);
      return place ? [{ ...action, sources: place.issue.sources ?? [] }] : [];
    }
    case 'measured':
      return [{ ...action, measurements: measuredIn(review.measurements ?? [], action.file) }];
    case 'findings':
      return [{ ...action, findings: review.findings ?? [] }];
    case 'decide':
      return [{ ...action, entries: oldDecisions(review, action.entries) }];
    case 'override': {
      const index = overrideIndex(review, action.of);
      const before = review.overrides?.[index];
      if (!before) return [{ ...action, reason: '' }];
      const { reason, ...of } = before;
      return [{ do: 'override', of, reason, index }];
    }
  }
}

/** Backwards, so that an entry that stands twice ends with the answer from before the first. */
function oldAnswers(review: Review, entries: { at: FieldRef }[]) {
  return entries.map(({ at }) => ({ at, answer: answerAt(review, at) ?? null })).reverse();
}

/** The same for decisions. */
function oldDecisions({ decisions = {} }: Review, entries: { fingerprint: string }[]) {
  const before = (fingerprint: string) =>
    Object.hasOwn(decisions, fingerprint) ? (decisions[fingerprint] ?? null) : null;
  return entries.map(({ fingerprint }) => ({ fingerprint, decision: before(fingerprint) })).reverse();
}

/** A move stops at the ends, so the way back is the way that was really gone. */
function wayBack(index: number, by: number, peers: number): number {
  return index - Math.max(0, Math.min(index + by, peers - 1));
}

function placeOfIssue(review: Review, id: string) {
  const issue = review.issues.find((one) => one.id === id);
  if (!issue) return undefined;
  const peers = issuesOf(review, issue.severity);
  return { issue, index: peers.indexOf(issue), peers: peers.length };
}

function placeOfItem(review: Review, list: string, id: string) {
  const items = review.items[list] ?? [];
  const index = items.findIndex((one) => one.id === id);
  const item = items[index];
  return item && { item, index, peers: items.length };
}
