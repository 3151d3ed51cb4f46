import { coverageOf } from '../../../../checks/coverage/coverage.ts';
import { conditionMissing } from '../../../../checks/rules/verdict.ts';
import { severities } from '../../../../fields/issue.ts';
import { kinds } from '../../../../fields/kinds.ts';
import { memo } from '../../../../memo.ts';
import { countChecklistAnswers } from '../../../../review/answer-counts.ts';
import { countBySeverity } from '../../../../review/issue-names.ts';
import { fieldKey, type Issue, type Review, valueAt } from '../../../../review/review.ts';
import { isTooHopeful, type Suggestion, suggestedVerdict } from '../../../../review/suggested-verdict.ts';
import type { Template } from '../../../../template/template.ts';
import { widestOf } from '../../../../text/widest.ts';
import { displayWidth, padEnd, truncate } from '../../../../text/width.ts';
import { bars, gauge } from '../../../bars.ts';
import { type Row, rowWidth, seg } from '../../../row.ts';
import { problemsAt } from '../../state/problems.ts';
import { progressFor } from '../../state/progress.ts';
import type { State } from '../../state/state.ts';
import { geometryOf } from '../geometry.ts';
import { shown, wordRows } from '../text.ts';
import { severityTone } from './issues.ts';

/** How much of something there is: "Checklist ████░░ 17/31". */
interface Measure {
  label: string;
  share: number;
  said: string;
}

const leastGauge = 4;
/** Rows beside the four severities. */
const most = 4;

/** The review at a glance: issues by severity and category, how far it is, its metrics, the verdict. */
export function summaryRows(state: State): Row[] {
  const { width, height } = geometryOf(state.size);
  const review = state.history.present;
  const counts = countBySeverity(review);
  const all = severities.map((severity) => ({
    label: severity,
    count: counts[severity],
    tone: severityTone[severity],
  }));
  const isWide = width >= 60;
  const left = [caption('Issues by severity'), ...bars(all, 10, isWide ? 10 : Math.max(4, width - 20))];
  const right = [
    caption('Progress'),
    ...measureLines(measures(state), isWide ? width - column - 4 : width - 4),
  ];
  const rows = isWide ? beside(left, right) : [...left, ...right];
  return [...rows, ...categoryLines(review, width, height), ...verdictLines(state, width)].map((line) => [
    seg('  '),
    ...line,
  ]);
}

/** Columns of the left one of two charts. */
const column = 28;

/** What a chart counts. */
const caption = (words: string): Row => [seg(words, 'label')];

function beside(left: Row[], right: Row[], at = column): Row[] {
  return Array.from({ length: Math.max(left.length, right.length) }, (_, index) => {
    const first = left[index] ?? [];
    const second = right[index];
    return second ? [...first, seg(' '.repeat(Math.max(1, at - rowWidth(first)))), ...second] : first;
  });
}

function measureLines(all: Measure[], room: number): Row[] {
  const said = Math.max(...all.map((one) => displayWidth(one.said))) + 1;
  const widest = Math.max(...all.map(({ label }) => displayWidth(label))) + 2;
  const labels = Math.max(4, Math.min(widest, room - said - leastGauge));
  const width = Math.max(leastGauge, Math.min(20, room - labels - said));
  return all.map(({ label, share, said: words }) => [
    seg(padEnd(truncate(label, labels - 2), labels)),
    ...gauge(share, width),
    seg(` ${words}`, 'answer'),
  ]);
}

/** All of it, the checklists, then what the reviewer has measured: coverage first. */
function measures(state: State): Measure[] {
  const { template, history } = state;
  const { answered, total } = progressFor(state);
  const whole = share(answered, total);
  const out: Measure[] = [{ label: 'Answered', share: whole, said: `${Math.floor(whole * 100)}%` }];
  const ticked = countChecklistAnswers(template, history.present);
  if (ticked.total > 0) {
    const said = `${ticked.answered}/${ticked.total}`;
    out.push({ label: 'Ticked off', share: share(ticked.answered, ticked.total), said });
  }
  const { tracked } = state.external;
  if (tracked && tracked.length > 0) {
    const covered = coverageOf(template, history.present, tracked);
    const said = `${covered.reviewed} of ${covered.total}`;
    out.push({ label: 'Reviewed', share: share(covered.reviewed, covered.total), said });
  }
  return [...out, ...metrics(state)].slice(0, most);
}

