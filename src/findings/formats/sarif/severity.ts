import type { Told } from '../../finding.ts';
import { severityOf, severityOfScore } from '../../severity.ts';
import type { Result, Rule } from './shape.ts';

/** The severity of a result: `security-severity` of itself or its rule, else its level. */
export function ratingOf(result: Result, rule: Rule | null): Told['severity'] {
  const of = [
    [result.properties['security-severity'], ''],
    [rule?.properties['security-severity'] ?? '', ' of the rule'],
  ] as const;
  for (const [score, whose] of of) {
    const severity = score.trim() === '' ? null : severityOfScore(Number(score));
    if (severity) return { severity, severityFrom: `security-severity ${score.trim()}${whose}` };
  }
  if (result.level !== '') return severityOf('level', result.level, 'medium');
  // A result that is no failure has no level of its own (3.27.10).
  if (result.kind !== '' && result.kind !== 'fail')
    return { severity: 'low', severityFrom: `kind ${result.kind}` };
  const level = rule?.defaultConfiguration.level ?? '';
  if (level === '') return { severity: 'medium', severityFrom: 'level warning, by default' };
  const { severity, severityFrom } = severityOf('level', level, 'medium');
  return { severity, severityFrom: `${severityFrom} of the rule` };
}
