import { useMemo } from 'react';
import { seg } from '../../line.ts';
import type { Hint } from '../../screens/Frame.tsx';
import { type Entry, Palette } from '../../screens/Palette.tsx';
import { Row } from '../../widgets/Row.tsx';
import { applyFix, removeOverride } from '../edit/fixes.ts';
import { goToField } from '../navigation/go-to.ts';
import { shown } from '../render/text.ts';
import type { State } from '../state/state.ts';
import { useStore, useWizard } from '../state/store.ts';
import { type OpenPoint, problemsOf } from './problems.ts';

const closed = (state: State): State => ({ ...state, overlay: null });

/** What the checks found, and what has no answer yet: Enter goes there, Alt+R does what is offered. */
export function Problems({ width, height }: { width: number; height: number }) {
  const store = useStore();
  const said = useWizard((state) => state.notice?.text ?? '');
  const found = useWizard(problemsOf);
  const entries = useMemo(() => found.map(entryOf), [found]);
  const problemOf = (entry: Entry): OpenPoint | undefined => found[Number(entry.id)];
  if (found.length === 0) {
    return (
      <Row
        line={[seg('  ✓ ', 'done'), seg('Nothing is wrong, and every field is answered. Esc goes back.')]}
      />
    );
  }
  const pick = (entry: Entry) => {
    const place = problemOf(entry)?.place;
    store.dispatch((state) => (place ? goToField(closed(state), place) : closed(state)));
  };
  const chord = (entry: Entry, letter: string) => {
    const finding = problemOf(entry)?.finding;
    const { fix } = finding ?? {};
    if (letter === 'r' && fix && finding?.overridden === undefined)
      store.dispatch((state) => applyFix(state, fix));
    if (letter === 'o' && finding?.overridden !== undefined)
      store.dispatch((state) => removeOverride(state, finding));
  };
  return (
    <Palette
      title={`Problems (${found.length})`}
      placeholder="any part of a name"
      entries={entries}
      onPick={pick}
      onChord={chord}
      detailOf={(entry) => detailOf(problemOf(entry))}
      hintsFor={(entry) => hintsOf(entry && problemOf(entry))}
      said={said}
      onClose={() => store.dispatch(closed)}
      width={width}
      height={height}
    />
  );
}

function entryOf({ level, path, what, remedy, finding }: OpenPoint, index: number): Entry {
  const todo = finding?.overridden === undefined ? remedy : `stands, because: ${finding.overridden}`;
  const note = level === 'missing' ? 'no answer yet' : level === 'error' ? '! error' : level;
  return {
    id: String(index),
    title: shown(level === 'missing' ? what : `${what} → ${todo}`),
    ...(path !== '' && { path: shown(path) }),
    kind: 'field',
    note: finding?.overridden === undefined ? note : 'overridden',
  };
}

/** In full what the list has room for only in part. */
function detailOf(problem: OpenPoint | undefined): string {
  if (!problem) return '';
  const { level, what, remedy, finding } = problem;
  const todo = finding?.overridden === undefined ? remedy : `stands, because: ${finding.overridden}`;
  return level === 'missing' ? `→ ${remedy}` : `${what} → ${todo}`;
}

function hintsOf(problem: OpenPoint | undefined): Hint[] {
  const { finding } = problem ?? {};
  if (finding?.overridden !== undefined) return [['Alt+O', 'take the reason back']];
  return finding?.fix ? [['Alt+R', shown(finding.fix.label)]] : [];
}
