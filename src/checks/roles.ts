import type { Field, KindName } from '../fields/field.ts';
import type { Severity } from '../fields/issue.ts';
import { memo } from '../memo.ts';
import type { ListBlock, Template } from '../template/template.ts';

/** A list of the action plan. Fields are ids in the list. */
export interface ActionList {
  list: ListBlock;
  /** Whether its actions come before or after the deployment. */
  horizon: 'before' | 'after';
  name: string;
  owner?: string;
  deadline?: string;
  blocks?: string;
}

/** A line of a checklist that says that no such issue is left. */
export interface Claim {
  field: string;
  /** Matches the text of the checklist's line. */
  line: RegExp;
  severity: Severity;
  /** Words that the category of such an issue contains, in small letters. */
  category: string;
}

/** Fields that together say how a category stands; the first option of each is the best. */
interface Standing {
  fields: Field[];
  category: string;
}

/** A status, and what its issues are about; the first option is the best. */
interface StatusSubject {
  field: Field;
  /** Matches the titles of such issues. */
  subject: RegExp;
}

/** What the fields of a template mean to the checks. A template may lack any of them. */
export interface Roles {
  /** Its options hold "GO". */
  verdict?: Field;
  risk?: Field;
  summary?: Field;
  reviewer?: Field;
  version?: Field;
  date?: Field;
  signer?: Field;
  signed?: Field;
  nextReview?: Field;
  deployment?: Field;
  certification?: Field;
  limitations?: Field;
  /** The checklist of the tools that were used. */
  tools?: Field;
  /** Checklists of the files that were reviewed. */
  scope: Field[];
  plan: ActionList[];
  claims: Claim[];
  standings: Standing[];
  statuses: StatusSubject[];
}

type Single = Exclude<keyof Roles, 'plan' | 'claims' | 'standings' | 'statuses' | 'scope'>;

/** The roles of fields that stand once, by the ids and kinds of the bundled template. */
const singles: Record<Single, { id: string; kind: KindName }> = {
  verdict: { id: 'recommendation', kind: 'one-of' },
  risk: { id: 'risk', kind: 'choice' },
  summary: { id: 'summary', kind: 'prose' },
  reviewer: { id: 'reviewer', kind: 'text' },
  version: { id: 'version', kind: 'text' },
  date: { id: 'review-date', kind: 'date' },
  signer: { id: 'signed-by', kind: 'text' },
  signed: { id: 'signed-date', kind: 'date' },
  nextReview: { id: 'next-review', kind: 'text' },
  deployment: { id: 'deployment-date', kind: 'date' },
  certification: { id: 'certification', kind: 'checklist' },
  limitations: { id: 'limitations', kind: 'prose' },
  tools: { id: 'tools', kind: 'checklist' },
};

const lists: { id: string; horizon: ActionList['horizon'] }[] = [
  { id: 'immediate', horizon: 'before' },
  { id: 'short-term', horizon: 'after' },
  { id: 'medium-term', horizon: 'after' },
  { id: 'debt', horizon: 'after' },
];

const claims: Claim[] = [
  { field: 'critical-issues', line: /security/i, severity: 'critical', category: 'security' },
  { field: 'critical-issues', line: /stability/i, severity: 'critical', category: 'stability' },
  { field: 'critical-issues', line: /data integrity/i, severity: 'critical', category: 'data integrity' },
  { field: 'high-issues', line: /security/i, severity: 'high', category: 'security' },
  { field: 'high-issues', line: /performance/i, severity: 'high', category: 'performance' },
  { field: 'high-issues', line: /error handling/i, severity: 'high', category: 'error handling' },
];

