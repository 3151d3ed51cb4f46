import { describe, expect, it } from 'vitest';
import { draftOf, wizard, world } from '../../driver.tsx';

describe('issues', () => {
  it('are added, filled in, listed with what is missing, and opened again', async () => {
    const given = world();
    const screen = await wizard(given, await draftOf(given));
    screen.press('pagedown', 'pagedown', 'a');
    await screen.see('▌ Title');
    screen.type('Root password');
    screen.press('tab', 'space', 'tab');
    screen.type('Anyone is root');
    await screen.see('Category Security');
    screen.press('escape');
    await screen.see('▌ CRITICAL-1 Root password');
    await screen.see('no location, no description');
    screen.press('enter');
    await screen.see('▌ Title');
    const { issues } = (await screen.leave()).review;
    expect(issues).toMatchObject([
      {
        severity: 'critical',
        answers: {
          title: { value: 'Root password' },
          category: { value: ['Security'] },
          risk: { value: 'Anyone is root' },
        },
      },
    ]);
  });

  const three = {
    issues: ['first', 'second', 'third'].map((title) => ({
      id: `id${title}`,
      severity: 'critical' as const,
      answers: { title: { value: title }, evidence: { value: { text: 'x()', language: 'go' } } },
    })),
  };

  it('are moved, deleted and brought back', async () => {
    const given = world();
    const screen = await wizard(given, await draftOf(given, three));
    screen.press('pagedown', 'pagedown');
    await screen.see('▌ CRITICAL-1 first');
    screen.press('J');
    await screen.see('▌ CRITICAL-2 first');
    screen.press('d');
    await screen.see('CRITICAL-2 deleted. Ctrl+Z brings it back.');
    await screen.gone('first');
    screen.press('ctrl+z');
    await screen.see('▌ CRITICAL-2 first');
    screen.press('ctrl+z');
    await screen.see('▌ CRITICAL-1 first');
  });

  it('change their severity without losing an answer', async () => {
    const given = world();
    const screen = await wizard(given, await draftOf(given, three));
    screen.press('pagedown', 'pagedown', 'down', 'm');
    await screen.see('CRITICAL-2 second');
    screen.press('3');
    await screen.see('CRITICAL-2 is now MEDIUM-1, CRITICAL-3 is now CRITICAL-2.');
    await screen.see('▌ CRITICAL-2 third');
    await screen.goTo('MEDIUM-1 Evidence');
    await screen.see('Evidence go');
    await screen.see('x()');
    const { issues } = (await screen.leave()).review;
    expect(issues.find((issue) => issue.severity === 'medium')).toMatchObject({
      answers: { title: { value: 'second' }, evidence: { value: { text: 'x()', language: 'go' } } },
    });
  });

  it('show the fields that a severity does not ask for when they are wanted', async () => {
    const given = world();
    const screen = await wizard(given, await draftOf(given));
    await screen.goTo('Add low issue');
    await screen.see('+ More fields: Risk, Location, Evidence, Impact');
    await screen.goTo('LOW-1 Risk');
    screen.type('small');
    await screen.see('▌ Risk small');
  });

  it('go on with Tab from the last field to the next issue in the list', async () => {
    const given = world();
    const screen = await wizard(given, await draftOf(given, three));
    await screen.goTo('CRITICAL-1 Estimated Effort');
    await screen.see('▌ Estimated Effort');
    screen.press('tab');
    await screen.see('▌ CRITICAL-2 second');
  });
});

describe('actions', () => {
  it('are added, filled in and listed', async () => {
    const given = world();
    const screen = await wizard(given, await draftOf(given));
    await screen.goTo('Add to Immediate');
    screen.type('Rotate the password');
    screen.press('tab');
    screen.type('Team A');
    screen.press('escape');
    await screen.see('▌ 1. Rotate the password');
    await screen.see('Owner: Team A');
    screen.press('d');
    await screen.see('deleted. Ctrl+Z brings it back.');
    screen.press('ctrl+z');
    await screen.see('▌ 1. Rotate the password');
  });
});

describe('long lists of issues', () => {
  const named = (title: string, more: Record<string, unknown> = {}) => ({
    id: title.replace(/\W/g, ''),
    severity: 'high' as const,
    answers: { title: { value: title }, ...more },
  });
  const review = {
    issues: [
      named('Zebra'),
      named('Mule', { risk: { value: 'kicks the database' }, effort: { value: 'Low' } }),
      named('Ant', { effort: { value: 'High' } }),
    ],
  };
  const atHigh = async () => {
    const given = world();
    const screen = await wizard(given, await draftOf(given, review));
    await screen.goTo('High');
    await screen.see('▌ HIGH-1 Zebra');
    return screen;
  };

  it('are filtered by the words of any field, and all are there again after Escape', async () => {
    const screen = await atHigh();
    screen.press('/');
    await screen.see('Only issues with');
    screen.type('database');
    screen.press('enter');
    await screen.see('1 of 3 match “database”');
    await screen.see('▌ HIGH-2 Mule');
    await screen.gone('Zebra');
    screen.press('escape');
    await screen.see('HIGH-1 Zebra');
    await screen.see('▌ HIGH-2 Mule');
  });

  it('are sorted on the screen only', async () => {
    const screen = await atHigh();
    const order = () =>
      ['Zebra', 'Mule', 'Ant'].toSorted((a, b) => screen.frame().indexOf(a) - screen.frame().indexOf(b));
    screen.press('s');
    await screen.see('Sorted by title.');
    expect(order()).toEqual(['Ant', 'Mule', 'Zebra']);
    screen.press('s', 's');
    await screen.see('Sorted by effort.');
    expect(order()[0]).toBe('Mule');
    screen.press('J');
    await screen.see('s sorts, Esc clears the filter');
    const { issues } = (await screen.leave()).review;
    expect(issues.map((issue) => issue.id)).toEqual(['Zebra', 'Mule', 'Ant']);
  });

  it('are copied with all their answers', async () => {
    const screen = await atHigh();
    screen.press('down', 'c');
    await screen.see('HIGH-3 is a copy of HIGH-2.');
    const { issues } = (await screen.leave()).review;
    expect(issues.map((issue) => issue.answers.title)).toEqual(
      ['Zebra', 'Mule', 'Mule', 'Ant'].map((value) => ({ value })),
    );
    expect(new Set(issues.map((issue) => issue.id)).size).toBe(4);
  });

  it('say which numbers changed when one goes to another severity', async () => {
    const screen = await atHigh();
    screen.press('m', '4');
    await screen.see('HIGH-1 is now LOW-1, HIGH-2 is now HIGH-1, and so on.');
  });
});
