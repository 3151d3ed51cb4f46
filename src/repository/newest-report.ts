import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const folder = join('docs', 'reports');

/**
 * The reports in a repository's `docs/reports`, as paths from its top with forward slashes: those with the latest date
 * in their names first, or the latest change where there is none.
 */
export function reportsIn(repository: string): string[] {
  const reports = markdownIn(join(repository, folder)).map((name) => {
    const changed =
      statSync(join(repository, folder, name), { throwIfNoEntry: false })?.mtime.toISOString() ?? '';
    const date = /\d{4}-\d{2}-\d{2}/.exec(name)?.[0] ?? changed.slice(0, 10);
    return { name, key: `${date} ${changed} ${name}` };
  });
  return reports.sort((a, b) => (a.key < b.key ? 1 : -1)).map(({ name }) => `docs/reports/${name}`);
}

/** The newest report of a repository; null when there is none. */
export const newestReport = (repository: string): string | null => reportsIn(repository)[0] ?? null;

function markdownIn(path: string): string[] {
  try {
    return readdirSync(path, { withFileTypes: true })
      .filter(
        (entry) => entry.isFile() && /\.md$/i.test(entry.name) && !/^(readme|index)\b/i.test(entry.name),
      )
      .map((entry) => entry.name);
  } catch {
    return [];
  }
}
