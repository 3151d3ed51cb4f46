import type * as z from 'zod/mini';
import type { Refused } from '../files/refused.ts';
import type { ScanContent } from './content/content.ts';
import { type Finding, findingOf, type Told } from './finding.ts';

/** A tool that a file names; the version is null where the file states none. */
export interface Tool {
  name: string;
  version: string | null;
}

/** What a file holds. */
export interface Report {
  tools: Tool[];
  findings: Finding[];
  /** How many results are left out because they are suppressed. */
  suppressed: number;
  /** How many results could not be read. */
  unreadable: number;
}

/** A format that scanners write. */
export interface Format {
  /** As it is named to people and scripts: "npm-audit". */
  name: string;
  /**
   * What the beginnings of its files have in them: a guess, to offer files; reading decides. Without one, they show the
   * sign of another format.
   */
  sign?: RegExp;
  /** Whether the tool writes several JSON values one after the other. */
  writesSeveral?: boolean;
  /** Whether content is meant to be in this format. */
  recognises(content: ScanContent): boolean;
  /** What content of this format holds. */
  read(content: ScanContent): Report | Refused;
}

/** Whether a result counts: it is reported, left out as suppressed, or is no finding at all (a test that passed). */
export type Outcome = Told | 'suppressed' | null;

/**
 * The findings among results, each read by itself: one that is not of its shape is counted and loses no other.
 * @param tell what a result says; several for one that holds several
 */
export function findingsIn<Shape extends z.ZodMiniType>(
  tool: string,
  results: readonly unknown[],
  shape: Shape,
  tell: (result: z.output<Shape>) => Outcome,
): Omit<Report, 'tools'> {
  const read: Omit<Report, 'tools'> = { findings: [], suppressed: 0, unreadable: 0 };
  for (const result of results) {
    const { success, data } = shape.safeParse(result);
    const told = success ? tell(data) : undefined;
    if (told === undefined) read.unreadable += 1;
    else if (told === 'suppressed') read.suppressed += 1;
    else if (told !== null) read.findings.push(findingOf(tool, told));
  }
  return read;
}

/** Several reports as one. */
export function together(reports: readonly Report[]): Report {
  const sum = (count: (report: Report) => number) => reports.reduce((all, one) => all + count(one), 0);
  return {
    tools: differentTools(reports.flatMap(({ tools }) => tools)),
    findings: reports.flatMap(({ findings }) => findings),
    suppressed: sum(({ suppressed }) => suppressed),
    unreadable: sum(({ unreadable }) => unreadable),
  };
}

function differentTools(tools: Tool[]): Tool[] {
  const byName = new Map(tools.map((tool) => [JSON.stringify([tool.name, tool.version]), tool]));
  return [...byName.values()];
}
