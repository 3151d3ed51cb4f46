import { folded } from '../../../template/parts/layout.ts';

/**
 * What people write for a label or a heading of a template: by its folded words, in their folded words. Not only the
 * bundled template's: any template that has such a label is read with the same table.
 */
const labels: Record<string, string> = {
  // The head
  'review date':
    'date, date of review, reviewed on, report date, assessment date, audit date, generated, generated on, signed on, sign off date',
  reviewer:
    'reviewers, reviewed by, validated by, audited by, author, authors, auditor, auditors, tester, testers, prepared by, assessor, conducted by, by',
  'application version':
    'version, app version, commit, commit hash, git commit, revision, release, build, tag, reviewed version, version reviewed, version audited, audited version, reviewed commit',
  'review type': 'type, type of review, report type, assessment type',
  // The summary
  'overall risk assessment':
    'overall risk, risk assessment, risk level, overall risk level, risk rating, overall risk rating',
  'issues summary': 'issue summary, summary of issues, issue counts, findings summary, summary of findings',
  'deployment recommendation':
    'recommendation, verdict, final verdict, decision, deployment decision, overall verdict, go no go, go no go decision, final recommendation, overall recommendation, release recommendation, deployment verdict',
  'summary statement': 'summary, statement, overview, overall assessment, conclusion',
  // An issue
  category: 'categories, type, area, class, kind',
  risk: 'risks, threat',
  location:
    'locations, location s, file, files, file s, where, path, paths, affected file, affected files, affected code, component, components, affected component, affected components, affected, endpoint, affected endpoint',
  description:
    'descriptions, detail, details, problem, what, what is wrong, current behavior, current behaviour, actual behavior, finding, explanation, observation, background, issue, summary',
  evidence:
    'proof, code, proof of concept, poc, current, current code, current implementation, problematic code, vulnerable code, code snippet, snippet, example, reproduction, steps to reproduce',
  impact:
    'impacts, consequence, consequences, effect, effects, business impact, user impact, why it matters, why this matters',
  'fix required':
    'fix, fixes, required fix, recommended fix, suggested, suggestion, suggested fix, suggested change, proposed fix, recommendation, recommendations, recommended action, remediation, resolution, solution, mitigation, how to fix',
  recommendation:
    'fix, fixes, fix required, required fix, recommended fix, suggested, suggestion, suggested fix, suggested change, proposed fix, recommendations, recommended action, remediation, resolution, solution, mitigation, how to fix',
  'fix priority': 'priority, fix by, timeline, timeframe, when',
  'estimated effort': 'effort, effort estimate, estimate, fix effort, effort to fix, size',
  // The sign-off
  'reviewed by': 'reviewer, signed by, signed off by, signed, name',
  'review duration': 'duration, time spent, hours, hours spent',
  'next review recommended': 'next review, next review date, recommended next review, follow up review',
  certification: 'certifications, certified',
  notes: 'note, additional notes, remarks, comments',
  // An action
  owner: 'owners, assignee, assigned to, responsible, who',
  deadline: 'due, due date, target date, by, when',
  effort: 'estimated effort, estimate, effort estimate',
  'blocks deployment': 'blocking, blocker, blocks, blocks release, deployment blocker',
  benefit: 'benefits, value',
  'effort to fix': 'effort, estimated effort, estimate',
  'recommended timeline': 'timeline, when, target',
};

const headings: Record<string, string> = {
  'executive summary': 'summary, overview, management summary, tl dr, conclusion',
  'delta from previous review':
    'delta, changes since last review, changes since the last review, changes since previous review, comparison with previous review',
  'strengths positive findings':
    'strengths, positive findings, positives, what went well, what works well, good practices, highlights',
  'detailed analysis by category': 'detailed analysis, analysis, analysis by category, category analysis',
  'security analysis': 'security',
  'database data integrity': 'database, data integrity',
  'error handling resilience': 'error handling, resilience',
  'performance scalability': 'performance, scalability',
  'testing coverage': 'test coverage, testing, tests',
  'configuration environment': 'configuration, environment',
  'deployment readiness checklist': 'deployment checklist, readiness checklist, checklist',
  'pre deployment requirements': 'pre deployment, before deployment, pre deployment checklist',
  'post deployment monitoring focus':
    'post deployment, post deployment monitoring, monitoring focus, monitoring',
  'recommended action plan':
    'action plan, action items, actions, next steps, remediation plan, recommended actions',
  'immediate actions': 'immediate, immediate steps',
  'short term actions': 'short term, short term improvements',
  'medium term improvements': 'medium term, medium term actions, mid term improvements',
  'technical debt to address': 'technical debt, tech debt',
  'future recommendations': 'recommendations, future work, future improvements, long term recommendations',
  'metrics baseline': 'metrics, baseline, baseline metrics, performance metrics',
  'current performance': 'performance baseline, performance results',
  appendix: 'appendices, annex',
  'files reviewed': 'reviewed files, files',
  'tools used': 'tools, tooling',
  'review methodology': 'methodology, method, approach',
  references: 'links, related documents, see also',
  'review sign off': 'sign off, signoff, approval',
};

/** Headings under which a report of any kind says what it is about. */
export const headNames = new Set([
  'metadata',
  'report details',
  'review details',
  'document information',
  'about this report',
]);

const split = (table: Record<string, string>): Map<string, Set<string>> =>
  new Map(Object.entries(table).map(([name, words]) => [name, new Set(words.split(', '))]));

const labelTable = split(labels);
const headingTable = split(headings);

/** Folded, and without what people leave out or add: "and", "Section 3 -", "3.2", a remark in parentheses. */
export function looseName(text: string): string {
  return folded(text.replace(/\s*[([][^)\]]*[)\]]\s*:?\s*$/, ''))
    .replace(/^(?:(?:section|part|chapter|step|phase) )?(?:(?:\d+|[ivx]+) )+(?=\p{L})/u, '')
    .replace(/ and (?=\p{L})/gu, ' ');
}

/** Whether words mean a label: they are its own, or near to them. */
export const meansLabel = (said: string, label: string): boolean =>
  said !== '' && (said === label || (labelTable.get(label)?.has(said) ?? false));

/** Whether people are known to have other names for a label. */
export const hasOtherNames = (label: string): boolean => labelTable.has(label);

export const meansHeading = (said: string, heading: string): boolean =>
  said !== '' && (said === heading || (headingTable.get(heading)?.has(said) ?? false));

/** All that people write for a heading of a template, its own words first. */
export const namesOfHeading = (heading: string): string[] => [heading, ...(headingTable.get(heading) ?? [])];

/** The same for a label. */
export const namesOfLabel = (label: string): string[] =>
  label === '' ? [] : [label, ...(labelTable.get(label) ?? [])];
