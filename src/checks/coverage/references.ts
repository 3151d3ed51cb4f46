import { memo } from '../../memo.ts';
import type { Review } from '../../review/review.ts';
import type { Template } from '../../template/template.ts';
import { rolesOf } from '../roles.ts';
import { patternIn } from './pattern.ts';

/** The paths that the references name, as code: those of the template too, while its own references hold. */
export function referencedPaths(template: Template, { answers }: Review): readonly string[] {
  const { references } = rolesOf(template);
  const answer = references && answers[references.id];
  if (answer && 'notApplicable' in answer) return none;
  const rows = answer?.value ?? references?.default;
  return Array.isArray(rows) ? pathsIn(rows) : none;
}

const none: readonly string[] = [];

const pathsIn = memo((rows: readonly unknown[]): readonly string[] => [
  ...new Set(rows.flatMap((row) => (typeof row === 'string' ? codeIn(row) : []))),
]);

/** A path in the repository, and no command, address, version, or file elsewhere. */
const codeIn = (row: string): string[] =>
  [...row.matchAll(/`([^`\n]+)`/g)].flatMap(([code, words = '']) => {
    const path = patternIn(code.replace(/(?::\d+(?:-\d+)?)?`$/, '`'));
    const isElsewhere = /^[/~]|:\/\/|\.\.\//.test(words);
    return path !== null && !isElsewhere && /\/|\.[a-z]\w*$/i.test(path) ? [path] : [];
  });
