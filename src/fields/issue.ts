import type { KindName } from './field.ts';
import type { Answer, Code } from './value.ts';

export const severities = ['critical', 'high', 'medium', 'low'] as const;
export type Severity = (typeof severities)[number];

/** 0 for the most severe. */
export const severityRank = (severity: Severity): number => severities.indexOf(severity);

/** The answers that every issue has room for, whatever its severity asks. */
export interface IssueAnswers {
  title?: Answer<string>;
  category?: Answer<string[]>;
  risk?: Answer<string>;
  location?: Answer<string[]>;
  description?: Answer<string>;
  evidence?: Answer<Code>;
  impact?: Answer<string[]>;
  fix?: Answer<string>;
  priority?: Answer<string>;
  effort?: Answer<string>;
}
export type IssueField = keyof IssueAnswers;

/** The fields of an issue in the order in which a complete one prints them, each with its kind. */
export const issueKinds = {
  title: 'text',
  category: 'choices',
  risk: 'text',
  location: 'location',
  description: 'prose',
  evidence: 'code',
  impact: 'list',
  fix: 'prose',
  priority: 'text',
  effort: 'choice',
} as const satisfies Record<IssueField, KindName>;

export const issueFields = Object.keys(issueKinds) as IssueField[];

/** The answers of an issue in that order, without those of other fields. */
export function inOrder(answers: Readonly<Record<string, Answer>>): IssueAnswers {
  const ordered: Record<string, Answer> = {};
  for (const field of issueFields) {
    const answer = answers[field];
    if (answer) ordered[field] = answer;
  }
  return ordered as IssueAnswers;
}
