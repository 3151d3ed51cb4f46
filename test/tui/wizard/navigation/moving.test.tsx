import { describe, expect, it } from 'vitest';
import { openStore } from '../../../../src/drafts/store/store.ts';
import { draftOf, wizard, world } from '../../driver.tsx';

describe('going about', () => {
  it('goes with Tab through the fields and over the end of a page, and back', async () => {
    const given = world();
    const screen = await wizard(given, await draftOf(given));
    screen.press('tab', 'tab', 'tab', 'tab');
    await screen.see('▌○ Executive Summary');
    await screen.see('▌ Overall Risk Assessment');
    screen.press('shift+tab');
    await screen.see('▌ Review Type');
  });

  it('turns pages, and says where they end', async () => {
    const given = world();
    const screen = await wizard(given, await draftOf(given));
    screen.press('pageup');
    await screen.see('This is the first page.');
    screen.press('pagedown', 'pagedown');
    await screen.see('No critical issues found.');
    for (let page = 0; page < 12; page++) screen.press('pagedown');
    await screen.see('This is the last page.');
    await screen.see('Finish review');
  });

  it('begins at the page where the draft says that something is open which never was', async () => {
    const given = world();
    const draft = await draftOf(given);
    const position = { page: 'strengths-page', open: { list: 'constructor', item: 'x' }, scroll: 0 };
    const screen = await wizard(given, { ...draft, position });
    await screen.see('▌○ Strengths');
  });

  it('goes one level up with Escape, and never out of the program', async () => {
    const given = world();
    const screen = await wizard(given, await draftOf(given));
    screen.press('escape');
    await screen.see('Ctrl+C leaves; everything is saved.');
  });

  it('finds a field by any part of its name and types there', async () => {
    const given = world();
    const screen = await wizard(given, await draftOf(given));
    await screen.goTo('redis usage');
    await screen.see('▌ Redis Usage');
    await screen.see('1 Consistent');
  });

  it('shows help where no text is typed, with the keys of the table', async () => {
    const given = world();
    const screen = await wizard(given, await draftOf(given));
    screen.press('pagedown', 'pagedown');
    await screen.see('+ add an issue');
    screen.press('?');
    await screen.see('opens it');
    screen.press('escape');
    await screen.see('+ add an issue');
    screen.press('pageup', 'pageup');
    await screen.see('▌ Review Date');
    screen.press('?');
    await screen.see('▌ Review Date ?');
  });

  it('shows help on F1 while text is typed', async () => {
    const given = world();
    const screen = await wizard(given, await draftOf(given));
    screen.press('f1');
    await screen.see('start of the line');
    screen.press('escape');
    await screen.see('▌ Review Date');
  });

  it('previews the report at the place being edited', async () => {
    const given = world();
    const screen = await wizard(given, await draftOf(given));
    await screen.goTo('Redis Usage');
    screen.press('1', 'ctrl+p');
    await screen.see('▌• Redis Usage: Consistent');
    screen.press('escape');
    await screen.see('▌ Redis Usage');
  });

  it('lists what is missing, and Enter goes there', async () => {
    const given = world();
    const screen = await wizard(given, await draftOf(given));
    screen.type('soon');
    screen.press('ctrl+r');
    await screen.see('❯ ✗ Review details');
    screen.press('tab');
    await screen.see('Unanswered (');
    screen.type('heartbeats');
    await screen.see('❯ ○ WebSocket Management Heartbeats');
    screen.press('enter');
    await screen.see('▌ Heartbeats');
  });

  it('comes back to the field, the caret and the row where it was left', async () => {
    const given = world();
    const draft = await draftOf(given);
    const before = await wizard(given, draft);
    await before.goTo('Limitations');
    before.type('half a wor');
    before.press('left', 'left', 'left');
    await before.see('half a wor');
    const left = await before.leave();
    const after = await wizard(given, left);
    await after.see('half a wor');
    await after.see('▌◐ Appendix');
    after.type('X');
    await after.see('half a Xwor');
    expect(left.position).toMatchObject({ page: 'appendix', focus: 'limitations' });
  });

  it('comes back into the issue that was open', async () => {
    const given = world();
    const before = await wizard(given, await draftOf(given));
    await before.goTo('Add high issue');
    before.type('Slow query');
    before.press('tab', 'tab');
    await before.see('▌ Risk');
    const after = await wizard(given, await before.leave());
    await after.see('HIGH-1');
    await after.see('▌ Risk');
  });
});

describe('a review that is just begun', () => {
  it('says in three lines how to go on, until something further on is answered', async () => {
    const given = world();
    const screen = await wizard(given, await draftOf(given));
    await screen.see('Type to answer: it is saved as you type.');
    await screen.see('F1 lists all keys');
    screen.press('tab');
    screen.type('Ada');
    await screen.see('▌ Reviewer Ada');
    await screen.see('Type to answer: it is saved as you type.');
    await screen.goTo('Limitations');
    screen.type('none');
    await screen.see('none');
    await screen.goTo('Reviewer');
    await screen.see('▌ Reviewer Ada');
    await screen.gone('Type to answer: it is saved as you type.');
  });
});

