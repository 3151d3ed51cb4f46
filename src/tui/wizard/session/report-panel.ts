import type { ReportLine } from '../../../report/writer/report-parts.ts';
import { issueById } from '../../../review/review.ts';
import { besideTop, type MarkedReport } from '../../preview/preview-panel.ts';
import { editedLine } from '../overlays/edited-line.ts';
import { previewOf } from '../overlays/preview.ts';
import { geometryOf } from '../render/geometry.ts';
import { sameFocus } from '../state/focus.ts';
import type { State } from '../state/state.ts';
import type { WizardStore } from '../state/store.ts';
import type { Part } from './part.ts';

/** The report is made anew this long after a change, in milliseconds: keys come first. */
const soon = 100;
/** One that takes longer to make, in milliseconds, waits for a pause of so many between two keys, or times that long. */
const slow = { cost: 8, pause: 500, times: 5 };

/**
 * Keeps the report beside the form up to date, a moment after each change, and loads the colours for code when code
 * is shown for the first time.
 */
export function openReportPanel(store: WizardStore): Part {
  let seen: State | null = null;
  let cost = 0;
  let timer: NodeJS.Timeout | null = null;
  let loading = false;
  let ended = false;

  const make = () => {
    timer = null;
    // The terminal may have become too narrow for it meanwhile.
    if (!hasRoom(store.getState())) return;
    const begun = performance.now();
    seen = store.getState();
    const report = previewOf(seen);
    cost = performance.now() - begun;
    store.dispatch((state) => ({ ...state, beside: { ...report, top: topOf(state, report) } }));
  };
  const load = async () => {
    loading = true;
    const { highlighted } = await import('../../preview/highlight.ts');
    if (!ended) store.dispatch((state) => ({ ...state, highlight: highlighted }));
  };
  const look = () => {
    const state = store.getState();
    const beside = hasRoom(state);
    if (!state.highlight && !loading && showsCode(state)) void load();
    if (!beside || (seen && isSame(state, seen))) return;
    if (cost > slow.cost && timer) clearTimeout(timer);
    if (cost > slow.cost) timer = setTimeout(make, Math.max(slow.pause, slow.times * cost));
    else timer ??= setTimeout(make, soon);
  };
  look();
  const stop = store.subscribe(look);
  return {
    end() {
      ended = true;
      stop();
      if (timer) clearTimeout(timer);
    },
  };
}

/** Whether code is on the screen, or may be: in the report, in a file, as the evidence of the open issue. */
function showsCode({ size, overlay, open, history }: State): boolean {
  if (geometryOf(size).aside > 0 || overlay?.type === 'preview' || overlay?.type === 'source') return true;
  const issue = open && 'issue' in open ? issueById(history.present, open.issue) : undefined;
  return issue?.answers.evidence !== undefined;
}

const hasRoom = ({ size }: State): boolean => geometryOf(size).aside > 0;

const isSame = (state: State, seen: State): boolean =>
  state.history.present === seen.history.present &&
  sameFocus(state.focus, seen.focus) &&
  state.page === seen.page &&
  state.size === seen.size &&
  (state.buffer === seen.buffer || editedLine(state) === editedLine(seen));

function topOf({ beside, highlight, size }: State, report: MarkedReport): ReportLine {
  const { aside, height } = geometryOf(size);
  return besideTop(report, beside?.top ?? { part: 0, line: 0 }, highlight, aside - 4, height);
}
