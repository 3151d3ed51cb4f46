import type { MeasurementFormat } from '../format.ts';
import { measuredValue } from '../measured-value.ts';

const total = /^total:\s+\(statements\)\s+(\d{1,3}(?:\.\d+)?)%\s*$/;
const perFunction = /^\S.*\.go:\d+:\s+\S+\s+\d+(?:\.\d+)?%\s*$/;

/** The text that `go tool cover -func` prints: a line for each function, and one for all. */
export const goCoverFunc: MeasurementFormat = {
  name: 'go-cover-func',
  sign: /^\S+\.go:\d+:\s+\S+\s+[\d.]+%$/m,
  recognises(content) {
    return content.lines().some((line) => perFunction.test(line) || total.test(line));
  },
  read(content) {
    const [, percent] = total.exec(content.lines().findLast((line) => total.test(line)) ?? '') ?? [];
    if (percent === undefined) return { refused: 'has no line with the total: it breaks off' };
    const values = [measuredValue('statement-coverage', Number(percent))];
    return { tool: 'go test', language: 'go', values };
  },
};
