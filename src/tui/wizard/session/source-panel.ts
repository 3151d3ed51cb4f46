import type { Context } from '../../../context.ts';
import type { Target } from '../../../fields/path.ts';
import type { SourceText } from '../../../repository/source/read-source.ts';
import type { ReviewedCommit } from '../../../repository/source/reviewed-commit.ts';
import { geometryOf } from '../render/geometry.ts';
import { citedIn, sourceTarget } from '../state/source.ts';
import type { SourceView } from '../state/source-view.ts';
import type { State } from '../state/state.ts';
import type { WizardStore } from '../state/store.ts';
import { versionOf } from '../state/version.ts';
import { type Part, whenAtRest } from './part.ts';

/** A file is read when nothing has changed for so many milliseconds: its path may still be being typed. */
const pause = 150;

/** Keeps the file that the focused location names ready beside the form, or in its pop-up. */
export function openSourcePanel(store: WizardStore, { env }: Pick<Context, 'env'>): Part {
  let ended = false;
  /** The commit that the version meant last. */
  let bound: { version: string; commit: ReviewedCommit } | null = null;
  /** The file that was read last: other lines of it need no git. */
  let last: { key: string; text: SourceText } | null = null;

  async function read(repository: string, version: string, target: Target): Promise<SourceView | null> {
    const commit = await commitOf(repository, version);
    if (!commit) return null;
    const { path } = target;
    const key = `${commit.id}:${path}`;
    const { lastChange, readSource } = await import('./later.ts');
    if (last?.key !== key) last = { key, text: await readSource(repository, env, commit.id, path) };
    const { text } = last;
    const cited = citedIn(target, text);
    const changed = cited && (await lastChange(repository, env, commit.id, { path, ...cited }));
    return { commit, path, text, cited, selected: cited ?? { from: 1, to: 1 }, last: changed };
  }

  async function commitOf(repository: string, version: string): Promise<ReviewedCommit | null> {
    if (bound?.version === version) return bound.commit;
    const { reviewedCommit } = await import('./later.ts');
    const commit = await reviewedCommit(repository, env, version);
    bound = commit && { version, commit };
    return commit;
  }

  async function look() {
    const state = store.getState();
    const { repository } = state.facts;
    const target = isShown(state) ? sourceTarget(state) : null;
    if (!target || !repository) return;
    const asked = keyOf(state);
    const source = await read(repository, versionOf(state), target);
    if (!ended && source && keyOf(store.getState()) === asked) store.dispatch((now) => ({ ...now, source }));
  }

  const rest = whenAtRest(
    store,
    (state) => [keyOf(state)],
    pause,
    () => void look().catch(() => {}),
  );
  return {
    end() {
      ended = true;
      rest.end();
    },
  };
}

const isShown = ({ size, overlay }: State): boolean =>
  geometryOf(size).aside > 0 || overlay?.type === 'source';

/** Equal while the same lines are to be shown. */
function keyOf(state: State): string {
  const target = isShown(state) ? sourceTarget(state) : null;
  return target ? `${versionOf(state)}\n${target.text}` : '';
}
