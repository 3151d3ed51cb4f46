import type { Field, KindName } from '../fields/field.ts';
import type { Severity } from '../fields/issue.ts';
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
  certification?: Field;
  limitations?: Field;
  plan: ActionList[];
  claims: Claim[];
  standings: Standing[];
}

type Single = Exclude<keyof Roles, 'plan' | 'claims' | 'standings'>;

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
  certification: { id: 'certification', kind: 'checklist' },
  limitations: { id: 'limitations', kind: 'prose' },
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

/** Each alone is the status of its group; where a group has none, all its choices together are. */
const standings: { ids: string[]; category: string }[] = [
  { ids: ['auth-status'], category: 'security' },
  { ids: ['validation-status'], category: 'security' },
  { ids: ['secrets-status'], category: 'security' },
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

const known = new WeakMap<Template, Roles>();

/** Which fields of a template have the roles that checks ask for. */
export function rolesOf(template: Template): Roles {
  const hit = known.get(template);
  if (hit) return hit;
  const roles: Roles = { plan: [], claims: [], standings: [] };
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
  known.set(template, roles);
  return roles;
}

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
