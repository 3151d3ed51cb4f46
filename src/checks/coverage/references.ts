import { memo } from '../../memo.ts';
import type { Review } from '../../review/review.ts';
import type { Template } from '../../template/template.ts';
import { rolesOf } from '../roles.ts';
import { filesFor } from './coverage.ts';
import { patternIn } from './pattern.ts';

/** The paths that the references name, as code: those of the template too, while its own references hold. */
export function referencedPaths(template: Template, { answers }: Review): readonly string[] {
  const { references } = rolesOf(template);
  const answer = references && answers[references.id];
  if (answer && 'notApplicable' in answer) return none;
  const rows = answer?.value ?? references?.default;
  return Array.isArray(rows) ? pathsInAll(rows) : none;
}

const none: readonly string[] = [];

const pathsInAll = memo((rows: readonly unknown[]): readonly string[] => [
  ...new Set(rows.flatMap((row) => (typeof row === 'string' ? pathsIn(row) : []))),
]);

/** The paths in the repository that a reference names: no command, address, version, or file elsewhere. */
export const pathsIn = (reference: string): string[] =>
  [...reference.matchAll(/`([^`\n]+)`/g)].flatMap(([code, words = '']) => {
    const path = patternIn(code.replace(/(?::\d+(?:-\d+)?)?`$/, '`'));
    const isElsewhere = /^[/~]|:\/\/|\.\.\//.test(words);
    return path !== null && !isElsewhere && /\/|\.[a-z]\w*$/i.test(path) ? [path] : [];
  });

/** Whether a path stands for no tracked file. */
export const isUntracked = (tracked: readonly string[], path: string): boolean =>
  filesFor(tracked, `\`${path}\``)?.length === 0;
