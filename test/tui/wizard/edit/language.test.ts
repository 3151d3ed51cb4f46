import { describe, expect, it } from 'vitest';
import { readReport } from '../../../../src/report/read.ts';
import { render } from '../../../../src/report/writer/render.ts';
import { bundled } from '../../../template/bundled.ts';
import { keyboard } from '../../pure.ts';

const template = bundled();
const evidence = { issue: 'one', field: 'evidence' } as const;
const words = 'Start gives an error that nobody looks at';

async function atEvidence(answers = {}) {
  const one = { id: 'one', severity: 'critical' as const, answers: { title: { value: 'One' }, ...answers } };
  return (await keyboard({ issues: [one] })).goTo(evidence);
}

/** The evidence as the report has it, and as it is read from there. */
function reported(hand: Awaited<ReturnType<typeof keyboard>>) {
  const report = render(template, hand.state().history.present);
  const [fence] = /^```[\s\S]*?^```/m.exec(report.slice(report.indexOf('**Evidence:**'))) ?? [];
  return { fence, read: readReport(template, report).review.issues[0]?.answers.evidence };
}

describe('the language of evidence', () => {
  it('is not stated of words, and they come back from the report', async () => {
    const hand = (await atEvidence()).type(words).press('pagedown');
    expect(hand.answer(evidence)).toEqual({ value: { text: words, language: '' } });
    expect(reported(hand)).toEqual({ fence: `\`\`\`\n${words}\n\`\`\``, read: hand.answer(evidence) });
  });

  it("is the field's for code of it, typed or pasted, also once words were there", async () => {
    const hand = (await atEvidence()).type(words).press('ctrl+u').paste('if err != nil {\n\treturn err\n}');
    expect(hand.answer(evidence)).toMatchObject({ value: { language: 'go' } });
    expect(reported(hand).read).toEqual(hand.answer(evidence));
    expect((await atEvidence()).type('_ = server.Start()').answer(evidence)).toMatchObject({
      value: { language: 'go' },
    });
  });

  it('is the one that was chosen, whatever is typed then', async () => {
    const hand = (await atEvidence())
      .type(words)
      .press('ctrl+l')
      .press('ctrl+u')
      .submit('text')
      .type(', x()');
    expect(hand.answer(evidence)).toEqual({ value: { text: `${words}, x()`, language: 'text' } });
    const kept = (await atEvidence({ evidence: { value: { text: words, language: 'go' } } })).type('!');
    expect(kept.answer(evidence)).toMatchObject({ value: { language: 'go' } });
  });

  it('leaves no answer behind when all is deleted', async () => {
    const hand = (await atEvidence()).type('words').press('ctrl+u');
    expect(hand.answer(evidence)).toBeUndefined();
  });
});
