import { memo } from '../../memo.ts';
import type { Review } from '../../review/review.ts';
import type { Template } from '../../template/template.ts';
import { rolesOf } from '../roles.ts';
import { matcherOf, patternIn } from './pattern.ts';

/** An entry of the reviewed files. */
interface ScopeEntry {
  field: string;
  text: string;
  done: boolean;
  /** How many tracked files it stands for; null for words that name none. */
  files: number | null;
}

/** How much of the tracked files was reviewed, as the ticked entries say. */
export interface Coverage {
  entries: ScopeEntry[];
  reviewed: number;
  total: number;
  /** Folders at most three levels deep, by their paths. */
  folders: ReadonlyMap<string, { reviewed: number; total: number }>;
}

/** How deep the folders are that are told. */
const deepest = 3;

/** What the checklists of reviewed files say about the tracked files; one object for the same answers. */
export function coverageOf(template: Template, review: Review, tracked: readonly string[]): Coverage {
  const scope = rolesOf(template).scope.map(({ id }) => review.answers[id]);
  return covered(template, tracked, ...scope);
}

const covered = memo(
  (template: Template, tracked: readonly string[], ...answers: (Review['answers'][string] | undefined)[]) => {
    const seen = new Set<string>();
    const entries = rolesOf(template).scope.flatMap(({ id }, at): ScopeEntry[] => {
      const answer = answers[at];
      const items = answer && 'value' in answer && Array.isArray(answer.value) ? answer.value : [];
      return items.flatMap((item): ScopeEntry[] => {
        if (typeof item === 'string' || item.notApplicable !== undefined) return [];
        const files = filesFor(tracked, item.text);
        if (item.done) for (const file of files ?? []) seen.add(file);
        return [{ field: id, text: item.text, done: item.done, files: files?.length ?? null }];
      });
    });
    const folders = new Map<string, { reviewed: number; total: number }>();
    for (const path of tracked) {
      const parts = path.split('/');
      for (let depth = 1; depth < parts.length && depth <= deepest; depth++) {
        const folder = parts.slice(0, depth).join('/');
        const counted = folders.get(folder) ?? { reviewed: 0, total: 0 };
        counted.total += 1;
        if (seen.has(path)) counted.reviewed += 1;
        folders.set(folder, counted);
      }
    }
    return { entries, reviewed: seen.size, total: tracked.length, folders } satisfies Coverage;
  },
);

const known = new WeakMap<readonly string[], Map<string, readonly string[] | null>>();

/** The tracked files that an entry stands for; null for words that name none. */
export function filesFor(tracked: readonly string[], entry: string): readonly string[] | null {
  const all = known.get(tracked) ?? new Map<string, readonly string[] | null>();
  known.set(tracked, all);
  const hit = all.get(entry);
  if (hit !== undefined) return hit;
  const pattern = patternIn(entry);
  const files = pattern === null ? null : tracked.filter(matcherOf(pattern));
  all.set(entry, files);
  return files;
}
