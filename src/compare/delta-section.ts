import { containLine } from '../markdown/contain-line.ts';
import type { ChecklistChange } from './answers/checklists.ts';
import { fieldTitle } from './answers/single-fields.ts';
import type { RankedChange } from './answers/statuses.ts';
import { changedInWords, titleInWords, trendInWords } from './change-wording.ts';
import type { Comparison } from './compare.ts';
import { type Became, becameOf, type IssueChange } from './issues/issue-changes.ts';
import { deltaHeading, resolvedLabel } from './issues/previous-outcomes.ts';

/**
 * A comparison as a section of the newer report: what became of the previous issues, and what else changed. No text in
 * it can begin anything of the report's own. Ends with a newline.
 */
export function deltaSection(comparison: Comparison): string {
  const { old, verdict, risk, measures, statuses, checklists } = comparison;
  const facts = [
    `**Compared with:** ${containLine([old.title, old.date].filter(Boolean).join(', '))}`,
    ...standingLine('Recommendation', verdict),
    ...standingLine('Overall risk', risk),
  ];
  const changed = <T extends RankedChange>(all: T[]) =>
    all.filter(({ trend }) => trend === 'better' || trend === 'worse' || trend === 'changed');
  const blocks = [
    `## ${deltaHeading}`,
    facts.join('  \n'),
    ...(comparison.same ? ['Nothing changed.'] : []),
    ...lists.flatMap(([label, ...outcomes]) => issueList(comparison, label, outcomes)),
    ...bullets(
      'Measures',
      measures
        .filter(({ trend }) => trend === 'better' || trend === 'worse' || trend === 'changed')
        .map((one) => `${fieldTitle(one)}: ${one.old?.words} → ${one.new?.words}${trendInWords(one.trend)}`),
    ),
    ...bullets(
      'Statuses',
      changed(statuses).map((one) => `${fieldTitle(one)}: ${one.old} → ${one.new}${trendInWords(one.trend)}`),
    ),
    ...bullets('Checklists', checklists.flatMap(checklistLine)),
  ];
  return `${blocks.join('\n\n')}\n`;
}

const lists: [string, ...Became[]][] = [
  [resolvedLabel, 'resolved'],
  ['Accepted as risk', 'accepted'],
  ['Not decided', 'undecided'],
  ['Not mentioned in this review', 'not-mentioned'],
  ['Still open', 'unchanged', 'reworded'],
  ['Severity lowered', 'downgraded'],
  ['Regressed', 'regressed'],
  ['New', 'new'],
];

function issueList({ issues }: Comparison, label: string, outcomes: Became[]): string[] {
  const own = issues.filter((issue) => outcomes.includes(becameOf(issue)));
  return bullets(`${label} (${own.length})`, own.map(issueLine));
}

function issueLine({ old, new: now, because, changed, match, perhaps }: IssueChange): string {
  const { name, title } = now ?? old ?? { name: '', title: '' };
  const notes = [
    old && now && old.name !== now.name ? `was ${old.name}` : '',
    because === 'back' ? 'was resolved and is back' : '',
    changedInWords(changed),
    match?.certainty === 'likely' ? 'likely the same issue' : '',
    perhaps ? `perhaps ${perhaps.issue.name} of the ${now ? 'earlier' : 'present'} review` : '',
  ].filter((note) => note !== '');
  return `${name}: ${titleInWords(title)}${notes.length > 0 ? ` (${notes.join('; ')})` : ''}`;
}

const standingLine = (label: string, { old, new: now, trend }: RankedChange): string[] =>
  old === null && now === null
    ? []
    : [
        `**${label}:** ${containLine(trend === 'same' ? `${now}, as before` : `${old ?? '–'} → ${now ?? '–'}`)}`,
      ];

function checklistLine({ label, group, old, new: now }: ChecklistChange): string[] {
  if (!old || (old.done === now.done && old.of === now.of)) return [];
  return [`${fieldTitle({ group, label })}: ${old.done}/${old.of} → ${now.done}/${now.of}`];
}

function bullets(label: string, lines: string[]): string[] {
  if (lines.length === 0) return [];
  return [`**${label}:**`, lines.map((line) => `- ${containLine(line)}`).join('\n')];
}
