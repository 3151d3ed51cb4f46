import type { Refused } from '../files/refused.ts';
import type { MeasuredLanguage, MeasuredValue } from '../review/evidence/measurements.ts';
import type { Content } from './content.ts';

/** What a file measured, and the tool that wrote it. */
export interface Measured {
  tool: string;
  /** As the file itself states it. */
  version?: string;
  language?: MeasuredLanguage;
  values: MeasuredValue[];
}

/** One format of files that measurements come in. */
export interface MeasurementFormat {
  /** As it is named to people and scripts: "go-cover-profile". */
  name: string;
  /** What the beginnings of its files have in them: a guess, to offer files; reading decides. */
  sign: RegExp;
  /** Whether content is meant to be in this format, be it whole or broken. */
  recognises(content: Content): boolean;
  /** What content of this format measured. Never throws. */
  read(content: Content): Measured | Refused;
}
