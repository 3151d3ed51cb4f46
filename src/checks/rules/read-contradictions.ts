import { issueById } from '../../review/review.ts';
import type { CheckInput, ProblemAt } from '../check.ts';

/** What a report says of its issues against where they stand: what names them elsewhere may mean either. */
export function clashesOf({ template, review, facts, names }: CheckInput): ProblemAt[] {
  return (facts.report?.contradictions ?? []).flatMap((clash): ProblemAt[] => {
    const { says } = clash;
    if (clash.of === 'none') {
      const message = `The report says "${says}", and has such issues`;
      return [{ place: { page: clash.page }, message, advice: 'take out the line, or the issues' }];
    }
    const { issue: id } = clash;
    const name = names.get(id) ?? '';
    const severity = issueById(review, id)?.severity;
    const place = { issue: id };
    if (clash.of === 'severity') {
      const word = severity && template.issues[severity]?.word;
      const message = `${name} says ${says} of itself, and stands among the ${word} issues`;
      return [{ place, message, advice: 'give it the severity that it has, or put it where it belongs' }];
    }
    if (clash.of === 'number') {
      const message = `${says} is the number of another issue, too: this one is ${name} by its place`;
      return [{ place, message, advice: 'give each issue a number of its own, wherever it is named' }];
    }
    const message = `${name} by its place has the number ${says} in the report`;
    const advice = 'number the issues of a severity from 1 on in their order, wherever they are named';
    return [{ level: 'warning', place, message, advice }];
  });
}
