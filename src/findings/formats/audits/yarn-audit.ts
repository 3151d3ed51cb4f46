import * as z from 'zod/mini';
import { placeAt } from '../../finding.ts';
import { type Format, findingsIn } from '../../format.ts';
import { severityOf } from '../../severity.ts';
import { isRecord, part, text, texts } from '../../shape.ts';
import { advisory, ghsaIn, sentences, titled, toldByAdvisory } from './advisories.ts';

const types = ['auditAdvisory', 'auditSummary', 'auditAction'];

const ofYarn1 = z.object({
  data: part(z.object({ resolution: part(z.object({ path: text })), advisory: part(advisory) })),
});
const ofBerry = z.object({
  value: text,
  children: part(
    z.object({
      ID: text,
      Issue: text,
      URL: text,
      Severity: text,
      'Vulnerable Versions': text,
      'Tree Versions': texts,
      Dependents: texts,
    }),
  ),
});

/**
 * `yarn audit --json` (yarn 1: a line for each way to a vulnerable package) and `yarn npm audit --json` (yarn 4: a line
 * for each advisory; yarn 2 and 3 print npm's first format): yarn's `reporters/json-reporter.js` and
 * `plugin-npm-cli/sources/npmAuditUtils.ts`.
 */
export const yarnAudit: Format = {
  name: 'yarn-audit',
  sign: /"type"\s*:\s*"audit(?:Advisory|Summary|Action)"|"Tree Versions"/,
  writesSeveral: true,
  recognises: ({ values }) =>
    values.some((one) => isRecord(one) && (types.includes(String(one.type)) || isBerry(one))) ||
    (values.length > 0 && values.every(isMessage)),
  read({ values }) {
    const tools = [{ name: 'yarn audit', version: null }];
    const advisories = values.filter((one) => isRecord(one) && one.type === 'auditAdvisory');
    const berry = values.filter(isBerry);
    const failed = values.find((one) => isRecord(one) && one.type === 'error');
    if (advisories.length + berry.length === 0 && isRecord(failed))
      return { refused: `is an error report of yarn audit: ${text.parse(failed.data)}` };
    if (berry.length > 0) return { tools, ...findingsIn('yarn audit', berry, ofBerry, toldByBerry) };
    const read = findingsIn('yarn audit', advisories, ofYarn1, ({ data }) =>
      toldByAdvisory(data.advisory, data.resolution.path === '' ? [] : [data.resolution.path]),
    );
    return { tools, ...read };
  },
};

const isMessage = (one: unknown): boolean =>
  isRecord(one) && ['error', 'warning', 'info'].includes(String(one.type)) && 'data' in one;

const isBerry = (one: unknown): boolean =>
  isRecord(one) && isRecord(one.children) && 'Severity' in one.children && 'Issue' in one.children;

function toldByBerry({ value, children: one }: z.output<typeof ofBerry>) {
  return {
    rule: ghsaIn(one.URL) || one.ID,
    severity: severityOf('severity', one.Severity, 'medium'),
    title: titled(value, one.Issue),
    message: sentences(
      one.Issue,
      one['Vulnerable Versions'] && `Vulnerable versions: ${one['Vulnerable Versions']}`,
      one.URL && `More: ${one.URL}`,
    ),
    places: one['Tree Versions'].map((version) => placeAt(`${value}@${version}`)),
    about: value,
    aliases: [ghsaIn(one.URL)].filter((id) => id !== ''),
  };
}
