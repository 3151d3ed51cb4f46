import * as z from 'zod/mini';
import { type Format, findingsIn } from '../../format.ts';
import { severityOf } from '../../severity.ts';
import { areRecordsWith, entries, isRecord, text } from '../../shape.ts';
import { ghsaIn, sentences, titled } from './advisories.ts';

const advisory = z.object({
  package: text,
  id: text,
  url: text,
  title: text,
  severity: text,
  vulnerable_versions: text,
});

/** `bun audit --json`: the registry's bulk answer as it is, lists of advisories by the name of the package. */
export const bunAudit: Format = {
  name: 'bun-audit',
  sign: /"vulnerable_versions"/,
  recognises: ({ values: [value] }) =>
    isRecord(value) &&
    Object.keys(value).length > 0 &&
    Object.values(value).every((list) => areRecordsWith(list, 'id', 'severity', 'vulnerable_versions')),
  read({ values: [value] }) {
    const all = Object.entries(isRecord(value) ? value : {}).flatMap(([name, list]) =>
      entries.parse(list).map((one) => (isRecord(one) ? { ...one, package: name } : one)),
    );
    return {
      tools: [{ name: 'bun audit', version: null }],
      ...findingsIn('bun audit', all, advisory, (one) => ({
        rule: ghsaIn(one.url) || one.id,
        severity: severityOf('severity', one.severity, 'medium'),
        title: titled(one.package, one.title),
        message: sentences(
          one.title,
          one.vulnerable_versions && `Vulnerable versions: ${one.vulnerable_versions}`,
          one.url && `More: ${one.url}`,
        ),
        about: one.package,
        aliases: [ghsaIn(one.url)].filter((id) => id !== ''),
      })),
    };
  },
};
