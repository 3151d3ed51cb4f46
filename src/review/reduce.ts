import { isDeepStrictEqual } from 'node:util';
import type { Answer } from '../fields/value.ts';
import type { Action } from './actions.ts';
import type { Decision, KeptFinding } from './evidence/findings.ts';
import { type Measurement, withMeasured } from './evidence/measurements.ts';
import type { Source } from './evidence/sources.ts';
import { inserted, moved, withIssue } from './order.ts';
import { withOverride } from './overrides.ts';
import type { FieldRef, Issue, Item, Review } from './review.ts';

/**
 * The review after the action. Pure: never changes its arguments. What an action does not touch is shared with
 * the old review, and an action that changes nothing (an unknown issue, the same answer again) gives the very
 * same object.
 */
export function reduce(review: Review, action: Action): Review {
  switch (action.do) {
    case 'answer':
      return withAnswer(review, action.at, action.answer);
    case 'answers':
      return action.entries.reduce((now, entry) => withAnswer(now, entry.at, entry.answer), review);
    case 'add-issue':
      if (review.issues.some((issue) => issue.id === action.issue.id)) return review;
      return { ...review, issues: withIssue(review.issues, action.issue, action.index) };
    case 'remove-issue':
      if (!review.issues.some((issue) => issue.id === action.id)) return review;
      return { ...review, issues: review.issues.filter((issue) => issue.id !== action.id) };
    case 'move-issue':
      return withMovedIssue(review, action.id, action.by);
    case 'set-severity': {
      const issue = review.issues.find((one) => one.id === action.id);
      if (issue === undefined || issue.severity === action.severity) return review;
      const others = review.issues.filter((one) => one !== issue);
      return { ...review, issues: withIssue(others, { ...issue, severity: action.severity }) };
    }
    case 'add-item':
      return withItems(review, action.list, (items) =>
        items.some((item) => item.id === action.item.id) ? items : inserted(items, action.item, action.index),
      );
    case 'remove-item':
      return withItems(review, action.list, (items) =>
        items.some((item) => item.id === action.id) ? items.filter((item) => item.id !== action.id) : items,
      );
    case 'move-item':
      return withItems(review, action.list, (items) =>
        moved(
          items,
          items.findIndex((item) => item.id === action.id),
          action.by,
        ),
      );
    case 'link':
      return withItemChanged(review, action.list, action.id, (item) => withLinks(item, action.issues));
    case 'note': {
      const notes = withEntry(review.notes, action.section, action.text === '' ? null : action.text);
      return notes === review.notes ? review : { ...review, notes };
    }
    case 'issue-note':
      return withIssueChanged(review, action.id, (issue) => withNote(issue, action.text));
    case 'sources':
      return withIssueChanged(review, action.id, (issue) => withSources(issue, action.sources));
    case 'measured':
      return withMeasurements(
        review,
        withMeasured(review.measurements ?? [], action.file, action.measurements),
      );
    case 'findings':
      return withFindings(review, action.findings);
    case 'decide':
      return withDecisions(review, action.entries);
    case 'override':
      return withOverride(review, action.of, action.reason, action.index);
  }
}

function withFindings(review: Review, findings: KeptFinding[]): Review {
  if (isDeepStrictEqual(review.findings ?? [], findings)) return review;
  const { findings: _old, ...rest } = review;
  return findings.length === 0 ? rest : { ...rest, findings };
}

/** Of a finding that is decided on twice, the last decision counts. */
function withDecisions(
  review: Review,
  entries: { fingerprint: string; decision: Decision | null }[],
): Review {
  const old = review.decisions ?? {};
  const last = new Map(entries.map(({ fingerprint, decision }) => [fingerprint, decision]));
  let decisions = old;
  for (const [fingerprint, decision] of last) decisions = withEntry(decisions, fingerprint, decision);
  if (decisions === old) return review;
  const { decisions: _old, ...rest } = review;
  return Object.keys(decisions).length === 0 ? rest : { ...rest, decisions };
}

