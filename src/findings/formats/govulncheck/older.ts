import * as z from 'zod';
import { placeAt } from '../../finding.ts';
import { findingsIn, type Report } from '../../format.ts';
import { entries, isRecord, line, listOf, part, text } from '../../shape.ts';
import { sentences } from '../audits/advisories.ts';
import { osv } from './osv.ts';

const module = z.object({
  Path: text,
  FoundVersion: text,
  FixedVersion: text,
  Packages: listOf(
    z.object({
      CallStacks: listOf(
        z.object({ Frames: listOf(z.object({ Position: part(z.object({ Filename: text, Line: line })) })) }),
      ),
    }),
  ),
});
const vulnerability = z.object({
  OSV: part(osv),
  Symbol: text,
  ModPath: text,
  Modules: listOf(module),
});

/** What govulncheck printed before its version 1: one object with all vulnerabilities. */
export function olderVulnerabilities(report: Record<string, unknown>): Report {
  const vulnerabilities = entries.parse(report.Vulns).map((one) => (isRecord(one) ? one : {}));
  return {
    tools: [{ name: 'govulncheck', version: null }],
    ...findingsIn(
      'govulncheck',
      vulnerabilities,
      vulnerability,
      ({ OSV, Modules, Symbol: symbol, ModPath }) => {
        const [first] = Modules;
        const path = first?.Path || ModPath;
        const frames = Modules.flatMap(({ Packages }) =>
          Packages.flatMap(({ CallStacks }) => CallStacks.flatMap(({ Frames }) => Frames.slice(0, 1))),
        );
        const called = frames.length > 0 || symbol !== '';
        return {
          rule: OSV.id,
          severity: {
            severity: called ? ('high' as const) : ('low' as const),
            severityFrom: called ? 'the vulnerable function is called' : 'the vulnerable module is required',
          },
          title: `${path}: ${OSV.summary || symbol || OSV.id}`,
          message: sentences(OSV.summary, OSV.details),
          places: frames.map(({ Position }) => placeAt(Position.Filename, Position.Line)),
          fix: first?.FixedVersion ? `Update ${path} to ${first.FixedVersion}` : '',
          about: path,
          aliases: [OSV.id, ...OSV.aliases],
        };
      },
    ),
  };
}
