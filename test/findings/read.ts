import { candidatesOf } from '../../src/findings/candidates.ts';
import { keptFindings } from '../../src/findings/kept-findings.ts';
import { readScan, type Scan } from '../../src/findings/read-scan.ts';

/** What is read of a text, or of a value as JSON. */
export const scanOf = (content: unknown): Scan =>
  readScan(Buffer.from(typeof content === 'string' ? content : JSON.stringify(content)), 'scan');

/** The candidates of some files. */
export const candidatesIn = (...contents: unknown[]) =>
  candidatesOf(keptFindings(contents.map((content, index) => ({ ...scanOf(content), file: String(index) }))));

/** A SARIF file of one run. */
export const sarifOf = (results: unknown, run: Record<string, unknown> = {}, rules: unknown[] = []) => ({
  version: '2.1.0',
  runs: [{ tool: { driver: { name: 'Tool', rules } }, results, ...run }],
});