function metrics({ template, history }: State): Measure[] {
  const found: Measure[] = [];
  for (const field of measuredFields(template)) {
    const value = valueAt(history.present, { field: field.id });
    if (typeof value !== 'string') continue;
    const percent = field.unit?.startsWith('%') && /^\d+(\.\d+)?$/.test(value.trim());
    const [part = '', of = ''] = value.split('/');
    if (percent && Number(value) <= 100) {
      found.push({ label: field.label, share: Number(value) / 100, said: `${value.trim()}%` });
    } else if (/^\s*\d+\s*$/.test(part) && Number(of) > 0 && Number(part) <= Number(of)) {
      found.push({ label: field.label, share: Number(part) / Number(of), said: value.trim() });
    }
  }
  const rank = ({ label }: Measure) => (/coverage/i.test(label) ? 0 : 1);
  return found.toSorted((one, other) => rank(one) - rank(other));
}

const measuredFields = memo(({ fields }: Template) =>
  Object.values(fields).filter(({ kind }) => kinds[kind].measures),
);

const share = (part: number, all: number): number => (all === 0 ? 0 : part / all);

/** "Security  ███ 3    Testing  █ 1", the most frequent first, one below the other, and in two columns where they fit. */
function categoryLines({ issues }: Review, width: number, rows: number): Row[] {
  const counts = categoryCounts(issues);
  if (counts.length === 0) return [];
  // The rarest give way on a screen with few rows.
  const most = rows >= 30 ? 8 : 4;
  const sorted = counts.slice(0, most);
  const names = Math.min(24, Math.max(8, width - 16), widestOf(sorted.map(([name]) => shown(name))));
  const all = sorted.map(([name, count]) => ({ label: truncate(shown(name), names), count }));
  const charted = bars(all, names + 2, 8);
  const isDouble = width >= 2 * (names + 2 + 8 + 6);
  const half = isDouble ? Math.ceil(charted.length / 2) : charted.length;
  const lines = beside(charted.slice(0, half), charted.slice(half), Math.max(column, names + 14));
  const rest = counts.length - sorted.length;
  const more: Row[] = rest > 0 ? [[seg(`and ${rest} more`, 'dim')]] : [];
  return [[], caption('Issues by category'), ...lines, ...more];
}

const categoryCounts = memo((issues: readonly Issue[]): [category: string, count: number][] => {
  const counts = new Map<string, number>();
  for (const { answers } of issues) {
    const { category } = answers;
    if (!category || !('value' in category)) continue;
    for (const name of category.value) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].toSorted((one, other) => other[1] - one[1]);
});

function verdictLines(state: State, width: number): Row[] {
  const suggested = suggestedVerdict(state.template, state.history.present);
  if (!suggested || state.history.present.issues.length === 0) return [];
  const given = valueAt(state.history.present, { field: 'recommendation' });
  // Until there is a verdict, its field says what the issues point to.
  if (typeof given !== 'string') return [];
  const unmet = problemsAt(state, fieldKey({ field: 'recommendation' })).find(
    ({ id }) => id === conditionMissing.id,
  );
  if (unmet) return [[], ...wordRows(shown(`${unmet.message}.`), width - 4, 'high')];
  const against = isTooHopeful(given, suggested);
  const words = against
    ? `The facts suggest ${suggested.answer} (${suggested.because}), but it says ${given}.`
    : agreement(given, suggested);
  return words === null ? [] : [[], ...wordRows(shown(words), width - 4, against ? 'high' : 'plain')];
}

/** What the facts say of a verdict that they do not speak against; nothing of one that is stricter than they are. */
function agreement(given: string, { answer, because }: Suggestion): string | null {
  if (given === answer) return `${given} agrees with the facts (${because}).`;
  const isCondition = given === 'CONDITIONAL GO' && answer === 'NO-GO';
  return isCondition ? `${given} agrees with the facts (${because} until done).` : null;
}

/** What decides how it looks. */
export const summaryDependencies = (state: State): unknown[] => [
  state.size,
  state.history.present,
  state.external.tracked,
  problemsAt(state, fieldKey({ field: 'recommendation' })),
];
