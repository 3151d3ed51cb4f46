/** One line of a checklist: its text as the report prints it, and whether it is ticked or does not apply. */
export interface ChecklistItem {
  text: string;
  done: boolean;
  /** Set when the item does not apply: the reason, empty when none was given. */
  notApplicable?: string;
}

/** Code as it stands, and the language its fence names; `null` when the text is Markdown of its own. */
export interface Code {
  text: string;
  language: string | null;
}

/** What a field can hold. Which of these, its kind says (`Kind.value`). */
export type Value = string | string[] | Code | ChecklistItem[];

/**
 * An answer: a value, or the reason why the field does not apply (may be empty). No answer at all is the third
 * state: the place where answers are kept then has no entry.
 */
export type Answer<V extends Value = Value> = { value: V } | { notApplicable: string };

/** Whether an answer says that the field does not apply. */
export const isNotApplicable = (answer: Answer | null | undefined): answer is { notApplicable: string } =>
  answer != null && 'notApplicable' in answer;
