import type { Check } from './check.ts';
import {
  analysisContradictsIssues,
  certifiedButLimited,
  checklistContradictsIssues,
} from './contradictions.ts';
import { counts } from './counts.ts';
import { dates } from './dates.ts';
import {
  acceptanceContradicted,
  acceptanceIncomplete,
  earlierContradictsIssues,
  earlierUndecided,
  riskExpired,
} from './delta.ts';
import { issueUnknown } from './issue-unknown.ts';
import { duplicate, issueIncomplete } from './issues.ts';
import { locationMissing } from './locations.ts';
import { numbers } from './numbers.ts';
import { placeholder } from './placeholder.ts';
import { actionIncomplete, actionTooLate, issueNotPlanned } from './plan.ts';
import { required } from './required.ts';
import { secret } from './secret.ts';
import { blockedGo, goWithCritical, goWithHigh, riskTooLow } from './verdict.ts';

/** Every check. A new one is its function and a line here, in the order in which a report is read. */
export const checks: Check[] = [
  counts,
  required,
  goWithCritical,
  goWithHigh,
  blockedGo,
  riskTooLow,
  earlierUndecided,
  earlierContradictsIssues,
  acceptanceIncomplete,
  acceptanceContradicted,
  riskExpired,
  issueIncomplete,
  checklistContradictsIssues,
  analysisContradictsIssues,
  issueNotPlanned,
  actionIncomplete,
  actionTooLate,
  certifiedButLimited,
  dates,
  numbers,
  locationMissing,
  secret,
  placeholder,
  issueUnknown,
  duplicate,
];
