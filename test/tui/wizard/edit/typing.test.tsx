import { describe, expect, it } from 'vitest';
import { draftOf, wizard, world } from '../../driver.tsx';

describe('typing into fields', () => {
  it('puts letters where the caret is', async () => {
    const given = world();
    const screen = await wizard(given, await draftOf(given));
    screen.press('tab');
    screen.type('Grace Hopper');
    screen.press('ctrl+left', 'left');
    screen.type(' M.');
    await screen.see('Grace M. Hopper');
    expect((await screen.leave()).review.answers.reviewer).toEqual({ value: 'Grace M. Hopper' });
  });

  it('deletes an emoji as the one character that it looks like', async () => {
    const given = world();
    const screen = await wizard(given, await draftOf(given));
    screen.press('tab');
    screen.type('a👩‍👩‍👧é');
    await screen.see('a👩‍👩‍👧é');
    screen.press('backspace', 'backspace');
    screen.type('b');
    await screen.see('Reviewer ab');
    expect((await screen.leave()).review.answers.reviewer).toEqual({ value: 'ab' });
  });

  it('takes keys that come in one read as it takes them apart', async () => {
    const given = world();
    const screen = await wizard(given, await draftOf(given));
    screen.press('tab');
    screen.atOnce('abc', 'backspace', 'd', 'backspace', 'backspace', 'xyz');
    await screen.see('axyz');
  });

  it('goes on with Enter and picks the third option with three arrows and Enter in one read', async () => {
    const given = world();
    const screen = await wizard(given, await draftOf(given));
    await screen.goTo('Overall Risk');
    screen.atOnce('down', 'down', 'down', 'enter');
    await screen.see('Overall Risk Assessment MEDIUM');
    expect((await screen.leave()).review.answers.risk).toEqual({ value: 'MEDIUM' });
  });

  it('picks by number and stays, so that another number corrects it', async () => {
    const given = world();
    const screen = await wizard(given, await draftOf(given));
    await screen.goTo('Overall Risk');
    screen.press('1');
    await screen.see('Assessment ● CRITICAL');
    screen.press('4');
    await screen.see('● LOW');
  });

  it('takes the reviewer’s own words, from the option on', async () => {
    const given = world();
    const screen = await wizard(given, await draftOf(given));
    await screen.goTo('Overall Risk');
    screen.press('4', '5');
    await screen.gone('in your own words');
    screen.type(' (for now)');
    await screen.see('LOW (for now)');
    expect((await screen.leave()).review.answers.risk).toEqual({ value: 'LOW (for now)' });
  });

  it('takes a paste whole: in long text as it is, in one line joined, with one undo', async () => {
    const given = world();
    const screen = await wizard(given, await draftOf(given));
    screen.press('tab');
    screen.type('by ');
    screen.paste('Ada\r\nand Grace');
    await screen.see('by Ada and Grace');
    await screen.see('Lines joined');
    screen.press('ctrl+z');
    await screen.gone('by Ada and Grace');
    await screen.goTo('Summary Statement');
    screen.paste('first\n\tsecond `code`\n');
    await screen.see('second `code`');
    expect((await screen.leave()).review.answers).toMatchObject({
      reviewer: { value: 'by ' },
      summary: { value: 'first\n\tsecond `code`\n' },
    });
  });

  it('undoes word by word and goes back to where it was', async () => {
    const given = world();
    const screen = await wizard(given, await draftOf(given));
    screen.press('tab');
    screen.type('one two three');
    await screen.see('one two three');
    screen.press('pagedown');
    await screen.see('▌○ Executive Summary');
    screen.press('ctrl+z');
    await screen.see('▌ Reviewer one two');
    screen.press('ctrl+y');
    await screen.see('one two three');
  });

  it('says beside the field what is wrong, and keeps what was typed', async () => {
    const given = world();
    const screen = await wizard(given, await draftOf(given));
    screen.type('30.2.2026');
    await screen.see('! not a date');
    expect((await screen.leave()).review.answers['review-date']).toEqual({ value: '30.2.2026' });
  });

  it('shows the names and the meanings of the verdicts in two columns', async () => {
    const given = world();
    const screen = await wizard(given, await draftOf(given));
    await screen.goTo('Deployment Recommendation');
    screen.press('2');
    await screen.see('2 (•) CONDITIONAL GO Can deploy after addressing critical issues');
    const columns = screen
      .frame()
      .split('\n')
      .flatMap((row) => /(Ready for|Can deploy|Significant)/.exec(row)?.index ?? []);
    expect(columns).toHaveLength(3);
    expect(new Set(columns).size).toBe(1);
  });

  it('takes the language of code before there is any code', async () => {
    const given = world();
    const screen = await wizard(given, await draftOf(given));
    await screen.goTo('Add critical issue');
    await screen.goTo('CRITICAL-1 Evidence');
    screen.press('ctrl+l');
    await screen.see('Language of the code go');
    screen.press('ctrl+u');
    screen.type('sql');
    screen.press('enter');
    await screen.see('Evidence sql');
    screen.type('x');
    screen.press('backspace');
    screen.type('SELECT 1');
    await screen.see('SELECT 1');
    const [issue] = (await screen.leave()).review.issues;
    expect(issue?.answers.evidence).toEqual({ value: { text: 'SELECT 1', language: 'sql' } });
  });

  it('says how a list with entries of the template becomes an empty one', async () => {
    const given = world();
    const screen = await wizard(
      given,
      await draftOf(given, { answers: { references: { value: ['gosec'] } } }),
    );
    await screen.goTo('References');
    screen.press('ctrl+u');
    await screen.see('Alt+N says that');
  });

  it('wraps long text and keeps all of it', async () => {
    const given = world();
    const screen = await wizard(given, await draftOf(given));
    await screen.goTo('Summary Statement');
    const words = Array.from({ length: 300 }, (_, index) => `word${index}`).join(' ');
    screen.paste(words);
    await screen.see('word299');
    screen.press('enter', 'enter');
    screen.type('the end');
    await screen.see('the end');
    expect((await screen.leave()).review.answers.summary).toEqual({ value: `${words}\n\nthe end` });
  });
});
