import { structuredPatch } from 'diff';

/**
 * What changes from one text to another, as lines of a unified diff with three lines of context: " same", "-old",
 * "+new", "@@ … @@". Empty when nothing does. Texts that differ too much to compare in a second are shown whole.
 */
export function difference(oldText: string, newText: string): string[] {
  if (oldText === newText) return [];
  const patch = structuredPatch('', '', oldText, newText, '', '', { context: 3, timeout: 1000 });
  if (!patch)
    return [...linesOf(oldText).map((line) => `-${line}`), ...linesOf(newText).map((line) => `+${line}`)];
  return patch.hunks.flatMap(({ oldStart, oldLines, newStart, newLines, lines }) => [
    `@@ -${oldStart},${oldLines} +${newStart},${newLines} @@`,
    ...lines,
  ]);
}

const linesOf = (text: string) => text.replace(/\n$/, '').split('\n');
