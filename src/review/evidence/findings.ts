import type { Severity } from '../../fields/issue.ts';

/** What one tool reported of one rule in one file (or of one package). All of its text is plain and harmless. */
export interface KeptFinding {
  /** What it is known by at the next scan: the tool, the rule and the file. */
  fingerprint: string;
  tool: string;
  rule: string;
  severity: Severity;
  /** What the severity follows from, in words: "level error". */
  severityFrom: string;
  title: string;
  message: string;
  /** As people write them: "src/app.go:12-14". */
  locations: string[];
  /** What the tool advises; null where it advises nothing. */
  fix: string | null;
  /** How many results of the tool it stands for. */
  results: number;
  /** The vulnerable package; empty where it is not about one. */
  about: string;
  /** Other names of the same: CVE-2021-33503, CWE-89. */
  names: string[];
  /** The files that reported it last. */
  files: string[];
  /** `new`: an earlier scan by the tool did not have it; `gone`: the next scan did not have it any more. */
  since?: 'new' | 'gone';
}

export const dismissReasons = ['false positive', 'accepted', 'out of scope', 'duplicate'] as const;
export type DismissReason = (typeof dismissReasons)[number];

/** What the reviewer decided on a finding. */
export type Decision =
  /** Not decided yet, but its severity is another one. */
  | { is: 'rated'; severity: Severity }
  /** It became issues, or was merged into one. */
  | { is: 'accepted' | 'merged'; issues: string[] }
  | { is: 'dismissed'; reason: DismissReason };

/** Decisions by the fingerprints of findings. */
export type Decisions = Record<string, Decision>;
