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
import { type BegunPaths, begunPaths } from './begun-paths.ts';
import type { Environment } from './git.ts';
import { objectsIn } from './git-objects.ts';
import { type Reviewed, reviewedAt } from './reviewed-version.ts';
import { changedSources, type TakenSource } from './source/changed-sources.ts';
import { filesAt } from './source/tracked-files.ts';
import { inWorkTree } from './work-tree.ts';

/** What a location names. `unsure`: it may be free words, too, as "CI/CD" and "Everywhere" are. */
type Named = Target & { unsure?: true };

/** What a review asks of its repository: equal for reviews of which the same is to be looked for. */
export interface LocationQuestion {
  version: string;
  targets: readonly (Named & { place: FieldRef })[];
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
      .flatMap((one) => (typeof one === 'string' ? namedIn(one) : []))
      .map((target) => ({ ...target, place: placeOf(id) }));
  });
}

/** The paths in a location, and what only may be one. A pattern or a path that is cut is none. */
function namedIn(location: string): Named[] {
  const word = location.trim();
  if (/^[\w-]{3,}$/.test(word)) return [{ text: word, path: word, from: 0, to: 0, unsure: true }];
  return pathsIn(location)
    .filter(({ path }) => !/[*?{}<>|…]|\.\.\./.test(path))
    .map((one) => (one.from > 0 || /\.\w+$|\/$/.test(one.path) ? one : { ...one, unsure: true }));
}

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
  const isGone = ({ path }: Target) => (found.get(path) ?? null) === null;
  const commit = reviewed.is === 'commit' ? reviewed.id : 'HEAD';
  const tracked = targets.some(isGone) ? await filesAt(repository, env, commit) : [];
  const begun = begunPaths(tracked);
  const meant = targets.filter((one) => !(one.unsure && isGone(one)) || begun.isBegun(one.path));
  const lost = meant.flatMap(({ place, text, path, to }): LostTarget[] => {
    const lines = found.get(path) ?? null;
    return lines !== null && to <= lines ? [] : [{ place, text, path, lines }];
  });
  return {
    lost: withLikely(tracked, begun, lost),
    changed: await changedSources(repository, env, version, taken),
    files: new Set(meant.map(({ path }) => path)).size,
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

/** Says for each file that is not there which one is meant, when only one ends or begins like it. */
function withLikely(tracked: readonly string[], begun: BegunPaths, lost: LostTarget[]): LostTarget[] {
  if (tracked.length === 0) return lost;
  const byName = Map.groupBy(tracked, nameOf);
  return lost.map((one) => {
    if (one.lines !== null) return one;
    const same = byName.get(nameOf(one.path)) ?? [];
    const ending = same.filter((path) => path.endsWith(`/${one.path}`) || one.path.endsWith(`/${path}`));
    const [named, ...others] = ending.length > 0 ? ending : same;
    const likely = named === undefined ? begun.onlyOne(one.path) : named;
    return likely !== undefined && others.length === 0 ? { ...one, likely } : one;
  });
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