function withAnswer(review: Review, at: FieldRef, answer: Answer | null): Review {
  if ('issue' in at) {
    return withIssueChanged(review, at.issue, (issue) => withOneAnswer(issue, at.field, answer));
  }
  if ('list' in at) {
    return withItemChanged(review, at.list, at.item, (item) => withOneAnswer(item, at.field, answer));
  }
  return withOneAnswer(review, at.field, answer);
}

/** Anything with answers, with one of them set or taken away. */
function withOneAnswer<T extends Issue | Item | Review>(one: T, field: string, answer: Answer | null): T {
  const old = one.answers as Record<string, Answer>;
  const answers = withEntry(old, field, answer);
  return answers === old ? one : { ...one, answers };
}

/** The record with an entry set, or without it (`null`); the same record when that changes nothing. */
function withEntry<T>(record: Record<string, T>, key: string, value: T | null): Record<string, T> {
  const known = Object.hasOwn(record, key);
  if (value !== null) {
    return known && isDeepStrictEqual(record[key], value) ? record : { ...record, [key]: value };
  }
  if (!known) return record;
  const { [key]: _gone, ...rest } = record;
  return rest;
}

function withNote(issue: Issue, text: string): Issue {
  if ((issue.note ?? '') === text) return issue;
  const { note: _old, ...rest } = issue;
  return text === '' ? rest : { ...rest, note: text };
}

function withSources(issue: Issue, sources: Source[]): Issue {
  if (isDeepStrictEqual(issue.sources ?? [], sources)) return issue;
  const { sources: _old, ...rest } = issue;
  return sources.length === 0 ? rest : { ...rest, sources };
}

function withMeasurements(review: Review, measurements: Measurement[]): Review {
  if (isDeepStrictEqual(review.measurements ?? [], measurements)) return review;
  const { measurements: _old, ...rest } = review;
  return measurements.length === 0 ? rest : { ...rest, measurements };
}

function withLinks(item: Item, issues: string[]): Item {
  if (isDeepStrictEqual(item.issues ?? [], issues)) return item;
  const { issues: _old, ...rest } = item;
  return issues.length === 0 ? rest : { ...rest, issues };
}

function withItemChanged(review: Review, list: string, id: string, change: (item: Item) => Item): Review {
  return withItems(review, list, (items) => {
    const index = items.findIndex((item) => item.id === id);
    const item = items[index];
    const changed = item && change(item);
    return changed && changed !== item ? items.with(index, changed) : items;
  });
}

function withIssueChanged(review: Review, id: string, change: (issue: Issue) => Issue): Review {
  const index = review.issues.findIndex((issue) => issue.id === id);
  const issue = review.issues[index];
  const changed = issue && change(issue);
  return changed && changed !== issue ? { ...review, issues: review.issues.with(index, changed) } : review;
}

/** Among the issues of its severity: the others keep their places. */
function withMovedIssue(review: Review, id: string, by: number): Review {
  const issue = review.issues.find((one) => one.id === id);
  if (issue === undefined) return review;
  const peers = review.issues.filter((one) => one.severity === issue.severity);
  const order = moved(peers, peers.indexOf(issue), by);
  if (order === peers) return review;
  const queue = order.values();
  const issues = review.issues.map((one) =>
    one.severity === issue.severity ? (queue.next().value ?? one) : one,
  );
  return { ...review, issues };
}

/** A list without items has no entry, so that adding one and taking it away again gives the same review. */
function withItems(review: Review, list: string, change: (items: Item[]) => readonly Item[]): Review {
  const old = Object.hasOwn(review.items, list) ? (review.items[list] ?? []) : [];
  const items = change(old);
  if (items === old) return review;
  return { ...review, items: withEntry(review.items, list, items.length === 0 ? null : [...items]) };
}
