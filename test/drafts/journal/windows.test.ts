import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runs } from '../../runs.ts';
import { type Act, type DiskAct, type WindowAct, windows } from './courses.ts';

/** How many courses of windows are tried. */
const courses = runs(8, 30);

const windowAct = (...what: Exclude<WindowAct['do'], 'stall'>[]) =>
  fc.record({ do: fc.constantFrom(...what), window: fc.nat(2) }) as fc.Arbitrary<WindowAct>;

const simple = windowAct('type', 'type', 'type', 'save', 'leave', 'kill', 'settle');
const act: fc.Arbitrary<WindowAct> = fc.oneof(
  { weight: 5, arbitrary: simple },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('stall' as const),
      window: fc.nat(2),
      meanwhile: fc.array(simple, { maxLength: 8 }),
    }),
  },
);

const diskAct = fc.oneof(
  fc.record({
    do: fc.constantFrom('break', 'mend'),
    folder: fc.constantFrom('drafts', 'journals', 'snapshots'),
  }),
  fc.constant({ do: 'later' }),
) as fc.Arbitrary<DiskAct>;

/** "type2 save0 break-drafts later": acts, each with its window or its folder where it has one. */
const course = (acts: string): Act[] =>
  acts.split(' ').map((act) => {
    const [, what, folder, window] = /^([a-z]+)(?:-([a-z]+)|(\d))?$/.exec(act) ?? [];
    return { do: what, ...(folder && { folder }), ...(window && { window: Number(window) }) } as Act;
  });

/** Of these, words were lost once: a window saved what another one, opened meanwhile, does not hold. */
const lostOnce = [
  'save2 settle0 type2 leave2 save0',
  'save2 settle0 type2 leave2 type0',
  'type2 save2 settle0 type2 leave2 type0 leave0',
].map((acts): [Act[]] => [course(acts)]);

/** Of this, too, where the file was damaged behind it. */
const lostInDamage: [Act[]][] = [[course('settle0 type1 leave1 leave0 damage')]];

/** Of these, too: what was noted followed lines that led to nothing any more. */
const lostOnDisk = [
  'leap0 break-snapshots save0 type0',
  'break-journals type0 break-snapshots mend-journals save0 type0',
].map((acts): [Act[]] => [course(acts)]);

/** Performs a course, and gives what is there in the end. */
function after(acts: Act[]) {
  const some = windows();
  try {
    for (const one of acts) some.perform(one);
    return some.end();
  } finally {
    some.gone();
  }
}

const isMissing = (texts: string[]) => (word: string) => !texts.some((text) => text.includes(word));

test(
  `${courses} courses of windows that do not know of one another: every word is in a draft, and nothing else is left`,
  () => {
    fc.assert(
      fc.property(fc.array<Act>(act, { maxLength: 25 }), (acts) => {
        const { texts, notes, files, typed } = after(acts);
        expect(typed.filter(isMissing(texts))).toEqual([]);
        expect(notes.filter((note) => note !== null)).toEqual([]);
        expect(files).toEqual([]);
      }),
      { numRuns: courses + lostOnce.length, examples: lostOnce },
    );
  },
  60_000 + courses * 200,
);

test(
  `${courses} courses on a disk that fails now and then: every word that was noted or saved is in a draft`,
  () => {
    const acts = fc.array<Act>(
      fc.oneof(
        {
          weight: 2,
          arbitrary: windowAct('type', 'type', 'type', 'leap', 'save', 'leave', 'kill', 'settle'),
        },
        { weight: 1, arbitrary: diskAct },
      ),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(acts, (course) => {
        const { texts, typed } = after(course);
        expect(typed.filter(isMissing(texts))).toEqual([]);
      }),
      { numRuns: courses + lostOnDisk.length, examples: lostOnDisk },
    );
  },
  60_000 + courses * 200,
);

test(
  `${courses} courses in which the draft's file is damaged while nobody has it open: every word is got back`,
  () => {
    const acts = fc.oneof(
      { weight: 6, arbitrary: windowAct('type', 'type', 'save', 'leave', 'leave', 'kill', 'settle') },
      { weight: 1, arbitrary: fc.constant<Act>({ do: 'damage' }) },
    );
    fc.assert(
      fc.property(fc.array<Act>(acts, { maxLength: 25 }), (course) => {
        const { texts, typed } = after(course);
        expect(typed.filter(isMissing(texts))).toEqual([]);
      }),
      { numRuns: courses + lostInDamage.length, examples: lostInDamage },
    );
  },
  60_000 + courses * 200,
);

test(
  `${courses * 2} courses of windows one after the other, each left or killed at any time, are one draft`,
  () => {
    const alone = windowAct('type', 'type', 'save', 'leave', 'kill', 'settle').map(
      (act): Act => ({ ...act, window: 0 }),
    );
    fc.assert(
      fc.property(fc.array(alone, { maxLength: 25 }), (course) => {
        const { texts, typed } = after(course);
        expect(texts).toEqual([typed.join('')]);
      }),
      { numRuns: courses * 2 },
    );
  },
  60_000 + courses * 1000,
);
