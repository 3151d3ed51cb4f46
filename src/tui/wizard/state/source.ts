import { type Target, targetsIn } from '../../../fields/path.ts';
import type { SourceText } from '../../../repository/source/read-source.ts';
import { type FieldRef, valueAt } from '../../../review/review.ts';
import { chosenRow } from './findings/triage-rows.ts';
import { placeOf } from './focus.ts';
import type { SourceView, Stretch } from './source-view.ts';
import type { State } from './state.ts';

/** The fields of an issue that the source stands beside. */
const fields: readonly string[] = ['location', 'evidence', 'fix'];

/** The issue whose location, evidence or fix has the focus; null elsewhere. */
export function sourcedIssue({ focus }: Pick<State, 'focus'>): string | null {
  const place = placeOf(focus);
  return place && 'issue' in place && fields.includes(place.field) ? place.issue : null;
}

/**
 * What the location that has the focus points at, or else the first of the issue's locations that names a file; in the
 * triage, that of the finding that is picked out.
 */
export function sourceTarget(state: Pick<State, 'focus' | 'history' | 'overlay'>): Target | null {
  const { overlay } = state;
  const triage = overlay?.type === 'source' ? overlay.under : overlay;
  if (triage?.type === 'triage')
    return chosenRow({ ...state, overlay: triage })?.candidate.locations.flatMap(targetsIn)[0] ?? null;
  const issue = sourcedIssue(state);
  if (issue === null) return null;
  const place: FieldRef = { issue, field: 'location' };
  const value = valueAt(state.history.present, place);
  const rows = Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
  const { focus } = state;
  const here = focus?.on === 'row' && placeOf(focus) ? rows[focus.index] : undefined;
  const isLocation = focus?.on === 'row' && 'issue' in focus.place && focus.place.field === 'location';
  const [target] = (isLocation && here !== undefined ? [here] : rows).flatMap(targetsIn);
  return target ?? null;
}

/** The source to be shown for what has the focus; null where there is none, or it is still being read. */
export function sourceOf(state: State): SourceView | null {
  const target = state.source && sourceTarget(state);
  return target && state.source?.path === target.path ? state.source : null;
}

/** The lines that a target names, within a file. */
export function citedIn({ from, to }: Target, text: SourceText): Stretch | null {
  if (from === 0 || 'refused' in text || from > text.lines.length) return null;
  return { from, to: Math.min(to, text.lines.length) };
}
