import type { Format } from './format.ts';
import { bunAudit } from './formats/audits/bun-audit.ts';
import { npmAudit } from './formats/audits/npm-audit.ts';
import { pnpmAudit } from './formats/audits/pnpm-audit.ts';
import { yarnAudit } from './formats/audits/yarn-audit.ts';
import { checkstyle } from './formats/checkstyle.ts';
import { eslint } from './formats/eslint.ts';
import { goVet } from './formats/go-vet.ts';
import { golangciLint } from './formats/golangci-lint.ts';
import { gosec } from './formats/gosec.ts';
import { govulncheck } from './formats/govulncheck/govulncheck.ts';
import { hadolint } from './formats/hadolint.ts';
import { sarif } from './formats/sarif/sarif.ts';
import { semgrep } from './formats/semgrep.ts';
import { shellcheck } from './formats/shellcheck.ts';
import { trivy } from './formats/trivy/trivy.ts';

/** Every format that findings are read from; a file is in the first that recognises it. */
export const findingFormats: readonly Format[] = [
  sarif,
  trivy,
  govulncheck,
  golangciLint,
  gosec,
  semgrep,
  pnpmAudit,
  npmAudit,
  yarnAudit,
  shellcheck,
  hadolint,
  eslint,
  checkstyle,
  bunAudit,
  goVet,
];
