import type { MeasurementFormat } from './format.ts';
import { cobertura } from './formats/cobertura.ts';
import { coverageFinal } from './formats/coverage-final.ts';
import { coverageSummary } from './formats/coverage-summary.ts';
import { goCoverFunc } from './formats/go-cover-func.ts';
import { goCoverProfile } from './formats/go-cover-profile.ts';
import { goTest } from './formats/go-test.ts';
import { junit } from './formats/junit.ts';
import { k6Summary } from './formats/k6-summary.ts';
import { lcov } from './formats/lcov.ts';
import { playwright } from './formats/playwright.ts';
import { tap } from './formats/tap.ts';
import { vitestJson } from './formats/vitest-json.ts';

/** Every format that measurements are read from; a file is in the first that recognises it. */
export const measurementFormats: readonly MeasurementFormat[] = [
  goCoverProfile,
  goCoverFunc,
  lcov,
  junit,
  cobertura,
  goTest,
  tap,
  coverageSummary,
  coverageFinal,
  vitestJson,
  playwright,
  k6Summary,
];
