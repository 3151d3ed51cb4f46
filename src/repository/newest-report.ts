import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const folder = join('docs', 'reports');

/**
 * The newest report in a repository's `docs/reports`, as a path from its top with forward slashes: the one with
 * the latest date in its name, or the latest change where there is none. Null when there is no report.
 */
export function newestReport(repository: string): string | null {
  const reports = markdownIn(join(repository, folder)).flatMap((name) => {
    const changed =
      statSync(join(repository, folder, name), { throwIfNoEntry: false })?.mtime.toISOString() ?? '';
    const date = /\d{4}-\d{2}-\d{2}/.exec(name)?.[0] ?? changed.slice(0, 10);
    return [{ name, key: `${date} ${changed} ${name}` }];
  });
  const [newest] = reports.sort((a, b) => (a.key < b.key ? 1 : -1));
  return newest ? `docs/reports/${newest.name}` : null;
}

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
