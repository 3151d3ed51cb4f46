import type { Severity } from '../../../../fields/issue.ts';
import { type Candidate, candidatesOf } from '../../../../findings/candidates.ts';
import { type Closing, decisionOn, isGone } from '../../../../findings/standing.ts';
import { memo } from '../../../../memo.ts';
import type { Decisions, KeptFinding } from '../../../../review/evidence/findings.ts';
import type { Issue } from '../../../../review/review.ts';
import type { Entry } from '../../../picker/find.ts';
import { chosenOf, foundOf, type PickList } from '../../../picker/picker-panel.ts';
import type { Overlay } from '../overlay.ts';
import type { State } from '../state.ts';
import { waitingInWords } from './waiting.ts';

/** What scanners found, to be decided on; what was decided; what the next scan did not have any more. */
export const triageLists = ['open', 'decided', 'gone'] as const;
type TriageList = (typeof triageLists)[number];
export type Triage = Extract<Overlay, { type: 'triage' }>;

/** A candidate as a row of the triage. */
export interface TriageRow extends Entry {
  candidate: Candidate;
  /** As the scanner has it, or as the reviewer rated it. */
  severity: Severity;
  isRated: boolean;
  isNew: boolean;
  /** What was decided on it, while that holds. */
  decision: Closing | null;
}

type TriageRows = Record<TriageList, TriageRow[]>;

const candidatesIn = memo((findings: readonly KeptFinding[]) => candidatesOf(findings));

const noFindings: readonly KeptFinding[] = [];
const noDecisions: Decisions = {};

/** The rows of all three lists; made anew only when something of them changed. */
export function triageRows({ history }: Pick<State, 'history'>): TriageRows {
  const { findings = noFindings, decisions = noDecisions, issues } = history.present;
  return rowsOf(findings, decisions, issues);
}

/** That findings wait, as a sentence; empty where none does. */
export const waitingFindings = (state: Pick<State, 'history'>): string =>
  state.history.present.findings ? waitingInWords(triageRows(state).open.length) : '';

const rowsOf = memo(
  (findings: readonly KeptFinding[], decisions: Decisions, issues: readonly Issue[]): TriageRows => {
    const there = new Set(issues.map(({ id }) => id));
    const rows: TriageRows = { open: [], decided: [], gone: [] };
    for (const candidate of candidatesIn(findings)) {
      const row = rowOf(candidate, decisions, there);
      rows[isGone(candidate) ? 'gone' : row.decision ? 'decided' : 'open'].push(row);
    }
    return rows;
  },
);

function rowOf(candidate: Candidate, decisions: Decisions, issues: ReadonlySet<string>): TriageRow {
  const { fingerprint, tool, rule, title, locations, message, findings } = candidate;
  const all = findings.flatMap((one) => decisions[one.fingerprint] ?? []);
  const rated = all.find((one) => one.is === 'rated');
  const severity = rated?.severity ?? candidate.severity;
  return {
    id: fingerprint,
    title,
    path: `${severity} ${rule}`,
    kind: 'finding',
    text: `${tool} ${locations.join(' ')} ${message}`,
    candidate,
    severity,
    isRated: rated !== undefined,
    isNew: findings.some(({ since }) => since === 'new'),
    decision: decisionOn(candidate, decisions, issues),
  };
}

/** The rows of the list that is shown, as what they are picked from. */
const triagePicks = (state: Pick<State, 'history'>, { list }: Triage): PickList<TriageRow> => ({
  title: 'Findings',
  placeholder: '/ filters by severity, rule, file or words',
  entries: triageRows(state)[list],
});

export const triageFound = (state: Pick<State, 'history'>, overlay: Triage): readonly TriageRow[] =>
  foundOf(triagePicks(state, overlay), overlay.picker);

/** The row that is picked out; undefined where there is none. */
export function chosenRow({ history, overlay }: Pick<State, 'history' | 'overlay'>): TriageRow | undefined {
  return overlay?.type === 'triage' ? chosenOf(triagePicks({ history }, overlay), overlay.picker) : undefined;
}
