import type { Candidate } from '../../../findings/candidates.ts';
import type { Scan } from '../../../findings/read-scan.ts';

/** Version 1 of the shape that the README documents. */
export function candidatesJson(scans: Scan[], candidates: Candidate[]): string {
  const object = {
    version: 1,
    files: scans.map(({ file, format, tools, findings, suppressed, refused }) => ({
      file,
      format,
      tools: tools.map(({ name, version }) => ({ name, version })),
      results: findings.length,
      suppressed,
      refused,
    })),
    candidates: candidates.map(({ findings: _merged, ...candidate }) => candidate),
  };
  return `${JSON.stringify(object, null, 2)}\n`;
}
