import type { Field } from '../fields/field.ts';
import type { IssueField, Severity } from '../fields/issue.ts';

/** A piece of the report's text, in order: fixed words, or a hole that an answer fills. */
export type Part =
  | { type: 'text'; text: string }
  | { type: 'field'; field: string }
  /** The number of issues of a severity, with its noun: "2 issues". `blank` is what an empty template shows. */
  | { type: 'count'; severity: Severity; noun: string; blank: string }
  /** The number of this issue or item in its list. `blank` is what an empty template shows. */
  | { type: 'index'; blank: string }
  /** The issues that this item is about, between these words: "CRITICAL-1, HIGH-2: ". Nothing without any. */
  | { type: 'about'; before: string; after: string }
  | Derived
  /** Written only when an answer, an issue, an item or a note in it has something to say. */
  | { type: 'optional'; parts: Part[] }
  | { type: 'issues'; severity: Severity }
  | { type: 'items'; list: string }
  /** Where the notes of a section are printed: its end. */
  | { type: 'notes'; section: string }
  /** Where the report says which errors of the checks its reviewer lets stand. */
  | { type: 'overrides' };

/**
 * Words that follow from a list whose items are about issues. `outcomes`: how many items have which outcome, and how
 * many issues no item is about: "2 resolved, 1 new". `unlinked`: the names of these issues.
 */
export interface Derived {
  type: 'derived';
  what: 'outcomes' | 'unlinked';
  list: string;
  /** What an item's outcome can be, from its field of that kind; for `unlinked`, the words that name issues. */
  options: string[];
  blank: string;
}

/** What the wizard shows on a page, in the report's order. */
export type PageBlock =
  | { type: 'section'; id: string; title: string; fields: string[] }
  | { type: 'group'; id: string; title: string; fields: string[] }
  | { type: 'field'; field: string }
  | { type: 'quote'; text: string }
  | { type: 'counts' }
  | { type: 'derived'; label: string; part: Derived }
  | { type: 'issues'; severity: Severity }
  | { type: 'items'; list: string };

/** One page of the wizard: one `##` heading of the template, or the document's head. */
export interface Page {
  id: string;
  /** The heading's text as the report has it, emoji included. */
  heading: string;
  /** The same for people: without emoji, e.g. "Executive Summary". The head is "Review details". */
  title: string;
  blocks: PageBlock[];
  /** Ids of the fields that stand once on this page. */
  fields: string[];
  severity?: Severity;
  /** The report leaves it out while nothing on it is said. */
  optional?: true;
  lists: string[];
  /** Sections whose notes belong to this page: the page itself first. */
  sections: string[];
}

/** A line of an issue or item that a reader looks for: by its label, or (`label` empty) by where it stands. */
export interface Slot {
  /** As the template has it, without its colon. */
  label: string;
  /** What follows on the label's own line, holes included; empty where the answer stands below. */
  line: Part[];
  /** The field below the label. */
  field?: string;
  /** The lines `- Label: …` below the label. */
  bullets: { label: string; line: Part[] }[];
}

/** What the template says of the issues of one severity. */
export interface IssueBlock {
  severity: Severity;
  /** The report's word: "CRITICAL". */
  word: string;
  page: string;
  /** The text of one issue, cut before each label, so that what it does not ask can be added in its place. */
  segments: { field: IssueField | null; parts: Part[] }[];
  slots: Slot[];
  /** The fields that this severity asks for, in order. */
  asks: IssueField[];
  /** Every field that the template has for an issue, as this severity words it, or else the first one that asks it. */
  fields: Partial<Record<IssueField, Field>>;
  /** What the report says when there is none. */
  none: string;
}

/** What the template says of something else that repeats: actions, strengths. */
export interface ListBlock {
  id: string;
  /** E.g. "Immediate Actions (Before Deployment)". */
  title: string;
  page: string;
  section: string;
  /** The text of one item. */
  parts: Part[];
  /** Its first line behind the list marker, then its lines `- Label: …`. */
  first: Part[];
  bullets: { label: string; line: Part[] }[];
  /** The fields that every item is asked for, in order; the first names it. Those of optional lines are none. */
  asks: string[];
  fields: Record<string, Field>;
  /** What stands between two items: a newline, or a blank line where an item has several lines. */
  between: string;
}

/** A compiled template: plain data (JSON), made from a Markdown file by `compile`. */
export interface Template {
  /** Format of this structure: a cache of another format is made anew. */
  format: 3;
  name: string;
  version: string;
  title: string;
  parts: Part[];
  pages: Page[];
  fields: Record<string, Field>;
  issues: Partial<Record<Severity, IssueBlock>>;
  lists: Record<string, ListBlock>;
  sections: Section[];
}

/** A heading of the template, for reading reports: what stands under it. The first is the head of the document. */
export interface Section {
  id: string;
  page: string;
  /** 1 to 6. */
  level: number;
  /** As the template has it. */
  heading: string;
  slots: Slot[];
  /** The field that follows the heading without a label of its own. */
  field?: string;
  severity?: Severity;
  list?: string;
  /** Lines that the template itself has there: quotes, dividers. */
  fixed: string[];
}