describe('going on where something is left to do', () => {
  const review = {
    answers: { 'review-date': { value: 'soon' }, reviewer: { value: 'Ada' }, version: { value: 'v1' } },
    issues: [
      { id: 'one', severity: 'low' as const, answers: { title: { value: 'Typo in the retry loop' } } },
    ],
  };

  it('goes to the next field without an answer with Ctrl+N, over pages and round the end', async () => {
    const given = world();
    const screen = await wizard(given, await draftOf(given, review));
    screen.press('ctrl+n');
    await screen.see('▌ Overall Risk Assessment');
    screen.press('ctrl+n', 'ctrl+n', 'ctrl+n');
    await screen.see('LOW-1');
    await screen.see('▌ Category');
    await screen.goTo('Sign-Off Notes');
    screen.press('ctrl+n');
    await screen.see('Continued from the start.');
  });

  it('goes to the next problem with Ctrl+T', async () => {
    const given = world();
    const screen = await wizard(given, await draftOf(given, review));
    await screen.goTo('Limitations');
    screen.press('ctrl+t');
    await screen.see('▌ Review Date soon');
    screen.press('ctrl+t');
    await screen.see('▌ Category');
  });

  it('finds answers by their words', async () => {
    const given = world();
    const screen = await wizard(given, await draftOf(given, review));
    screen.press('ctrl+g');
    await screen.see('any part of a name');
    screen.type('retry typo');
    await screen.see('❯ LOW-1 Typo in the retry loop');
    await screen.see('LOW-1 › Title Typo in the retry loop');
  });

  it('comes back to where a page was left', async () => {
    const given = world();
    const screen = await wizard(given, await draftOf(given, review));
    await screen.goTo('LOW-1 Description');
    screen.type('half a wor');
    screen.press('left', 'left', 'pageup');
    await screen.see('▌○ Medium');
    screen.press('pagedown');
    await screen.see('▌ half a wor');
    screen.type('X');
    await screen.see('half a wXor');
  });
});

describe('what does not apply', () => {
  it('marks a field with its reason, and takes the mark away again', async () => {
    const given = world();
    const draft = await draftOf(given);
    given.drafts.save(draft);
    const screen = await wizard(given, draft);
    await screen.goTo('Redis Usage');
    screen.press('alt+n');
    await screen.see('does not apply because');
    screen.type('no Redis here');
    await screen.see('no Redis here');
    const inCase = openStore({ home: given.home, now: () => new Date() }).load(draft.id);
    expect(inCase).toMatchObject({
      value: { review: { answers: { 'redis-usage': { notApplicable: 'no Redis here' } } } },
    });
    screen.press('enter');
    await screen.see('Redis Usage – not applicable: no Redis here');
    screen.press('alt+n');
    await screen.see('1 Consistent');
  });

  it('marks a whole group in one step', async () => {
    const given = world();
    const screen = await wizard(given, await draftOf(given));
    await screen.goTo('Redis Usage');
    screen.press('alt+N');
    await screen.see('Mark 3 unanswered fields as not applicable');
    screen.type('no cache');
    screen.press('enter');
    await screen.see('TTLs Defined – not applicable: no cache');
    screen.press('ctrl+z');
    await screen.gone('no cache');
  });

  it('marks an item of a checklist', async () => {
    const given = world();
    const screen = await wizard(given, await draftOf(given));
    await screen.goTo('Infrastructure');
    screen.press('space', 'alt+n');
    await screen.see('Not applicable because');
    screen.type('serverless');
    screen.press('enter');
    await screen.see('[–] Health check endpoints tested and working');
    await screen.see('not applicable: serverless');
  });
});

describe('checklists and lists', () => {
  it('ticks with Space, only goes on with Enter, takes an item of one’s own', async () => {
    const given = world();
    const screen = await wizard(given, await draftOf(given));
    await screen.goTo('Critical Issues');
    await screen.see('▌ [ ] All critical security issues resolved');
    screen.press('space');
    await screen.see('▌ [✓] All critical security issues resolved');
    screen.press('enter', 'down', 'a');
    screen.type('Threat model read');
    screen.press('enter');
    await screen.see('[ ] Threat model read');
    const { answers } = (await screen.leave()).review;
    const checklist = Object.values(answers).find(
      (answer) => 'value' in answer && Array.isArray(answer.value),
    );
    expect(checklist).toEqual({
      value: [
        { text: 'All critical security issues resolved', done: true },
        { text: 'All critical stability issues resolved', done: false },
        { text: 'All critical data integrity issues resolved', done: false },
        { text: 'Threat model read', done: false },
      ],
    });
  });

  it('makes the next entry with Enter, takes a pasted list as entries, and drops an empty one', async () => {
    const given = world();
    const screen = await wizard(given, await draftOf(given));
    await screen.goTo('Scalability Improvements');
    screen.type('Shard the feed');
    screen.press('enter');
    screen.paste('- Cache sessions\n- Queue mails\n');
    await screen.see('• Queue mails');
    screen.press('enter', 'enter');
    await screen.see('▌ • Recommendation 1');
    screen.press('shift+tab', 'enter', 'backspace');
    screen.type('!');
    await screen.see('▌ • Queue mails!');
    const { answers } = (await screen.leave()).review;
    expect(Object.values(answers)).toContainEqual({
      value: ['Shard the feed', 'Cache sessions', 'Queue mails!'],
    });
  });
});
