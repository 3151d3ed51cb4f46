import { coverageOf } from '../coverage.ts';
import type { MeasurementFormat } from '../format.ts';

/** "github.com/x/y/a.go:13.27,14.50 1 0": the block, its statements, how often it was run. */
const block = /^(.+:\d+\.\d+,\d+\.\d+) (\d{1,9}) (\d+)$/;
const mode = /^mode: (?:set|count|atomic)$/;

/**
 * `go test -coverprofile`. Blocks count by their statements; one that stands several times, as in merged profiles,
 * counts once. https://pkg.go.dev/golang.org/x/tools/cover
 */
export const goCoverProfile: MeasurementFormat = {
  name: 'go-cover-profile',
  sign: /^mode: (?:set|count|atomic)$/m,
  recognises: ({ text }) => /^mode: (?:set|count|atomic)\r?(?:\n|$)/.test(text),
  read(content) {
    const blocks = new Map<string, { statements: number; run: boolean }>();
    for (const [at, line] of content.lines().entries()) {
      if (line === '' || mode.test(line)) continue;
      const [, place, statements, times] = block.exec(line) ?? [];
      if (place === undefined) return { refused: `is no coverage profile from line ${at + 1} on` };
      const run = blocks.get(place)?.run === true || Number(times) > 0;
      blocks.set(place, { statements: Number(statements), run });
    }
    let [covered, total] = [0, 0];
    for (const { statements, run } of blocks.values()) {
      total += statements;
      if (run) covered += statements;
    }
    return coverageOf({ 'statement-coverage': { covered, total } }, { tool: 'go test', language: 'go' });
  },
};
