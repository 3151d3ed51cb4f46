import { bullets } from '../../markdown/bullets.ts';
import type { Line } from '../../markdown/scan.ts';
import { type DeltaSection, deltaSectionOf, type Outcome } from '../../review/previous/delta-section.ts';
import type { Template } from '../../template/template.ts';
import { emptyStretch, type Stretch } from '../reader/cutting/stretch.ts';
import { KnownIssues } from './issues/same-issue.ts';
import { tablesIn } from './tables/tables.ts';
import { looseName } from './vocabulary/names.ts';

/** What a group's heading says became of the issues below it. */
const groupNames: [Outcome, RegExp][] = [
  ['accepted', /^(?:accepted|risk accepted|accepted risks?)\b/],
  [
    'open',
    /^(?:(?:still|remaining|remains?) )?(?:open|unresolved|outstanding|remaining|carried (?:over|forward)|not (?:yet )?fixed)\b/,
  ],
  ['resolved', /^(?:resolved|fixed|closed|addressed|completed|done)\b/],
  ['changed', /^(?:changed|severity changed|downgraded|upgraded|re-?classified)\b/],
];

/** Words of such a heading that say nothing else. */
const plainWords = new Set(
  'resolved fixed closed addressed completed done accepted risk risks still remaining remains open unresolved outstanding carried over forward not yet changed severity issues issue findings since from the last previous earlier review in this'.split(
    ' ',
  ),
);

/**
 * The stretches with what a section on the previous review says in groups of a team's own ("Resolved Since Last
 * Review") as items of the template's list. Other groups stay as they are.
 */
export function withDeltaGroups(template: Template, stretches: Stretch[]): Stretch[] {
  const delta = deltaSectionOf(template);
  const home = delta && template.sections.find(({ list }) => list === delta.list.id);
  if (!delta || !home || !stretches.some(({ section }) => section.page === home.page)) return stretches;
  const issues = new KnownIssues();
  for (const stretch of stretches) for (const issue of stretch.issues) issues.add(issue);
  return stretches.flatMap((stretch) => {
    if (stretch.section.page !== home.page || stretch.foreign.length === 0) return [stretch];
    const { items, rest } = grouped(delta, stretch.foreign, issues);
    if (items.length === 0) return [stretch];
    return [
      { ...stretch, foreign: rest },
      { ...emptyStretch(home), lines: items },
    ];
  });
}

function grouped(
  { words }: DeltaSection,
  lines: Line[],
  issues: KnownIssues,
): { items: Line[]; rest: Line[] } {
  const items: Line[] = [];
  const rest: Line[] = [];
  let at = 0;
  while (at < lines.length) {
    const line = lines[at] as Line;
    let end = at + 1;
    while (end < lines.length && lines[end]?.level === undefined) end += 1;
    const group = lines.slice(at + 1, end);
    const name = looseName(line.title ?? '');
    const outcome =
      line.level === undefined ? undefined : groupNames.find(([, named]) => named.test(name))?.[0];
    const told = outcome ? titlesIn(group) : null;
    if (!outcome || !told) for (const one of lines.slice(at, end)) rest.push(one);
    else {
      if (!saysOnlyOutcome(name)) rest.push(line);
      for (const one of told)
        for (const text of itemOf(one.text, words[outcome], issues)) items.push({ ...text, at: one.at });
    }
    at = end;
  }
  return { items, rest };
}

/** Whether the heading of a group says nothing but what became of its issues: "Resolved since the last review". */
export const saysOnlyOutcome = (name: string): boolean =>
  groupNames.some(([, named]) => named.test(name)) && name.split(' ').every((word) => plainWords.has(word));

/** The items of a list, each of one line; null for a group that holds anything else. */
function titlesIn(group: Line[]): { text: string; at: number }[] | null {
  const first = group.find(({ kind }) => kind !== 'blank');
  if (!first || tablesIn(group).length > 0) return null;
  const found = bullets(group.map(({ text }) => text).join('\n'));
  const isPlain = found.every(({ marked, text }) => marked && !text.includes('\n'));
  return isPlain ? found.map(({ text, at }) => ({ text, at: (group[0]?.at ?? 0) + at })) : null;
}

/** "CRITICAL-1: Title - why" as an item of the list. */
function itemOf(text: string, outcome: string, issues: KnownIssues): Omit<Line, 'at'>[] {
  const plain = text.replace(/\*\*|__|~~/g, '').trim();
  const [, title = plain, note = ''] = /^(.+?)\s+(?:[–—-]|→)\s+(.+)$/.exec(plain) ?? [];
  const known = issues.find({ title: title.replace(/^[A-Z]+-\d+:\s*/, '') })?.number;
  const link = known === undefined ? '' : ` → ${known}`;
  const line = (words: string, depth: number) => ({ text: words, kind: 'text' as const, depth });
  return [
    line(`1. **${title}**${link}: ${outcome}`, 1),
    ...(note === '' ? [] : [line(`   - Note: ${note}`, 2)]),
  ];
}