/** What a status is about, as the titles of issues say it: a status is set against issues of its own subject only. */
const subjects: Record<string, RegExp> = {
  'auth-status':
    /\b(?:(?:un)?auth\w*|log-?ins?|sign-?ins?|sessions?|jwts?|access control|permissions?|privileges?|csrf|idor)\b/i,
  'validation-status': /\b(?:validat\w*|saniti[sz]\w*|\w*injections?|xss|unescaped|path traversal)\b/i,
  'secrets-status':
    /\b(?:secrets?|credentials?|api keys?|private keys?|hard-?coded (?:passwords?|tokens?|keys?))\b/i,
  cors: /\bcors\b|cross-origin/i,
  'rate-limiting': /\brate[- ]?limit|\bthrottl|brute[- ]?force/i,
  'security-headers': /\b(?:security|http) headers?\b|\b(?:csp|hsts|x-frame-options)\b/i,
  'panic-recovery': /\bpanics?\b/i,
  timeouts: /\btime-?outs?\b/i,
  'redis-failure': /\bredis\b.*\b(?:fail|down|outage|unavailable|unreachable)/i,
  'db-slowness': /\bslow(?:ness)?\b.*\b(?:db|database|quer)|\b(?:db|database)\b.*\bslow/i,
  'external-failure': /\b(?:external|third[- ]party|upstream)\b.*\b(?:fail|down|outage|unavailable)/i,
  'connection-pooling': /\bpool(?:s|ing|ed)?\b/i,
  'redis-usage': /\bredis\b/i,
  'cache-invalidation': /\binvalidat|\bstale\b/i,
  ttls: /\bttls?\b|\bnever expires?\b/i,
  'connection-limits': /\bconnection limits?\b|\bunlimited\b.*\bconnections\b/i,
  heartbeats: /\bheartbeats?\b|\bkeep-?alives?\b/i,
  cleanup: /\bclean(?:ed)?[- ]?up\b|\bleak(?:s|ed|ing)?\b/i,
  'integration-tests': /\bintegration tests?\b/i,
  'e2e-tests': /\b(?:e2e|end-to-end)\b/i,
  'race-tests': /\b(?:data )?races?\b/i,
  'error-cases': /\berror (?:cases?|paths?)\b/i,
  'edge-cases': /\bedge cases?\b/i,
  'env-validated': /\benv\w*\b.*\bvalidat|\bconfig\w*\b.*\bvalidat/i,
  'env-secrets': /\bsecrets?\b.*\b(?:code|repository|git|plain ?text|committed)\b|\bhard-?coded\b/i,
  'strong-passwords': /\b(?:weak|default)\b.*\bpasswords?\b/i,
  monitoring: /\bmonitoring\b|\balert(?:s|ing)\b/i,
};

/** All choices of these together say how a category stands. */
const standings: { ids: string[]; category: string }[] = [
  {
    ids: ['auth-status', 'validation-status', 'secrets-status', 'cors', 'rate-limiting', 'security-headers'],
    category: 'security',
  },
  { ids: ['panic-recovery', 'timeouts'], category: 'error handling' },
  { ids: ['integration-tests', 'e2e-tests', 'race-tests', 'error-cases', 'edge-cases'], category: 'testing' },
  {
    ids: ['connection-pooling', 'redis-usage', 'cache-invalidation', 'ttls', 'connection-limits', 'cleanup'],
    category: 'performance',
  },
  {
    ids: ['env-defined', 'env-validated', 'env-secrets', 'prod-config', 'strong-passwords', 'monitoring'],
    category: 'configuration',
  },
];

/** Which fields of a template have the roles that checks ask for. */
export const rolesOf = memo((template: Template): Roles => {
  const roles: Roles = { plan: [], claims: [], standings: [], statuses: [], scope: [] };
  for (const [role, { id, kind }] of Object.entries(singles)) {
    const field = template.fields[id];
    if (field?.kind === kind) roles[role as Single] = field;
  }
  if (!roles.verdict?.options?.includes('GO')) delete roles.verdict;
  roles.plan = lists.flatMap(({ id, horizon }) => {
    const list = template.lists[id];
    return list ? [actionList(list, horizon)] : [];
  });
  roles.claims = claims.filter(({ field }) => template.fields[field]?.kind === 'checklist');
  roles.standings = standings.flatMap(({ ids, category }) => {
    const fields = ids.flatMap((id) => template.fields[id] ?? []);
    const whole = fields.length === ids.length && fields.every((field) => field.kind === 'choice');
    return whole ? [{ fields, category }] : [];
  });
  roles.scope = ['backend-files', 'frontend-files', 'infrastructure-files'].flatMap((id) => {
    const field = template.fields[id];
    return field?.kind === 'checklist' ? [field] : [];
  });
  roles.statuses = Object.entries(subjects).flatMap(([id, subject]) => {
    const field = template.fields[id];
    return field?.kind === 'choice' ? [{ field, subject }] : [];
  });
  return roles;
});

function actionList(list: ListBlock, horizon: ActionList['horizon']): ActionList {
  const has = (id: string, kind: KindName) => (list.fields[id]?.kind === kind ? { [id]: id } : {});
  return {
    list,
    horizon,
    name: list.asks[0] ?? '',
    ...has('owner', 'text'),
    ...has('deadline', 'date'),
    ...has('blocks', 'choice'),
  };
}
