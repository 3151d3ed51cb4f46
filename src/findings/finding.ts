import { isAbsolute } from 'node:path/posix';
import type { KeptFinding } from '../review/evidence/findings.ts';
import { plainLine, plainText } from './plain-text.ts';

/** Where something is in a file; `line` and `to` count from 1, and are null where the tool states none. */
export interface Place {
  path: string;
  line: number | null;
  /** The last line, where it is another one. */
  to: number | null;
}

/** What the review keeps of one thing that a scanner reported, as the scanner has it. */
type Reported = 'tool' | 'rule' | 'severity' | 'severityFrom' | 'title' | 'message' | 'fix' | 'about';

/** One thing that a scanner reported. All of its text is plain and harmless; the title is one line. */
export interface Finding extends Pick<KeptFinding, Reported> {
  places: Place[];
  /** Other names of the same: CVE-2021-33503, GHSA-…, CWE-89. */
  aliases: string[];
}

/** What a format says of a finding, in the scanner's own words: they may hold anything. */
export interface Told {
  rule: string;
  severity: Pick<Finding, 'severity' | 'severityFrom'>;
  title?: string;
  message?: string;
  places?: Place[];
  fix?: string;
  about?: string;
  aliases?: string[];
}

/** The most that is kept of a text, in UTF-16 units; scanners put whole documents into messages. */
const longest = { line: 160, name: 200, path: 500, text: 4000 };

/** No report lists more places of one finding. */
const mostPlaces = 500;

/** Makes a finding of what a scanner said: the one place where its words become plain text. */
export function findingOf(tool: string, told: Told): Finding {
  const message = plainText(told.message ?? '', longest.text);
  const rule = plainLine(told.rule, longest.name);
  const title = plainLine(told.title ?? '', longest.line) || plainLine(message, longest.line);
  return {
    tool: plainLine(tool, longest.name),
    rule: rule || 'no rule',
    ...told.severity,
    severityFrom: plainLine(told.severity.severityFrom, longest.name),
    title: title || rule || 'No message',
    message: message || title || rule,
    places: (told.places ?? []).slice(0, mostPlaces).flatMap(placeOf),
    fix: plainText(told.fix ?? '', longest.text) || null,
    about: plainLine(told.about ?? '', longest.name),
    aliases: (told.aliases ?? []).slice(0, 50).map((one) => plainLine(one, longest.name).toUpperCase()),
  };
}

function placeOf({ path: given, line, to }: Place): Place[] {
  const path = plainLine(given, longest.path);
  if (path === '') return [];
  const last = line !== null && to !== null && to > line ? to : null;
  return [{ path: onSlashes(path), line, to: last }];
}

/** A Windows path with slashes, and no `./` before a relative one. */
function onSlashes(path: string): string {
  const slashed =
    path.includes('/') || !/^(?:[A-Za-z]:)?[^:*?"<>|]+$/.test(path) ? path : path.replaceAll('\\', '/');
  return isAbsolute(slashed) ? slashed : slashed.replace(/^(?:\.\/+)+(?=.)/, '');
}

/** A place as people write it: "src/app.go:12-14". */
export function placeInWords({ path, line, to }: Place): string {
  if (line === null) return path;
  return to === null ? `${path}:${line}` : `${path}:${line}-${to}`;
}

/** A place from what a format holds of it. */
export const placeAt = (path: string, line: number | null = null, to: number | null = null): Place => ({
  path,
  line,
  to,
});
