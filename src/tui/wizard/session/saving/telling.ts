import type { Draft } from '../../../../drafts/format/draft.ts';
import type { Writer } from '../../../../drafts/open-draft/writer.ts';
import { done, type Result } from '../../../../failure.ts';
import { draftOf, type State } from '../../state/state.ts';
import { samePosition } from './same-draft.ts';

/** What a draft's journal has been told of what is done in a window. */
export interface Telling {
  /** Tells the journal what is new. What it could not be told comes with the next change. */
  tell(writer: Writer, state: State): Result<void>;
  /** Whether something was done that the journal has not been told. */
  isBehind(state: State): boolean;
  /** Whether that is more than the state remembers of what was done: only saving the whole draft holds it. */
  isTooMuch(state: State): boolean;
  /** Whether the state is just what the journal was told. */
  isTold(state: State): boolean;
  /** A state that the journal need not be told: it is in the draft that was read or saved. */
  known(state: State): void;
}

export function openTelling(start: State): Telling {
  const partOf = (state: State) => ({ made: state.history.made, position: draftOf(state).position });
  let told: { made: number; position: Draft['position'] } = partOf(start);
  return {
    isBehind: ({ history }) => history.made !== told.made,
    isTooMuch: ({ history }) => history.made - told.made > history.recent.length,
    isTold: (state) =>
      state.history.made === told.made && samePosition(told.position, draftOf(state).position),
    known(state) {
      told = partOf(state);
    },
    tell(writer, state) {
      const { history, facts } = state;
      const { position } = draftOf(state);
      const count = history.made - told.made;
      const moved = !samePosition(told.position, position);
      if (count === 0 && !moved) return done(undefined);
      const changes = count > 0 ? history.recent.slice(-count) : [];
      const noted = writer.note(changes, moved ? position : null, facts.worked);
      if (noted.ok) told = { made: history.made, position };
      return noted;
    },
  };
}
