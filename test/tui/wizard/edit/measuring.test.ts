import { expect, test } from 'vitest';
import { readMeasurements } from '../../../../src/measurements/read-measurements.ts';
import { measuredInWords } from '../../../../src/tui/wizard/edit/offers/measuring.ts';
import { commit } from '../../../../src/tui/wizard/state/commit.ts';
import { samples } from '../../../measurements/samples.ts';
import { keyboard } from '../../pure.ts';

/** The wizard, and what imports a sample, or a text, as a file of that name. */
async function hands() {
  const hand = await keyboard({}, 132, 30);
  const take = (file: string, sample: string) => {
    const read = readMeasurements(samples[sample] ?? sample, file);
    if (!read || !('measurements' in read)) throw new Error(`nothing in ${file}`);
    const { measurements } = read;
    hand.do((state) => commit(state, { do: 'measured', file, measurements }));
    return measuredInWords(hand.state(), [{ file, measurements }]);
  };
  return { hand, take, review: () => hand.state().history.present };
}

test('a coverage is suggested with its source, and is an answer once it is accepted', async () => {
  const { hand, take, review } = await hands();
  hand.goTo({ field: 'unit-coverage' });
  expect(take('backend/cover.out', 'go-cover-profile')).toBe(
    'backend/cover.out: 75 % of 4 statements covered; suggested in 2 fields.',
  );
  expect(review().answers).toEqual({});
  expect(hand.screen()).toContain('suggested: 75% (cover.out), Enter accepts');
  hand.press('enter');
  expect(review().answers).toEqual({ 'unit-coverage': { value: '75' } });
});

test('a typed value stays, and what the file says stands beside it', async () => {
  const { hand, take } = await hands();
  hand.goTo({ field: 'unit-coverage' }).type('80');
  take('cover.out', 'go-cover-profile');
  expect(hand.answer({ field: 'unit-coverage' })).toEqual({ value: '80' });
  expect(hand.screen()).toContain('cover.out says 75%');
  hand.press('ctrl+u').type('75');
  expect(hand.screen()).not.toContain('says 75%');
});

test('a file that is imported again replaces what it said; undo brings that back', async () => {
  const { hand, take, review } = await hands();
  take('a.out', 'go-cover-profile');
  take('b.json', 'k6-summary');
  const before = review().measurements;
  take('a.out', 'mode: set\na.go:1.1,2.2 1 1\n');
  expect(review().measurements?.filter(({ source }) => source.file === 'a.out')).toMatchObject([
    { value: 100 },
  ]);
  hand.press('ctrl+z');
  expect(review().measurements).toEqual(before);
  hand.press('ctrl+z', 'ctrl+z');
  expect(review()).not.toHaveProperty('measurements');
});

test('Pass or Fail is suggested, and taken by Enter only while no option is moved to', async () => {
  const { hand, take } = await hands();
  take('results.json', 'go-test-json');
  hand.goTo({ field: 'backend-result' });
  expect(hand.screen()).toContain('suggested: Fail (1 of 3 tests failed, results.json), Enter');
  hand.press('right', 'enter');
  expect(hand.answer({ field: 'backend-result' })).toEqual({ value: 'Pass' });
  expect(hand.press('shift+tab').screen()).toContain('results.json says Fail');
  hand.press('backspace', 'enter');
  expect(hand.answer({ field: 'backend-result' })).toEqual({ value: 'Fail' });
});

test('a tool that a file names is suggested to be ticked, and Space takes its version', async () => {
  const { hand, take } = await hands();
  take('k6.json', 'k6-summary');
  take(
    'junit.xml',
    '<testsuite><properties><property name="go.version" value="go1.24.1 linux/amd64"/></properties><testcase/></testsuite>',
  );
  hand.goTo({ field: 'tools' }).press('down', 'down');
  expect(hand.screen()).toContain('go test -race suggested (junit.xml), Space ticks');
  hand.press('down', 'down', 'down');
  expect(hand.screen()).toContain('[Other tools] suggested: k6 (k6.json), Space ticks');
  hand.press('space');
  const tools = hand.answer({ field: 'tools' });
  expect(tools && 'value' in tools && tools.value).toContainEqual({ text: 'k6', done: true });
});
