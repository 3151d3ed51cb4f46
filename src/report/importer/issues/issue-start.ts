import type { Severity } from '../../../fields/issue.ts';
import type { Line } from '../../../markdown/scan.ts';
import type { Template } from '../../../template/template.ts';
import { isOwnNumber, ownNumber } from '../../reader/cutting/issue-number.ts';
import type { UnreadIssue } from '../../reader/cutting/stretch.ts';
import type { Headings } from '../headings.ts';
import { ordinalOf, type SeverityTag, severityTag, withoutOrdinal } from '../vocabulary/severities.ts';
import { bareTitle } from './titles.ts';

/** What the title of an issue says of its severity, and what its own lines say instead. */
export interface Sign extends SeverityTag {
  /** The severity in the title, where the issue's own line says another. */
  titleSays?: Severity;
  /** The issue's own line says the severity in so many words. */
  confirmed?: boolean;
}

/**
 * The sign of a severity in a heading or, in a report of another kind, in a line below it, which counts for more.
 * @param written the text of the heading
 */
export function signOf(
  template: Template,
  headings: Headings,
  line: Line,
  written: string,
  under: Severity | undefined,
): Sign | null {
  const own = under && ownNumber(template, under, written);
  const tag = own
    ? { severity: under, sure: true, id: own.number, word: own.number, title: own.title }
    : (severityTag(written) ?? tagBehindMark(written));
  const told = headings.ofTemplate ? undefined : headings.surroundings.facts.get(line)?.severity;
  if (!told) return tag;
  if (!tag) return { ...told, id: '', word: '', title: written };
  const differs = told.severity !== tag.severity;
  return {
    ...tag,
    severity: told.severity,
    confirmed: told.sure,
    ...(differs ? { titleSays: tag.severity } : {}),
  };
}

/** The sign behind a mark that says that the issue is open: "[OPEN] HIGH-2: …". The mark goes to the end of the title. */
function tagBehindMark(written: string): SeverityTag | null {
  const [all = '', mark = ''] = /^[^\p{L}\p{N}[(]*(\[[\p{L} -]{2,14}\])\s+/u.exec(written) ?? [];
  const tag = all === '' ? null : severityTag(written.slice(all.length));
  return tag && { ...tag, title: `${tag.title} ${mark}` };
}

/**
 * An issue that begins on a line: its severity is that of its own sign, else that of the heading above. In a report of
 * this template it stays where it stands, unless its severity has no heading there.
 */
export function issueFrom(
  template: Template,
  headings: Headings,
  { at, written }: { at: number; written: string },
  sign: Sign | null,
  under: Severity | null,
): UnreadIssue {
  const { found, ofTemplate } = headings;
  const ordinal = ordinalOf(written);
  const numbered = ordinal === '' ? {} : { ordinal };
  if (!sign) {
    const title = withoutOrdinal(written);
    return { severity: under ?? 'low', ...titled(title, [], ofTemplate), at, lines: [], ...numbered };
  }
  const home = template.sections.find((section) => section.severity === sign.severity);
  const own = isOwnNumber(template, sign.severity, sign.id);
  const moves = home !== undefined && (under === null || !ofTemplate || !found.has(home.id));
  const severity = moves ? sign.severity : (under ?? sign.severity);
  const other = severity !== sign.severity;
  // A number of its own, or a word that was only taken for a severity.
  const mark = sign.sure ? sign.id : sign.word;
  const number = /\d+$/.exec(sign.id)?.[0] ?? '';
  const word = wordOf(template, severity);
  const { title, marks } = other
    ? { title: withoutOrdinal(written), marks: [] }
    : ofTemplate
      ? { title: sign.title, marks: [] }
      : withoutSign(sign);
  const doubt = doubtOf(template, sign, severity, under, written);
  return {
    severity,
    ...titled(title, [...(own || other ? [] : [mark]), ...marks], ofTemplate),
    at,
    lines: [],
    ...numbered,
    ...(own && !other ? { number: `${word}-${number}` } : {}),
    ...(own && other ? { says: sign.severity } : {}),
    ...(doubt === '' ? {} : { doubt }),
  };
}

/** A title that tells its severity twice: "[M-01] Medium: …". A word that is only taken for it is kept as a mark. */
function withoutSign({ severity, title }: Sign): { title: string; marks: string[] } {
  const again = severityTag(title);
  if (again?.severity !== severity || again.id !== '') return { title, marks: [] };
  return { title: again.title, marks: again.sure ? [] : [again.word] };
}

const wordOf = (template: Template, severity: Severity): string =>
  template.issues[severity]?.word ?? severity.toUpperCase();

/** Why the severity of an issue is not certain; empty where it is. */
function doubtOf(
  template: Template,
  { severity: said, titleSays, sure, confirmed, id, word, title }: Sign,
  severity: Severity,
  under: Severity | null,
  written: string,
): string {
  const name = wordOf(template, severity);
  if (titleSays)
    return `its title says ${wordOf(template, titleSays)}, its own line ${wordOf(template, said)}; read as ${name}`;
  if (severity !== said || (under !== null && under !== said))
    return `its title says ${wordOf(template, said)}, its heading another severity; read as ${name}`;
  const again = severityTag(title);
  const isSure = sure || confirmed || (again?.sure && again.severity === said);
  return isSure ? '' : `${name} is guessed from "${id || word || written.slice(0, 30)}"`;
}

/** A title and what the report calls the issue, as this program writes them apart. */
function titled(written: string, marks: string[], ofTemplate: boolean): Pick<UnreadIssue, 'title' | 'id'> {
  const bare = ofTemplate ? { title: written, marks: [] } : bareTitle(written);
  const id = [...marks, ...bare.marks].filter((mark) => mark !== '').join(' ');
  return { title: bare.title, ...(id === '' ? {} : { id }) };
}
