import { describe, expect, it } from 'vitest';
import { keyboard } from '../../pure.ts';

const issue = (answers = {}) => ({ issues: [{ id: 'one', severity: 'critical' as const, answers }] });
const fix = { issue: 'one', field: 'fix' } as const;
const description = { issue: 'one', field: 'description' } as const;

describe('Ctrl+L in long text', () => {
  it('sets a pasted fix as code in the language that the template shows, in one undo step', async () => {
    const hand = (await keyboard(issue())).goTo(fix).paste('if err != nil {\n\treturn err\n}\n');
    expect(hand.bottom().join()).toContain('Ctrl+L as code');
    hand.press('ctrl+l');
    expect(hand.state().overlay).toMatchObject({ text: { text: 'go' } });
    hand.submit('go');
    expect(hand.answer(fix)).toEqual({ value: '```go\nif err != nil {\n\treturn err\n}\n```' });
    hand.press('ctrl+z');
    expect(hand.answer(fix)).toEqual({ value: 'if err != nil {\n\treturn err\n}\n' });
  });

  it('sets only what was just pasted, on lines of its own', async () => {
    const hand = (await keyboard(issue())).goTo(description).type('See ').paste('x()\ny()');
    hand.press('ctrl+l').submit('ts').press('down', 'enter').type('there');
    expect(hand.answer(description)).toEqual({ value: 'See \n```ts\nx()\ny()\n```\nthere' });
  });

  it('takes a fence that is longer than any inside, and no language', async () => {
    const hand = (await keyboard(issue())).goTo(description).paste('a\n````\nb');
    hand.press('ctrl+l').submit('');
    expect(hand.answer(description)).toEqual({ value: '`````\na\n````\nb\n`````' });
  });

  it('offers the language of the last code where the template shows none', async () => {
    const evidence = { value: { text: 'SELECT 1', language: 'sql' } };
    const hand = (await keyboard(issue({ evidence }))).goTo(description).type('x').press('ctrl+l');
    expect(hand.state().overlay).toMatchObject({ text: { text: 'sql' } });
  });

  it('opens an empty fence to type in, and changes the language of one that is there', async () => {
    const hand = (await keyboard(issue())).goTo(fix).press('ctrl+l').submit('go').type('x()');
    expect(hand.answer(fix)).toEqual({ value: '```go\nx()\n```' });
    hand.press('ctrl+l').submit('sql');
    expect(hand.answer(fix)).toEqual({ value: '```sql\nx()\n```' });
  });

  it('is hinted only where code is expected', async () => {
    const hand = (await keyboard(issue())).goTo(description);
    expect(hand.bottom().join()).not.toContain('as code');
    hand.goTo(fix);
    expect(hand.bottom().join()).toContain('as code');
  });
});
