import * as z from 'zod/mini';
import type { Severity } from '../../../fields/issue.ts';
import { type Place, placeAt, type Told } from '../../finding.ts';
import { type Format, findingsIn } from '../../format.ts';
import { isRecord, line, listOf, part, text } from '../../shape.ts';
import { sentences } from '../audits/advisories.ts';
import { olderVulnerabilities } from './older.ts';
import { osv } from './osv.ts';

const frame = z.object({
  module: text,
  version: text,
  package: text,
  function: text,
  position: part(z.object({ filename: text, line })),
});
const finding = z.object({ osv: text, fixed_version: text, trace: listOf(frame) });
const config = z.object({ scanner_name: text, scanner_version: text });

const keys = ['config', 'progress', 'SBOM', 'osv', 'finding', 'vulnerability'];

/**
 * `govulncheck -format json`: a stream of messages, https://pkg.go.dev/golang.org/x/vuln/internal/govulncheck. One finding
 * for each message of that name: govulncheck reports a vulnerability for the module, the package and the function.
 */
export const govulncheck: Format = {
  name: 'govulncheck',
  sign: /"scanner_name"\s*:\s*"govulncheck"|"Vulns"\s*:/,
  writesSeveral: true,
  recognises: ({ values }) => {
    const all = messagesOf(values);
    const isMessage = (one: unknown) => isRecord(one) && keys.some((key) => isRecord(one[key]));
    return (all.length > 0 && all.every(isMessage) && all.some(says)) || values.some(isOlder);
  },
  read({ values }) {
    const older = values.find(isOlder);
    if (isRecord(older)) return olderVulnerabilities(older);
    const all = messagesOf(values).filter(isRecord);
    const known = new Map(
      all.flatMap(({ osv: one }) => (isRecord(one) ? [osv.parse(one)] : [])).map((one) => [one.id, one]),
    );
    const configured = all.find((one) => isRecord(one.config))?.config;
    const { scanner_name, scanner_version } = config.parse(configured ?? {});
    const found = all.flatMap((one) => ('finding' in one ? [one.finding] : []));
    const read = findingsIn('govulncheck', found, finding, (one) => told(one, known.get(one.osv)));
    return { tools: [{ name: scanner_name || 'govulncheck', version: scanner_version }], ...read };
  },
};

/** Some tools keep the stream as one array. */
const messagesOf = (values: unknown[]): unknown[] =>
  values.length === 1 && Array.isArray(values[0]) ? values[0] : values;

/** Whether a message is one that only govulncheck writes: other streams have a `config` or a `progress`, too. */
const says = (one: unknown): boolean =>
  isRecord(one) &&
  ((isRecord(one.config) && 'scanner_name' in one.config) ||
    (isRecord(one.config) && 'protocol_version' in one.config) ||
    (isRecord(one.osv) && 'id' in one.osv) ||
    (isRecord(one.finding) && 'osv' in one.finding));

/** Before version 1 it was one object. */
const isOlder = (one: unknown): boolean =>
  isRecord(one) && 'Vulns' in one && (one.Vulns === null || Array.isArray(one.Vulns));

/** How deep the vulnerable code is reached; the database states no severity. */
function reached(trace: z.output<typeof frame>[]): Told['severity'] {
  const [first] = trace;
  const levels: [boolean, Severity, string][] = [
    [first?.function !== '', 'high', 'the vulnerable function is called'],
    [first?.package !== '', 'medium', 'the vulnerable package is imported'],
  ];
  const [, severity, severityFrom] = (first && levels.find(([holds]) => holds)) ?? [
    true,
    'low' as const,
    'the vulnerable module is required, no vulnerable code of it is imported',
  ];
  return { severity, severityFrom };
}

function told(one: z.output<typeof finding>, about: z.output<typeof osv> | undefined): Told {
  const [first] = one.trace;
  const module = first?.module ?? '';
  return {
    rule: one.osv,
    severity: reached(one.trace),
    title: `${module}: ${about?.summary || one.osv}`,
    message: sentences(about?.summary ?? '', about?.details ?? ''),
    places: placesOf(one.trace),
    fix: one.fixed_version === '' ? '' : `Update ${module} to ${one.fixed_version}`,
    about: module,
    aliases: [one.osv, ...(about?.aliases ?? [])],
  };
}

/** The call in the reviewed code, which ends the trace; else the module and its version. */
function placesOf(trace: z.output<typeof frame>[]): Place[] {
  const own = trace.at(-1);
  if (own && own.position.filename !== '') return [placeAt(own.position.filename, own.position.line)];
  const [first] = trace;
  return first ? [placeAt([first.module, first.version].filter((word) => word !== '').join('@'))] : [];
}
