import type { Field, KindName } from '../fields/field.ts';
import type { Severity } from '../fields/issue.ts';
import { memo } from '../memo.ts';
import type { ListBlock, Template } from '../template/template.ts';
import { standings, subjects } from './statuses/subjects.ts';
import { type TickedStatus, tickedStatuses } from './statuses/ticked-statuses.ts';

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

/** What holds for all tests of a sort, and for some of them: the coverage of all is not less than that of some. */
interface Whole {
  whole: Field;
  part: Field;
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
  /** The list of other documents. */
  references?: Field;
  /** Checklists of the files that were reviewed. */
  scope: Field[];
  plan: ActionList[];
  claims: Claim[];
  standings: Standing[];
  statuses: StatusSubject[];
  ticked: TickedStatus[];
  wholes: Whole[];
  /** Whether there are such tests, and how they ended. */
  ended: { tests: Field; result: Field }[];
}

type Single = {
  [Role in keyof Roles]-?: Field extends Roles[Role] ? Role : never;
}[keyof Roles];

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
  references: { id: 'references', kind: 'list' },
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

const wholes: Record<keyof Whole, string>[] = [
  { whole: 'backend-test-coverage', part: 'unit-coverage' },
  { whole: 'frontend-test-coverage', part: 'component-coverage' },
];

const ended = [{ tests: 'e2e-tests', result: 'e2e-result' }];

/** Which fields of a template have the roles that checks ask for. */
export const rolesOf = memo((template: Template): Roles => {
  const roles: Roles = {
    plan: [],
    claims: [],
    standings: [],
    statuses: [],
    scope: [],
    ticked: [],
    wholes: [],
    ended: [],
  };
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
  roles.ticked = tickedStatuses(template);
  roles.wholes = wholes.flatMap(({ whole, part }) => {
    const [all, some] = [template.fields[whole], template.fields[part]];
    return all?.kind === 'number' && some?.kind === 'number' ? [{ whole: all, part: some }] : [];
  });
  roles.ended = ended.flatMap(({ tests, result }) => {
    const [there, how] = [template.fields[tests], template.fields[result]];
    return there?.kind === 'choice' && how?.kind === 'choice' ? [{ tests: there, result: how }] : [];
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
