import * as z from 'zod/mini';
import { placeAt, type Told } from '../../finding.ts';
import { findingsIn, type Report } from '../../format.ts';
import { severityOf } from '../../severity.ts';
import { flag, isRecord, listOf, part, text, texts } from '../../shape.ts';
import { ghsaIn, sentences, titled } from './advisories.ts';

const cause = z.object({ source: text, name: text, title: text, url: text, severity: text, range: text });

/** `via` names packages that it depends on, and describes its own advisories; both can be there. */
const vulnerable = z.object({
  name: text,
  severity: text,
  via: listOf(z.union([z.string(), cause])),
  range: text,
  nodes: texts,
  fixAvailable: z.union([z.boolean(), part(z.object({ name: text, version: text, isSemVerMajor: flag }))]),
});
type Vulnerable = z.output<typeof vulnerable>;

/**
 * The packages of npm's second audit format. One that is vulnerable only through another has the rule of that one, so
 * that both become one candidate.
 */
export function packagesIn(packages: Record<string, unknown>): Omit<Report, 'tools'> {
  const origins = originsOf(packages);
  const named = Object.entries(packages).map(([name, one]) => (isRecord(one) ? { name, ...one } : one));
  return findingsIn('npm audit', named, vulnerable, (one) => told(one, origins(one.name)));
}

/** For a name: the package whose own advisories make it vulnerable. Each is looked for once. */
function originsOf(packages: Record<string, unknown>): (name: string) => Vulnerable | null {
  const known = new Map<string, Vulnerable | null>();
  const look = (name: string, far: number): Vulnerable | null => {
    const before = known.get(name);
    if (before !== undefined) return before;
    // While it is looked for, it is no origin: packages can depend on each other.
    known.set(name, null);
    const own = packageNamed(packages, name);
    const through = own?.via.find((one) => typeof one === 'string');
    const isOrigin = own?.via.some((one) => typeof one !== 'string');
    const found = isOrigin ? own : through === undefined || far > 100 ? null : look(through, far + 1);
    known.set(name, found ?? null);
    return found ?? null;
  };
  return (name) => look(name, 0);
}

function packageNamed(packages: Record<string, unknown>, name: string): Vulnerable | undefined {
  const own = Object.hasOwn(packages, name) ? packages[name] : undefined;
  return isRecord(own) ? vulnerable.safeParse({ name, ...own }).data : undefined;
}

function told(one: Vulnerable, origin: Vulnerable | null): Told {
  const from = origin ?? one;
  const causes = from.via.filter((via) => typeof via !== 'string');
  const [first] = causes;
  const ids = causes.map(({ url, source }) => ghsaIn(url) || source).filter((id) => id !== '');
  const through = from.name === one.name ? '' : `${one.name} depends on ${from.name}.`;
  return {
    rule: ids[0] || `vulnerable ${from.name}`,
    severity: severityOf('severity', one.severity, 'medium'),
    title: titled(from.name, first?.title || 'vulnerable dependency'),
    message: sentences(
      ...(through ? [through] : causes.map(described)),
      one.range && `Vulnerable versions of ${one.name}: ${one.range}`,
    ),
    places: one.nodes.map((node) => placeAt(node)),
    fix: fixOf(one),
    about: from.name,
    aliases: ids,
  };
}

const described = ({ title, url, severity }: z.output<typeof cause>): string =>
  [title, severity && `(${severity})`, url].filter((word) => word !== '').join(' ');

function fixOf({ name, fixAvailable: fix }: Vulnerable): string {
  if (typeof fix === 'boolean') return fix ? `Update ${name}: npm audit fix` : '';
  if (fix.name === '') return '';
  return `Update ${fix.name} to ${fix.version}${fix.isSemVerMajor ? ' (a major version)' : ''}`;
}
