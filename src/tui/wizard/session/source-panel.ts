import { wordsAt } from '../../../checks/check.ts';
import { rolesOf } from '../../../checks/roles.ts';
import type { Context } from '../../../context.ts';
import type { Target } from '../../../fields/path.ts';
import type { SourceText } from '../../../repository/source/read-source.ts';
import { geometryOf } from '../render/geometry.ts';
import { citedIn, sourceTarget } from '../state/source.ts';
import type { SourceView } from '../state/source-view.ts';
import type { State } from '../state/state.ts';
import type { WizardStore } from '../state/store.ts';
import { type Part, whenAtRest } from './part.ts';

/** A file is read when nothing has changed for so many milliseconds: its path may still be being typed. */
const pause = 150;

/** Keeps the file that the focused location names ready beside the form, or in its pop-up. */
export function openSourcePanel(store: WizardStore, { env }: Pick<Context, 'env'>): Part {
  let ended = false;
  /** The file that was read last: other lines of it need no git. */
  let last: { key: string; text: SourceText } | null = null;

  async function read(repository: string, version: string, target: Target): Promise<SourceView | null> {
    const { reviewedCommit } = await import('../../../repository/source/reviewed-commit.ts');
    const commit = await reviewedCommit(repository, env, version);
    if (!commit) return null;
    const { path } = target;
    const key = `${commit.id}:${path}`;
    const { readSource } = await import('../../../repository/source/read-source.ts');
    if (last?.key !== key) last = { key, text: await readSource(repository, env, commit.id, path) };
    const { text } = last;
    const cited = citedIn(target, text);
    const { lastChange } = await import('../../../repository/source/last-change.ts');
    const changed = cited && (await lastChange(repository, env, commit.id, { path, ...cited }));
    return { commit, path, text, cited, selected: cited ?? { from: 1, to: 1 }, last: changed };
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

const versionOf = ({ template, history }: State): string =>
  wordsAt(history.present, rolesOf(template).version);

/** Equal while the same lines are to be shown. */
function keyOf(state: State): string {
  const target = isShown(state) ? sourceTarget(state) : null;
  return target ? `${versionOf(state)}\n${target.text}` : '';
}
