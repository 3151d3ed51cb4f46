import type { Check } from './check.ts';
import { actionIncomplete, actionTooLate, issueNotPlanned } from './rules/action-plan.ts';
import { checklistContradictsAnalysis, metricsContradictAnalysis } from './rules/claims-against-analysis.ts';
import {
  analysisContradictsIssues,
  certifiedButLimited,
  checklistContradictsIssues,
} from './rules/claims-against-issues.ts';
import { counts } from './rules/counts.ts';
import { dates } from './rules/dates.ts';
import { duplicate } from './rules/issues/duplicate.ts';
import { issueIncomplete } from './rules/issues/issue-incomplete.ts';
import { issueUnknown } from './rules/issues/issue-unknown.ts';
import { locationMissing } from './rules/location-missing.ts';
import { numbers } from './rules/numbers.ts';
import { ownStatus } from './rules/own-status.ts';
import { placeholder } from './rules/placeholder.ts';
import {
  acceptanceContradicted,
  acceptanceIncomplete,
  earlierContradictsIssues,
  earlierUndecided,
  riskExpired,
} from './rules/previous-issues.ts';
import { required } from './rules/required.ts';
import { referenceMissing, reviewedFiles } from './rules/reviewed-files.ts';
import { secret } from './rules/secret.ts';
import { blockedGo, conditionMissing, goWithCritical, goWithHigh, riskTooLow } from './rules/verdict.ts';
import { versionUnknown } from './rules/version-unknown.ts';

/** Every check. A new one is its function and a line here, in the order in which a report is read. */
export const checks: Check[] = [
  counts,
  required,
  goWithCritical,
  goWithHigh,
  blockedGo,
  conditionMissing,
  riskTooLow,
  earlierUndecided,
  earlierContradictsIssues,
  acceptanceIncomplete,
  acceptanceContradicted,
  riskExpired,
  issueIncomplete,
  checklistContradictsIssues,
  analysisContradictsIssues,
  checklistContradictsAnalysis,
  metricsContradictAnalysis,
  issueNotPlanned,
  actionIncomplete,
  actionTooLate,
  certifiedButLimited,
  dates,
  numbers,
  ownStatus,
  versionUnknown,
  locationMissing,
  secret,
  placeholder,
  issueUnknown,
  duplicate,
  reviewedFiles,
  referenceMissing,
];
