import type { Field } from '../../fields/field.ts';
import { kinds } from '../../fields/kinds.ts';
import type { Line } from '../../markdown/scan.ts';
import { folded } from '../../template/parts/layout.ts';
import type { Template } from '../../template/template.ts';
import type { Statement } from '../reader/cutting/stretch.ts';
import { writtenLabel } from './labels/label-forms.ts';
import { hasOtherNames, looseName, meansLabel } from './vocabulary/names.ts';

/**
 * What a report of another kind plainly says of the choices that are made once for a whole report: "Verdict: `NO-GO`",
 * "## Risk Level: MEDIUM", "NOT PRODUCTION READY". Other words behind such a label are no answer.
 * @param lines those outside of issues
 */
export function statementsIn(template: Template, lines: Line[]): Statement[] {
  const fields = Object.values(template.fields).filter(
    ({ kind, label }) => (kind === 'one-of' || kind === 'choice') && hasOtherNames(folded(label)),
  );
  const statements: Statement[] = [];
  const stated = (label: string, value: string, at: number) => {
    for (const field of fields) {
      const option = isNotReady(plain(value)) ? refusalOf(field) : optionFor(field, label, value);
      if (option) statements.push({ field: field.id, value: option, at });
    }
  };
  for (const [index, line] of lines.entries()) {
    if (line.kind !== 'text' && line.level === undefined) continue;
    const { label, value } = labelled(line);
    if (value !== '') stated(label, value, line.at);
    // Words under "## Verdict" answer it if all of them do.
    else if (line.level !== undefined) stated(looseName(line.title ?? ''), below(lines, index), line.at);
  }
  return statements;
}

/** The text between a heading and the next one. */
function below(lines: Line[], heading: number): string {
  let end = heading + 1;
  while (end < lines.length && lines[end]?.level === undefined && end - heading < mostLines) end += 1;
  return lines
    .slice(heading + 1, end)
    .map(({ text }) => text)
    .join('\n');
}

/** A verdict is no longer than this. */
const mostLines = 30;

function optionFor(field: Field, label: string, words: string): string | undefined {
  if (words.trim() === '' || !meansLabel(label, folded(field.label))) return undefined;
  if (field.kind === 'choice') return optionIn(field, plain(words));
  return (kinds['one-of'].read(words.replaceAll('`', ''), field).value as string | null) ?? undefined;
}

/** The option of a choice that words are, but for a remark behind it. */
export function optionIn({ options = [] }: Field, words: string): string | undefined {
  const bare = words
    .replace(/\s*(?:\(.*\)|\s[–—-]\s.*)$/su, '')
    .replace(/[^\p{L}\p{N}]+$/u, '')
    .toLowerCase();
  return options.find((option) => option.toLowerCase() === bare);
}

/** A label and what stands behind it in its line, also where that is a heading or an item of a list. */
function labelled(line: Line): { label: string; value: string } {
  if (line.level !== undefined) {
    const [, label = '', value = ''] = /^(.*?):\s+(.+)$/.exec(line.title ?? '') ?? [];
    if (value !== '') return { label: looseName(label), value };
    return isNotReady(plain(line.title ?? ''))
      ? { label: '', value: line.title ?? '' }
      : { label: '', value: '' };
  }
  const found = writtenLabel({ ...line, text: line.text.trimStart() });
  if (found && found.rest !== '') return { label: looseName(found.label), value: found.rest };
  // "**Overall Risk: LOW**"
  const [, label = '', value = ''] = /^([^:|]{1,40}):\s+(.+)$/.exec(plain(line.text)) ?? [];
  if (value !== '') return { label: looseName(label), value };
  return { label: '', value: line.text };
}

/** Words without the signs before them, emphasis and code. */
const plain = (text: string): string =>
  text
    .replace(/[*_`]/g, '')
    .replace(/^[^\p{L}\p{N}~[]+/u, '')
    .trim();

const isNotReady = (words: string): boolean =>
  /^(?:do not (?:deploy|release|ship|launch)|not (?:yet )?(?:ready for (?:production|deployment|release|launch)|(?:production|deployment|release)[ -]ready))[\s.!]*(?:\(.*\)|[–—-]\s.*)?$/iu.test(
    words,
  );

/** The option that refuses. */
const refusalOf = ({ kind, options = [] }: Field): string | undefined =>
  kind === 'one-of' ? options.find((option) => /^no\b/i.test(option)) : undefined;
