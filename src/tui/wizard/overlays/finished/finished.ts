import { within } from '../../../picker/scroll.ts';
import type { Overlay } from '../../state/overlay.ts';
import { type NextState, type State, say } from '../../state/state.ts';
import { openPreview } from '../preview.ts';
import { commitCommand } from './git-command.ts';

export type Finished = Extract<Overlay, { type: 'finished' }>;

type Choice = 'commit' | 'view' | 'edit' | 'home';

/** What can be done next, with the key that does it. */
interface NextStep {
  choice: Choice;
  key: string;
  label: string;
  about: string;
}

/** What can be done once the report is written. */
export function nextSteps(state: State, { path }: Finished): NextStep[] {
  const command = commitCommand(state, path);
  return [
    ...(command ? [{ choice: 'commit', key: 'c', label: 'Git command', about: command } as const] : []),
    { choice: 'view', key: 'v', label: 'View the report', about: 'as it reads' },
    { choice: 'edit', key: 'e', label: 'Go on editing', about: 'the draft stays open for changes' },
    { choice: 'home', key: 'h', label: 'Home', about: 'the drafts' },
  ];
}

export const moveInFinished = (state: State, by: 1 | -1): State =>
  state.overlay?.type === 'finished'
    ? {
        ...state,
        overlay: {
          ...state.overlay,
          at: within(state.overlay.at + by, 0, nextSteps(state, state.overlay).length - 1),
        },
      }
    : state;

/** Does the step that is picked out, or the one of a key. */
export function takeNextStep(state: State, key?: string): NextState {
  const { overlay } = state;
  if (overlay?.type !== 'finished') return state;
  const steps = nextSteps(state, overlay);
  const step = key === undefined ? steps[overlay.at] : steps.find((one) => one.key === key);
  switch (step?.choice) {
    case 'commit':
      return {
        state: say(state, 'Not run. Ctrl+C leaves and prints the command, for you to run.'),
        effect: { do: 'print', command: step.about },
      };
    case 'view':
      return openPreview(state);
    case 'edit':
      return { ...state, overlay: null };
    case 'home':
      return { state, effect: { do: 'home' } };
    default:
      return state;
  }
}

export const canCommit = (state: State): boolean =>
  state.overlay?.type === 'finished' && commitCommand(state, state.overlay.path) !== null;
