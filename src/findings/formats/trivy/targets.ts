import * as z from 'zod/mini';
import { placeAt } from '../../finding.ts';
import { findingsIn, type Outcome, type Report, together } from '../../format.ts';
import { severityOf } from '../../severity.ts';
import { entries, line, part, text, texts } from '../../shape.ts';
import { ghsaIn, sentences } from '../audits/advisories.ts';

const target = z.object({
  Target: text,
  Vulnerabilities: entries,
  Misconfigurations: entries,
  Secrets: entries,
  Licenses: entries,
  ExperimentalModifiedFindings: entries,
});

/** What Trivy says of one target: a lock file, an image, a Dockerfile. */
export function targetReport(result: unknown): Report {
  const read = target.safeParse(result);
  if (!read.success) return { tools: [], findings: [], suppressed: 0, unreadable: 1 };
  const { Target, Vulnerabilities, Misconfigurations, Secrets, Licenses, ...rest } = read.data;
  const all = together(
    [
      findingsIn('Trivy', Vulnerabilities, vulnerability, (one) => ofVulnerability(one, Target)),
      findingsIn('Trivy', Misconfigurations, misconfiguration, (one) => ofMisconfiguration(one, Target)),
      findingsIn('Trivy', Secrets, secret, (one) => ofSecret(one, Target)),
      findingsIn('Trivy', Licenses, license, (one) => ofLicense(one, Target)),
    ].map((one) => ({ tools: [], ...one })),
  );
  // With --show-suppressed: what an ignore file or a VEX document takes away.
  return { ...all, suppressed: all.suppressed + rest.ExperimentalModifiedFindings.length };
}

const rated = (stated: string) => severityOf('severity', stated, 'medium');

const vulnerability = z.object({
  VulnerabilityID: text,
  PkgName: text,
  PkgPath: text,
  InstalledVersion: text,
  FixedVersion: text,
  Severity: text,
  Title: text,
  Description: text,
  PrimaryURL: text,
  References: texts,
  VendorIDs: texts,
});

function ofVulnerability(one: z.output<typeof vulnerability>, file: string): Outcome {
  const fix = one.FixedVersion && `Update ${one.PkgName} from ${one.InstalledVersion} to ${one.FixedVersion}`;
  const ghsa = one.References.map(ghsaIn).find((id) => id !== '');
  return {
    rule: one.VulnerabilityID,
    severity: rated(one.Severity),
    title: `${one.PkgName}: ${one.Title.replace(`${one.PkgName}: `, '') || one.VulnerabilityID}`,
    message: sentences(
      one.Description || one.Title,
      `Installed: ${one.PkgName} ${one.InstalledVersion}`,
      one.PrimaryURL && `More: ${one.PrimaryURL}`,
    ),
    places: [placeAt(one.PkgPath || file)],
    fix,
    about: one.PkgName,
    aliases: [one.VulnerabilityID, ...one.VendorIDs, ...(ghsa ? [ghsa] : [])],
  };
}

const misconfiguration = z.object({
  ID: text,
  AVDID: text,
  Title: text,
  Description: text,
  Message: text,
  Resolution: text,
  Severity: text,
  Status: text,
  CauseMetadata: part(z.object({ StartLine: line, EndLine: line })),
});

function ofMisconfiguration(one: z.output<typeof misconfiguration>, file: string): Outcome {
  if (one.Status === 'PASS') return null;
  if (one.Status === 'EXCEPTION') return 'suppressed';
  return {
    rule: one.ID || one.AVDID,
    severity: rated(one.Severity),
    title: one.Title,
    message: sentences(one.Message, one.Description),
    places: [placeAt(file, one.CauseMetadata.StartLine, one.CauseMetadata.EndLine)],
    fix: one.Resolution,
  };
}

const secret = z.object({
  RuleID: text,
  Title: text,
  Severity: text,
  StartLine: line,
  EndLine: line,
  Match: text,
});

function ofSecret(one: z.output<typeof secret>, file: string): Outcome {
  return {
    rule: one.RuleID,
    severity: rated(one.Severity),
    title: `Secret: ${one.Title || one.RuleID}`,
    message: sentences(one.Title || one.RuleID, one.Match),
    places: [placeAt(file, one.StartLine, one.EndLine)],
  };
}

const license = z.object({
  Name: text,
  Category: text,
  Severity: text,
  PkgName: text,
  FilePath: text,
  Link: text,
});

function ofLicense(one: z.output<typeof license>, file: string): Outcome {
  const of = one.PkgName || one.FilePath || file;
  return {
    rule: `license ${one.Name}`,
    severity: rated(one.Severity),
    title: `License of ${of}: ${one.Name}`,
    message: sentences(
      `${of} has the license ${one.Name}`,
      one.Category && `Category: ${one.Category}`,
      one.Link,
    ),
    places: [placeAt(one.FilePath || file)],
    about: one.PkgName,
  };
}
