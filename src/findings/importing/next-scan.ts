import type { KeptFinding } from '../../review/evidence/findings.ts';
import { different, keptFindings } from '../kept-findings.ts';
import type { Scan } from '../read-scan.ts';

/** What a scan changed among the findings that are kept: how many it has, and how many of these are new and gone. */
export interface ScanChange {
  file: string;
  findings: number;
  fresh: number;
  gone: number;
}

/**
 * The findings that are kept once scans are imported. A scan takes the place of an earlier one that has its file's
 * name, or that has half of its findings (or it half of that one's) and the same tools: what that one had and this one
 * has not is gone, and what only this one has is new. Other scans stand beside it.
 */
export function afterScans(
  known: readonly KeptFinding[],
  scans: readonly Pick<Scan, 'file' | 'findings' | 'tools'>[],
): { findings: KeptFinding[]; changes: ScanChange[] } {
  const found = new Map(keptFindings(scans).map((one) => [one.fingerprint, one]));
  const before = new Map(known.map((one) => [one.fingerprint, one]));
  const replaced = scans.map((scan) => replacedBy(scan, known, found));
  const anyReplaced = new Set(replaced.flatMap((files) => [...files]));
  const isFollowed = (file: string) => anyReplaced.has(file);
  const findings: KeptFinding[] = [];
  for (const finding of known) {
    const again = found.get(finding.fingerprint);
    if (again)
      findings.push({
        ...again,
        files: different([...again.files, ...finding.files.filter((file) => !isFollowed(file))]),
      });
    else if (finding.files.every(isFollowed)) findings.push({ ...finding, since: 'gone' });
    else findings.push({ ...finding, files: finding.files.filter((file) => !isFollowed(file)) });
  }
  const followers = new Set(
    scans.filter((_, index) => (replaced[index]?.size ?? 0) > 0).map(({ file }) => file),
  );
  for (const finding of found.values()) {
    if (before.has(finding.fingerprint)) continue;
    findings.push(finding.files.some((file) => followers.has(file)) ? { ...finding, since: 'new' } : finding);
  }
  const changes = scans.map(({ file }, index): ScanChange => {
    const own = [...found.values()].filter(({ files }) => files.includes(file));
    const wasOf = (one: KeptFinding) => one.files.some((name) => replaced[index]?.has(name));
    return {
      file,
      findings: own.length,
      fresh: own.filter(({ fingerprint }) => !before.has(fingerprint)).length,
      gone: known.filter((one) => one.since !== 'gone' && !found.has(one.fingerprint) && wasOf(one)).length,
    };
  });
  return { findings, changes };
}

/** The earlier scans, by their files, that a scan takes the place of. */
function replacedBy(
  { file, tools }: Pick<Scan, 'file' | 'tools'>,
  known: readonly KeptFinding[],
  found: ReadonlyMap<string, KeptFinding>,
): Set<string> {
  const names = new Set(tools.map(({ name }) => name));
  const own = [...found.values()].filter(({ files }) => files.includes(file)).length;
  const earlier = new Map<string, { all: number; again: number; byUs: boolean }>();
  for (const finding of known) {
    for (const name of finding.since === 'gone' ? [] : finding.files) {
      const one = earlier.get(name) ?? { all: 0, again: 0, byUs: true };
      earlier.set(name, one);
      one.all += 1;
      one.again += found.get(finding.fingerprint)?.files.includes(file) ? 1 : 0;
      one.byUs &&= names.has(finding.tool);
    }
  }
  const isEarlier = (name: string, { all, again, byUs }: { all: number; again: number; byUs: boolean }) =>
    name === file || (byUs && again > 0 && again * 2 >= Math.min(all, own));
  return new Set([...earlier].filter(([name, one]) => isEarlier(name, one)).map(([name]) => name));
}
