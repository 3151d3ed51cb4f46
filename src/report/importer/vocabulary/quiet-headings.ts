/** What stands under a heading that holds no open issues, whatever severities it names. */
export type Quiet = 'plan' | 'legend' | 'history' | 'strengths' | 'notes';

const plan =
  /\b(?:recommend|action|plan|roadmap|next step|to ?do|checklist|remediation|metric|timeline|follow up)/i;
const legend =
  /\b(?:legend|contents|definitions?|glossary|how to read|methodology|scoring|(?:severity|priority|risk|rating)s? (?:levels?|ratings?|scale|classes|classification|definitions?|guide|matrix|key))\b/i;
const history =
  /\b(?:history|change ?log|false positives?|fixes applied|(?:verified|applied) fixes)\b|^(?:(?:previous(?:ly)?|earlier|past|already|recently) )?(?:resolved|fixed|closed|completed?|done|implemented|accepted)(?: (?:since|in|from|issues?|findings?|items?|bugs?|vulnerabilities|risks?|tasks?|work|blockers?)\b.*)?$/i;
const strengths =
  /\b(?:strengths?|positives?|positive findings|what (?:works|went) well|achievements|highlights)\b/i;
const notes = /^(?:informational|info|notes?|fyi)(?: (?:only|findings?|items?|issues?))?$/i;

/**
 * What a heading says of what stands under it; null for one under which open issues may stand.
 * @param name its words, folded
 */
export function quietUnder(name: string): Quiet | null {
  if (history.test(name)) return 'history';
  if (strengths.test(name)) return 'strengths';
  if (legend.test(name)) return 'legend';
  if (notes.test(name)) return 'notes';
  return plan.test(name) ? 'plan' : null;
}
