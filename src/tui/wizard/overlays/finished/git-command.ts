import { relative } from 'node:path';
import { isInside } from '../../../../files/inside.ts';
import { titleOf } from '../../../../review/progress.ts';
import { visible } from '../../../../text/clean.ts';
import { shellLine } from '../../../../text/shell.ts';
import type { State } from '../../state/state.ts';

/**
 * The command that commits a report to the reviewed repository, for the shell in which the program was started; null
 * where the report is not in it, or has a name that nobody can read. It is shown, and never run.
 * @param path absolute
 */
export function commitCommand({ facts, cwd, template, history }: State, path: string): string | null {
  const { repository } = facts;
  if (!repository || !isInside(path, repository)) return null;
  const isHere = isInside(cwd, repository);
  const git = isHere ? ['git'] : ['git', '-C', repository];
  const file = relative(isHere ? cwd : repository, path);
  const title = visible(titleOf(template.title, history.present)).replace(/\s+/g, ' ').trim();
  const add = shellLine([...git, 'add', '--', file]);
  const commit = shellLine([...git, 'commit', '-m', `Add review of ${title}`, '--', file]);
  return add && commit && `${add} && ${commit}`;
}
