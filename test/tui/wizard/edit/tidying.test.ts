import { describe, expect, it } from 'vitest';
import { shifted, weekdayOf } from '../../../../src/fields/days.ts';
import { localDate } from '../../../../src/repository/suggestions.ts';
import { settledReview } from '../../../../src/tui/wizard/edit/tidying.ts';
import { openFinish } from '../../../../src/tui/wizard/overlays/finish/finish.ts';
import { previewOf } from '../../../../src/tui/wizard/overlays/preview.ts';
import { typing } from '../../../../src/tui/wizard/page/text.ts';
import { checkedNow, shownProblems } from '../../../../src/tui/wizard/state/problems.ts';
import type { State } from '../../../../src/tui/wizard/state/state.ts';
import { linesOf } from '../../../report/lines.ts';
import { draftOf, wizard, world } from '../../driver.tsx';
import { keyboard } from '../../pure.ts';

const reviewer = { field: 'reviewer' };
const summary = { field: 'summary' };
const issues = { field: 'auth-issues' };
const evidence = { issue: 'one', field: 'evidence' } as const;
const critical = { issues: [{ id: 'one', severity: 'critical' as const, answers: {} }] };

describe('leaving a text', () => {
  it('takes the white space off both ends of a line, in the same undo step', async () => {
    for (const leaving of ['tab', 'enter', 'shift+tab', 'pagedown']) {
      const hand = (await keyboard()).goTo(reviewer).type('  Ada ').press(leaving);
      expect(hand.answer(reviewer), leaving).toEqual({ value: 'Ada' });
      hand.press('ctrl+z');
      expect(hand.answer(reviewer), leaving).toBeUndefined();
      hand.press('ctrl+y');
      expect(hand.answer(reviewer), leaving).toEqual({ value: 'Ada' });
    }
  });

  it('takes blank lines off long text, and leaves all between to the byte', async () => {
    const text = '\n  \n  indented  \n\n\n\ttabbed\n```\nx \n\n```  \n \n';
    const hand = (await keyboard()).goTo(summary).paste(text);
    expect(hand.answer(summary)).toEqual({ value: text });
    hand.press('tab');
    expect(hand.answer(summary)).toEqual({ value: '  indented  \n\n\n\ttabbed\n```\nx \n\n```' });
  });

  it('takes the newlines off the end of code, and nothing else', async () => {
    const hand = (await keyboard(critical)).goTo(evidence).paste('\n\tx := 1  \n\n').press('tab');
    expect(hand.answer(evidence)).toEqual({ value: { text: '\n\tx := 1  ', language: 'go' } });
  });

  it('tidies the entries of a list, and one’s own words', async () => {
    const hand = (await keyboard()).goTo(issues).type('one ').press('enter').type(' two').press('tab');
    expect(hand.answer(issues)).toEqual({ value: ['one', 'two'] });
    hand.goTo({ field: 'secrets-status' }).type('3At risk ').press('escape');
    expect(hand.answer({ field: 'secrets-status' })).toEqual({ value: 'At risk' });
  });

  it('tidies for the report when Finish opens, not while help is read', async () => {
    const hand = (await keyboard()).goTo(reviewer).type('Ada ').press('f1', 'escape');
    expect(hand.answer(reviewer)).toEqual({ value: 'Ada ' });
    hand.do((state) => openFinish(state));
    expect(hand.answer(reviewer)).toEqual({ value: 'Ada' });
  });

  it('keeps what can be redone, and tidies when that is gone', async () => {
    const hand = (await keyboard()).goTo(reviewer).type('Ada Park').press('ctrl+z', 'tab');
    hand.press('ctrl+y');
    expect(hand.answer(reviewer)).toEqual({ value: 'Ada Park' });
    hand.press('ctrl+z', 'tab').type('v1').press('tab');
    expect(hand.answer(reviewer)).toEqual({ value: 'Ada' });
  });

  it('leaves alone what nobody typed into', async () => {
    const hand = await keyboard({ answers: { reviewer: { value: ' Ada ' }, summary: { value: '\nAll\n' } } });
    for (let stop = 0; stop < 12; stop++) hand.press('tab');
    expect(hand.answer(reviewer)).toEqual({ value: ' Ada ' });
    expect(hand.answer(summary)).toEqual({ value: '\nAll\n' });
  });

  it('is not what saving or leaving the program does', async () => {
    const given = world();
    const draft = await draftOf(given);
    const screen = await wizard(given, draft);
    screen.press('tab');
    screen.type('Ada ');
    await screen.see('Reviewer Ada');
    const left = await screen.leave();
    expect(left.review.answers.reviewer).toEqual({ value: 'Ada ' });
    const again = await wizard(given, left);
    again.press('tab');
    await again.see('▌ Application Version');
    expect((await again.leave()).review.answers.reviewer).toEqual({ value: 'Ada' });
  });
});

describe('a date in words', () => {
  const deadline = { list: 'immediate', item: 'x', field: 'deadline' } as const;
  const inTwoWeeks = shifted(localDate(new Date(0)), 2, 'w') ?? '';
  const plan = { items: { immediate: [{ id: 'x', answers: { action: { value: 'Patch' } } }] } };

  it('is shown as the date that it becomes, and is one when it is left, in the same undo step', async () => {
    const hand = (await keyboard(plan)).goTo(deadline);
    expect(hand.screen()).toContain('fri, +2w, 27 Nov');
    hand.type('+2w');
    expect(hand.screen()).toContain(`= ${inTwoWeeks}, ${weekdayOf(inTwoWeeks)}`);
    hand.press('tab');
    expect(hand.answer(deadline)).toEqual({ value: inTwoWeeks });
    hand.press('ctrl+z');
    expect(hand.answer(deadline)).toBeUndefined();
  });

  it('is no problem while it is typed', async () => {
    const hand = (await keyboard(plan)).goTo(deadline).type('+2w');
    const said = (state: State) => shownProblems(state).map(({ message }) => message);
    expect(said(checkedNow(hand.state()))).toContain('Deadline: "+2w" is not a date');
    const settled = checkedNow(hand.state(), settledReview(hand.state()));
    expect(said(settled).filter((message) => message.includes('+2w'))).toEqual([]);
  });

  it('is the last such day where the review has its date, and stays where there is doubt', async () => {
    const date = { field: 'review-date' } as const;
    const hand = (await keyboard()).goTo(date).type('wed').press('tab');
    expect(hand.answer(date)).toEqual({ value: expect.stringMatching(/^1969-12-(31|24)$/) });
    hand.goTo(date).press('ctrl+u').type('03/04/1969').press('tab');
    expect(hand.answer(date)).toEqual({ value: '03/04/1969' });
  });
});

describe('the preview', () => {
  it('says what the report will say, without the entity of a space that is being typed', async () => {
    const hand = await keyboard(critical);
    const { fields } = hand.state().template;
    let texts = 0;
    for (const place of [...Object.keys(fields).map((field) => ({ field })), evidence]) {
      hand.goTo(place);
      if (!typing(hand.state())) continue;
      hand.type('some words ');
      const lines = linesOf(previewOf(hand.state()).report);
      expect(hand.state().buffer?.text, JSON.stringify(place)).toMatch(/some words $/);
      expect(lines.filter((line) => /&#\d+;/.test(line))).toEqual([]);
      expect(lines.join('\n')).toContain('some words');
      texts++;
    }
    expect(texts).toBeGreaterThan(50);
    expect(hand.press('ctrl+z', 'ctrl+y').state().buffer?.text).toMatch(/some words $/);
  });
});
