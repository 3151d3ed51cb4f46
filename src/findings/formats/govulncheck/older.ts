import * as z from 'zod/mini';
import { placeAt, type Told } from '../../finding.ts';
import { findingsIn, type Report } from '../../format.ts';
import { entries, index, isRecord, line, listOf, part, text } from '../../shape.ts';
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
  CallSink: index,
  ImportSink: index,
  Modules: listOf(module),
});

/** What govulncheck printed before its version 1: one object with all vulnerabilities. */
export function olderVulnerabilities(report: Record<string, unknown>): Report {
  const vulnerabilities = entries.parse(report.Vulns).map((one) => (isRecord(one) ? one : {}));
  return {
    tools: [{ name: 'govulncheck', version: null }],
    ...findingsIn('govulncheck', vulnerabilities, vulnerability, told),
  };
}

function told(one: z.output<typeof vulnerability>): Told {
  const { OSV, Modules, Symbol: symbol, ModPath } = one;
  const [first] = Modules;
  const path = first?.Path || ModPath;
  const frames = Modules.flatMap(({ Packages }) =>
    Packages.flatMap(({ CallStacks }) => CallStacks.flatMap(({ Frames }) => Frames.slice(0, 1))),
  );
  const module = [path, first?.FoundVersion ?? ''].filter((word) => word !== '').join('@');
  return {
    rule: OSV.id,
    severity: reached(one, frames.length > 0),
    title: `${path}: ${OSV.summary || symbol || OSV.id}`,
    message: sentences(OSV.summary, OSV.details),
    places:
      frames.length > 0
        ? frames.map(({ Position }) => placeAt(Position.Filename, Position.Line))
        : [placeAt(module)],
    fix: first?.FixedVersion ? `Update ${path} to ${first.FixedVersion}` : '',
    about: path,
    aliases: [OSV.id, ...OSV.aliases],
  };
}

/** A sink is a place in the graph of calls, or of imports; 0 says that none leads there. */
function reached(
  { Symbol: symbol, CallSink, ImportSink }: z.output<typeof vulnerability>,
  hasCalls: boolean,
): Told['severity'] {
  if (hasCalls || (CallSink === null ? symbol !== '' : CallSink > 0))
    return { severity: 'high', severityFrom: 'the vulnerable function is called' };
  if (ImportSink !== null && ImportSink > 0)
    return { severity: 'medium', severityFrom: 'the vulnerable package is imported' };
  return { severity: 'low', severityFrom: 'the vulnerable module is required' };
}
