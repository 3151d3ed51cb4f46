import * as z from 'zod/mini';
import { unescaped, type XmlElement } from '../../files/xml.ts';
import { placeAt } from '../finding.ts';
import { type Format, findingsIn, together } from '../format.ts';
import { severityOf } from '../severity.ts';
import { line, text } from '../shape.ts';

const error = z.object({ line, severity: text, message: text, source: text });

/** Checkstyle's XML, which many linters write: https://checkstyle.org/report_issue.html#How_to_report_a_bug.3F */
export const checkstyle: Format = {
  name: 'checkstyle',
  sign: /<checkstyle\b/,
  recognises: ({ root }) => root?.name === 'checkstyle',
  read({ root }) {
    const files = (root?.children ?? []).filter(({ name }) => name === 'file');
    const errors = files.flatMap((file) => {
      const { name: path = '' } = textsOf(file);
      return file.children.filter(({ name }) => name === 'error').map((one) => ({ path, own: textsOf(one) }));
    });
    const tool = toolOf(errors.map(({ own }) => own.source ?? ''));
    const version = tool === 'Checkstyle' && root ? (textsOf(root).version ?? null) : null;
    const reports = errors.map(({ path, own }) => ({
      tools: [],
      ...findingsIn(tool, [own], error, (one) => ({
        rule: ruleOf(one.source),
        severity: severityOf('severity', one.severity, 'medium'),
        message: one.message,
        places: [placeAt(path, one.line)],
      })),
    }));
    return { ...together(reports), tools: [{ name: tool, version }] };
  },
};

function textsOf({ attributes }: XmlElement): Record<string, string> {
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, unescaped(value)]));
}

/** How the tools that write this format begin the names of their rules. */
const tools: [name: string, source: RegExp][] = [
  ['Checkstyle', /^com\.puppycrawl\./],
  ['ESLint', /^eslint\./],
  ['hadolint', /^hadolint\./i],
  ['ShellCheck', /^shellcheck\./i],
  ['detekt', /^detekt\./],
  ['Scalastyle', /^org\.scalastyle\./],
];

const toolOf = (sources: string[]): string =>
  tools.find(([, source]) => sources.some((one) => source.test(one)))?.[0] ?? 'Checkstyle';

/** "no-undef" of "eslint.rules.no-undef"; the class of a Checkstyle check. */
const ruleOf = (source: string): string =>
  source
    .replace(/^(?:eslint\.rules|hadolint|shellcheck|detekt)\./i, '')
    .replace(/^(?:com\.puppycrawl|org\.scalastyle)\..*\.(\w+)$/, '$1');
