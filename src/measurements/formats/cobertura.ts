import { countIn, elementsNamed, type XmlElement } from '../../files/xml.ts';
import { type Covered, countedRun, coverageOf, writtenIn } from '../coverage.ts';
import type { MeasurementFormat } from '../format.ts';
import { measuredValue } from '../measured-value.ts';

/**
 * Cobertura's XML, as coverage.py, gocover-cobertura and Istanbul write it: counted by its totals, else by its lines,
 * else by its rate. https://github.com/cobertura/web/blob/master/htdocs/xml/coverage-04.dtd
 */
export const cobertura: MeasurementFormat = {
  name: 'cobertura',
  sign: /<coverage\b[^>]*line-rate/,
  recognises: ({ text }) => /<coverage\b[^>]*\bline-rate\s*=/.test(text.slice(0, 20_000)),
  read({ text, xml }) {
    const root = xml();
    if ('refused' in root) return root;
    const version = /coverage\.py[^\n]*\/(\d+(?:\.\d+)+)/.exec(text.slice(0, 2000))?.[1];
    const files = [...elementsNamed(root, 'class')];
    const from = {
      tool: version ? 'coverage.py' : 'Cobertura',
      ...(version ? { version } : {}),
      ...writtenIn(files.map(({ attributes }) => attributes.filename ?? '')),
    };
    const lines = stated(root, 'lines') ?? counted(files);
    const branches = stated(root, 'branches');
    if (lines.total > 0)
      return coverageOf(
        { 'line-coverage': lines, ...(branches ? { 'branch-coverage': branches } : {}) },
        from,
      );
    const rate = Number(root.attributes['line-rate'] || Number.NaN);
    if (Number.isNaN(rate)) return { refused: 'states no line rate' };
    if (files.length === 0) return { refused: 'has no code that could be covered' };
    return { ...from, values: [measuredValue('line-coverage', 100 * rate)] };
  },
};

function stated(root: XmlElement, of: 'lines' | 'branches'): Covered | null {
  const [covered, total] = [countIn(root, `${of}-covered`), countIn(root, `${of}-valid`)];
  return covered === undefined || !total ? null : { covered, total };
}

/** The lines of all classes, each line of a file once: those of methods stand in their class again. */
function counted(classes: XmlElement[]): Covered {
  const lines = new Map<string, boolean>();
  for (const one of classes) {
    for (const line of elementsNamed(one, 'line')) {
      const [number, hits] = [countIn(line, 'number'), countIn(line, 'hits')];
      if (number === undefined || hits === undefined) continue;
      const key = `${one.attributes.filename ?? one.attributes.name}:${number}`;
      lines.set(key, lines.get(key) === true || hits > 0);
    }
  }
  return countedRun(lines);
}
