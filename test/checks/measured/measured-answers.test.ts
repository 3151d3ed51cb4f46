import { describe, expect, test } from 'vitest';
import { measuredAnswer } from '../../../src/checks/measured/measured-answers.ts';
import { readMeasurements } from '../../../src/measurements/read-measurements.ts';
import { withMeasured } from '../../../src/review/evidence/measurements.ts';
import { samples } from '../../measurements/samples.ts';
import { template } from '../sound.ts';

/** What the fields are answered by files, each a sample of its format, by their names. */
function answersOf(files: Record<string, string>): Record<string, string> {
  const measurements = Object.entries(files).reduce<ReturnType<typeof withMeasured>>(
    (all, [file, format]) => {
      const read = readMeasurements(samples[format] ?? format, file);
      return read && 'measurements' in read ? withMeasured(all, file, read.measurements) : all;
    },
    [],
  );
  const found = Object.values(template.fields).flatMap((field) => {
    const answer = measuredAnswer(template, { measurements }, field);
    if (!answer) return [];
    const { value, because, source } = answer;
    return [[field.id, [value, ...(because ? [because] : []), source.file].join(' | ')] as const];
  });
  return Object.fromEntries(found);
}

describe('measurements answer the fields of their part', () => {
  test('told by the language of what was measured', () =>
    expect(answersOf({ 'c.out': 'go-cover-profile', 'coverage-summary.json': 'coverage-summary' })).toEqual({
      'unit-coverage': '75 | c.out',
      'backend-test-coverage': '75 | c.out',
      'component-coverage': '96.9 | coverage-summary.json',
      'frontend-test-coverage': '96.9 | coverage-summary.json',
    }));

  test('told by the path before that', () =>
    expect(answersOf({ 'e2e/results.xml': 'junit' })).toEqual({
      'e2e-tests': 'Present | 4 tests | e2e/results.xml',
      'e2e-result': 'Fail | 1 of 4 tests failed | e2e/results.xml',
      'e2e-scenarios': '2/4 | e2e/results.xml',
    }));

  test('told by the tool', () =>
    expect(answersOf({ 'results.json': 'playwright-json' })).toMatchObject({
      'e2e-result': 'Fail | 1 of 10 tests failed | results.json',
      'e2e-scenarios': '8/10 | results.json',
    }));

  test('what tells neither is offered to both, behind what does', () =>
    expect(answersOf({ 'a.tap': '1..2\nok 1\nok 2\n', 'z.json': 'go-test-json' })).toEqual({
      'backend-result': 'Fail | 1 of 3 tests failed | z.json',
      'frontend-result': 'Pass | 2 of 2 tests passed | a.tap',
    }));

  test('a load test', () =>
    expect(answersOf({ 'k6.json': 'k6-summary' })).toEqual({
      'load-test': '50 concurrent users | k6.json',
      'websocket-time': '8 | k6.json',
      'get-posts': '45 | k6.json',
    }));

  test('a suite that did not run has failed', () =>
    expect(answersOf({ 'a.json': '{"Action":"fail","Package":"x"}\n' })).toEqual({
      'backend-result': 'Fail | 1 of the suites did not run | a.json',
    }));
});
