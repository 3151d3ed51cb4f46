import { issueById } from '../review/review.ts';
import type { CheckInput, ProblemAt } from './check.ts';

/** What a report says of its issues against where they stand: what names them elsewhere may mean either. */
export function clashesOf({ template, review, facts, names }: CheckInput): ProblemAt[] {
  return (facts.report?.contradictions ?? []).flatMap((clash): ProblemAt[] => {
    const { says } = clash;
    if (clash.of === 'none') {
      const message = `The report says "${says}", but it has such issues`;
      return [{ place: { page: clash.page }, message, advice: 'remove the line or the issues' }];
    }
    const { issue: id } = clash;
    const name = names.get(id) ?? '';
    const severity = issueById(review, id)?.severity;
    const place = { issue: id };
    if (clash.of === 'severity') {
      const word = severity && template.issues[severity]?.word;
      const message = `${name} says ${says} itself, but is among the ${word} issues`;
      return [{ place, message, advice: 'correct its severity, or move it' }];
    }
    if (clash.of === 'number') {
      const message = `${says} is also the number of another issue: this one is ${name} by its place`;
      return [{ place, message, advice: 'give each issue a number of its own everywhere' }];
    }
    const message = `${name} by its place has the number ${says} in the report`;
    const advice = 'number the issues of each severity from 1 in order, everywhere';
    return [{ level: 'warning', place, message, advice }];
  });
}
