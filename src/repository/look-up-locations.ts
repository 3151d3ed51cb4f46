import { wordsAt } from '../checks/check.ts';
import type { Lookup, LostTarget } from '../checks/facts.ts';
import { rolesOf } from '../checks/roles.ts';
import type { Field } from '../fields/field.ts';
import type { IssueField } from '../fields/issue.ts';
import { targetsIn as pathsIn, type Target } from '../fields/path.ts';
import type { Answer } from '../fields/value.ts';
import { memo } from '../memo.ts';
import { memoEach } from '../memo-each.ts';
import type { FieldRef, Issue, Review } from '../review/review.ts';
import type { Template } from '../template/template.ts';
import type { Environment } from './git.ts';
import { objectsIn } from './git-objects.ts';
import { type Reviewed, reviewedAt } from './reviewed-version.ts';
import { changedSources, type TakenSource } from './source/changed-sources.ts';
import { filesAt } from './source/tracked-files.ts';
import { inWorkTree } from './work-tree.ts';

/** What a review asks of its repository: equal for reviews of which the same is to be looked for. */
export interface LocationQuestion {
  version: string;
  targets: readonly (Target & { place: FieldRef })[];
  /** What was taken as evidence. */
  taken: readonly TakenSource[];
}

/** The version and the locations of a review that are paths. */
export function locationQuestion(template: Template, review: Review): LocationQuestion {
  return {
    version: wordsAt(review, rolesOf(template).version),
    targets: [
      ...targetsIn(template.fields, review.answers, (field) => ({ field })),
      ...inIssues(template)(review.issues),
      ...Object.entries(review.items).flatMap(([list, items]) =>
        items.flatMap(({ id, answers }) =>
          targetsIn(template.lists[list]?.fields ?? {}, answers, (field) => ({ list, item: id, field })),
        ),
      ),
    ],
    taken: [...takenIn(review.issues)],
  };
}

const inIssues = memo((template: Template) =>
  memoEach(({ id, severity, answers }: Issue) =>
    targetsIn(template.issues[severity]?.fields ?? {}, answers, (field) => ({
      issue: id,
      field: field as IssueField,
    })),
  ),
);

const takenIn = memoEach(({ id, sources = [] }: Issue) => sources.map((source) => ({ issue: id, source })));

function targetsIn(
  fields: Record<string, Field>,
  answers: object,
  placeOf: (id: string) => FieldRef,
): LocationQuestion['targets'] {
  return (Object.entries(answers) as [string, Answer][]).flatMap(([id, answer]) => {
    if (fields[id]?.kind !== 'location' || !('value' in answer) || !Array.isArray(answer.value)) return [];
    return answer.value
      .flatMap((one) => (typeof one === 'string' ? pathsIn(one).filter(namesFile) : []))
      .map((target) => ({ ...target, place: placeOf(id) }));
  });
}

/** "CI/CD" is no file, and neither is a pattern or a path that is cut. */
const namesFile = ({ path, from }: Target): boolean =>
  !/[*?{}<>|…]|\.\.\./.test(path) && (from > 0 || /\.\w+$|\/$/.test(path));

/** Looks for all of it in the reviewed repository; null without one, or when there is nothing to look for. */
export async function lookUpLocations(
  repository: string,
  env: Environment,
  { version, targets, taken }: LocationQuestion,
): Promise<Lookup | null> {
  if (targets.length === 0 && taken.length === 0) return null;
  const reviewed = await reviewedAt(repository, env, version);
  if (!reviewed) return null;
  const paths = [...new Set(targets.map(({ path }) => path))];
  const found = await linesOf(repository, env, reviewed, paths);
  if (!found) return null;
  const lost = targets.flatMap(({ place, text, path, to }): LostTarget[] => {
    const lines = found.get(path) ?? null;
    return lines !== null && to <= lines ? [] : [{ place, text, path, lines }];
  });
  return {
    lost: await withLikely(repository, env, reviewed, lost),
    changed: await changedSources(repository, env, version, taken),
    files: paths.length,
    where: reviewed.is === 'commit' ? `at ${reviewed.name}` : 'in the work tree',
    known: reviewed.is === 'commit' || reviewed.known,
    repository,
  };
}

/** How many lines each file has; a folder has as many as one likes. Null when it could not be found out. */
async function linesOf(
  repository: string,
  env: Environment,
  reviewed: Reviewed,
  paths: string[],
): Promise<Map<string, number | null> | null> {
  if (reviewed.is === 'work-tree') {
    const found = await inWorkTree(repository, paths);
    return new Map(
      paths.map((path, index) => {
        const one = found[index] ?? null;
        return [path, one === 'folder' ? Number.POSITIVE_INFINITY : one];
      }),
    );
  }
  const names = paths.map((path) => `${reviewed.id}:${path.replace(/\/+$/, '')}`);
  const found = await objectsIn(repository, env, names);
  return (
    found &&
    new Map(
      paths.map((path, index) => {
        const one = found[index];
        return [path, one ? (one.type === 'blob' ? one.lines : Number.POSITIVE_INFINITY) : null];
      }),
    )
  );
}

/** Says for each file that is not there which one is meant, when only one ends like it. */
async function withLikely(
  repository: string,
  env: Environment,
  reviewed: Reviewed,
  lost: LostTarget[],
): Promise<LostTarget[]> {
  if (!lost.some(({ lines }) => lines === null)) return lost;
  const tracked = await filesAt(repository, env, reviewed.is === 'commit' ? reviewed.id : 'HEAD');
  const byName = Map.groupBy(tracked, nameOf);
  return lost.map((one) => {
    if (one.lines !== null) return one;
    const same = byName.get(nameOf(one.path)) ?? [];
    const ending = same.filter((path) => path.endsWith(`/${one.path}`) || one.path.endsWith(`/${path}`));
    const [likely, ...others] = ending.length > 0 ? ending : same;
    return likely !== undefined && others.length === 0 ? { ...one, likely } : one;
  });
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
