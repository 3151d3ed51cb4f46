import type { Format } from '../../format.ts';
import { isRecord } from '../../shape.ts';
import { advisoryReport, errorIn, errorReport, isAdvisoryReport } from './npm-audit.ts';

/** `pnpm audit --json`: npm's first format, without its `runId`, and with ways that begin at the workspace: ".>express". */
export const pnpmAudit: Format = {
  name: 'pnpm-audit',
  recognises: ({ values: [value] }) =>
    isRecord(value) &&
    (isAdvisoryReport(value)
      ? !('runId' in value) && Object.values(value.advisories).some(hasWorkspacePath)
      : errorIn(value)?.error.code.startsWith('ERR_PNPM') === true),
  read({ values: [value] }) {
    if (isAdvisoryReport(value)) return advisoryReport('pnpm audit', value);
    return errorReport('pnpm audit', isRecord(value) ? value : {});
  },
};

function hasWorkspacePath(one: unknown): boolean {
  if (!isRecord(one) || !Array.isArray(one.findings)) return false;
  return one.findings.some(
    (found) =>
      isRecord(found) &&
      Array.isArray(found.paths) &&
      found.paths.some((path) => typeof path === 'string' && /^(?:\.|[\w@./-]+__[\w.-]*) ?>|^\.$/.test(path)),
  );
}
