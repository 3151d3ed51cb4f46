import { type Severity, severities } from '../../fields/issue.ts';
import { countBySeverity } from '../../review/issue-names.ts';
import { issuesOf } from '../../review/review.ts';
import { saysYes, suggestedRisk, suggestedVerdict } from '../../review/suggested-verdict.ts';
import { actionWords, type Check, type CheckInput, issuesAre, type ProblemAt, wordsAt } from '../check.ts';
import { issuesKey } from '../issues-key.ts';
import { named } from '../names-in-words.ts';
import { notHeldUp } from '../planning/conditions.ts';

const isGo = ({ review, roles }: CheckInput): boolean => wordsAt(review, roles.verdict) === 'GO';

/** The verdict that the facts speak for. */
function otherVerdict({ template, review, roles }: CheckInput): Pick<ProblemAt, 'fix'> {
  const suggested = suggestedVerdict(template, review)?.answer;
  if (!roles.verdict || suggested === undefined || suggested === 'GO') return {};
  const at = { field: roles.verdict.id };
  const action = { do: 'answer', at, answer: { value: suggested } } as const;
  return { fix: { label: `recommend ${suggested}`, actions: [action] } };
}

const goWith =
  (severity: Severity) =>
  (subject: CheckInput): ProblemAt[] => {
    const { review, roles } = subject;
    if (!roles.verdict || !isGo(subject) || countBySeverity(review)[severity] === 0) return [];
    const issues = issuesOf(review, severity);
    const message = `GO is recommended, while ${issuesAre(subject, issues)} open`;
    const advice = 'recommend CONDITIONAL GO or NO-GO, or correct the severity of the issues';
    const key = issuesKey(message, issues);
    return [{ place: { field: roles.verdict.id }, message, key, advice, ...otherVerdict(subject) }];
  };

export const goWithCritical: Check = { id: 'go-with-critical', level: 'error', find: goWith('critical') };
export const goWithHigh: Check = { id: 'go-with-high', level: 'warning', find: goWith('high') };

export const blockedGo: Check = {
  id: 'blocked-go',
  level: 'error',
  find(subject) {
    const { review, roles } = subject;
    if (!roles.verdict || !isGo(subject)) return [];
    return roles.plan.flatMap(({ list, name, blocks }) => {
      if (blocks === undefined) return [];
      return (review.items[list.id] ?? []).flatMap((item): ProblemAt[] => {
        if (!saysYes(item.answers[blocks])) return [];
        return [
          {
            place: { list: list.id, item: item.id, field: blocks },
            message: `GO is recommended. ${actionWords(item.answers[name])} blocks the deployment`,
            advice: 'recommend NO-GO or CONDITIONAL GO, or answer that the action does not block it',
            ...otherVerdict(subject),
          },
        ];
      });
    });
  },
};

export const conditionMissing: Check = {
  id: 'condition-missing',
  level: 'warning',
  find(subject) {
    const { review, roles } = subject;
    if (!roles.verdict || wordsAt(review, roles.verdict) !== 'CONDITIONAL GO') return [];
    const issues = notHeldUp(subject);
    if (issues.length === 0) return [];
    const names = named(issues.map(({ id }) => subject.names.get(id) ?? ''));
    const message = `CONDITIONAL GO is recommended, while no action for ${names} blocks the deployment`;
    const advice = 'let an action for it block the deployment, or correct its severity';
    return [{ place: { field: roles.verdict.id }, message, key: issuesKey(message, issues), advice }];
  },
};

export const riskTooLow: Check = {
  id: 'risk-too-low',
  level: 'error',
  find(subject) {
    const { template, review, roles } = subject;
    const word = (severity: Severity) => template.issues[severity]?.word ?? severity.toUpperCase();
    const said = wordsAt(review, roles.risk).toLowerCase();
    // Words of the reviewer's own may name several: only when the highest of them is too low is it sure.
    // "MEDIUM-LOW" names two, "CRITICAL-1" an issue, and a template's own word may have a hyphen.
    const apart = [/[^\p{L}\p{N}-]+/u, /[^\p{L}\p{N}-]+|-(?!\d)/u].flatMap((between) => said.split(between));
    const stated = severities.findIndex((severity) => apart.includes(word(severity).toLowerCase()));
    const counts = countBySeverity(review);
    const present = severities.findIndex((severity) => counts[severity] > 0);
    const highest = severities[present];
    if (!roles.risk || stated === -1 || !highest || stated <= present) return [];
    const issues = issuesOf(review, highest);
    const message = `The overall risk is ${wordsAt(review, roles.risk)}, while ${issuesAre(subject, issues)} open`;
    const least = suggestedRisk(template, review)?.answer;
    const action = { do: 'answer', at: { field: roles.risk.id }, answer: { value: least ?? '' } } as const;
    return [
      {
        place: { field: roles.risk.id },
        message,
        key: issuesKey(message, issues),
        advice: `assess the risk as ${word(highest)}, or correct the severity of the issues`,
        ...(least ? { fix: { label: `assess the risk as ${least}`, actions: [action] } } : {}),
      },
    ];
  },
};
