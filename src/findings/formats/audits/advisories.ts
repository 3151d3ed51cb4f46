import * as z from 'zod/mini';
import type { Told } from '../../finding.ts';
import { placeAt } from '../../finding.ts';
import { severityOf } from '../../severity.ts';
import { listOf, text, texts } from '../../shape.ts';

/** An advisory as the first audit interface of the npm registry has it, which npm 6, pnpm and yarn 1 print. */
export const advisory = z.object({
  id: text,
  github_advisory_id: text,
  module_name: text,
  severity: text,
  title: text,
  overview: text,
  recommendation: text,
  vulnerable_versions: text,
  patched_versions: text,
  url: text,
  cves: texts,
  findings: listOf(z.object({ version: text, paths: texts })),
});

/** What an advisory says of the package that it is about; its places are the ways to that package. */
export function toldByAdvisory(one: z.output<typeof advisory>, paths?: string[]): Told {
  const ghsa = one.github_advisory_id || ghsaIn(one.url);
  const places = paths ?? one.findings.flatMap((found) => found.paths);
  return {
    rule: ghsa || one.cves[0] || one.id,
    severity: severityOf('severity', one.severity, 'medium'),
    title: titled(one.module_name, one.title),
    message: sentences(
      one.overview || one.title,
      one.vulnerable_versions && `Vulnerable versions: ${one.vulnerable_versions}`,
      one.url && `More: ${one.url}`,
    ),
    places: [...new Set(places)].map((path) => placeAt(path)),
    fix: one.recommendation || patched(one.module_name, one.patched_versions),
    about: one.module_name,
    aliases: [...one.cves, ghsa].filter((name) => name !== ''),
  };
}

/** "qs: Denial of service", or only what an advisory says where that names its package already. */
export const titled = (name: string, says: string): string =>
  says.split(/[\s,;:()`'"]+/).includes(name) ? says : `${name}: ${says}`;

export const sentences = (...parts: string[]): string => parts.filter((one) => one !== '').join('\n');

/** "GHSA-c2qf-rxjj-qqgw" of an advisory's address; empty where there is none. */
export const ghsaIn = (url: string): string => /GHSA(?:-[0-9a-z]{4}){3}/i.exec(url)?.[0] ?? '';

/** Registries say "<0.0.0" where no version is patched. */
const patched = (name: string, versions: string): string =>
  versions === '' || versions === '<0.0.0' ? '' : `Update ${name} to ${versions}`;
