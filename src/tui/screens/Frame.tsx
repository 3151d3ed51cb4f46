import { Box, Text, useIsScreenReaderEnabled } from 'ink';
import type { ReactNode } from 'react';
import { displayWidth } from '../../text/width.ts';
import { type Line, seg, spread } from '../line.ts';
import { signs } from '../theme.ts';
import { useTheme } from '../theme-context.ts';
import { Row } from '../widgets/Row.tsx';

/** A key and what it does, for the line at the bottom. */
export type Hint = readonly [keys: string, does: string];

export interface FrameProps {
  /** What is open; or a prompt in its place. */
  title: ReactNode;
  /** What stands at the right of the title. */
  facts?: Line;
  /** Those that matter most first; the last one is always shown. */
  hints: readonly Hint[];
  width: number;
  height: number;
  children: ReactNode;
}

/** Rows that a frame of this height leaves for the work between its lines. */
export const bodyRows = (height: number): number => Math.max(1, height - (roomy(height) ? 4 : 2));

const roomy = (height: number): boolean => height >= 12;

/** One line at the top, one at the bottom, the work between them. */
export function Frame({ title, facts = [], hints, width, height, children }: FrameProps): ReactNode {
  const top =
    typeof title === 'string' ? (
      <Row line={spread([seg(` ${title}`, 'bold')], [...facts, seg(' ')], width)} />
    ) : (
      title
    );
  return (
    <Box flexDirection="column" width={width} height={height}>
      <Box height={1} overflow="hidden">
        {top}
      </Box>
      <Rule {...{ width, height }} />
      <Box flexDirection="column" height={bodyRows(height)} overflow="hidden">
        {children}
      </Box>
      <Rule {...{ width, height }} />
      <Row line={hintLine(hints, width)} />
    </Box>
  );
}

function Rule({ width, height }: { width: number; height: number }): ReactNode {
  const theme = useTheme();
  const spoken = useIsScreenReaderEnabled();
  if (!roomy(height) || spoken) return null;
  return <Text {...theme.dim}>{signs.rule.repeat(Math.max(1, width))}</Text>;
}

/** The hints that have room, the last one always among them. */
function hintLine(hints: readonly Hint[], width: number): Line {
  const room = (hint: Hint): number => displayWidth(hint.join(' ')) + 3;
  const last = hints.at(-1);
  if (!last) return [];
  let left = width + 2 - room(last);
  const shown: Hint[] = [];
  for (const hint of hints.slice(0, -1)) {
    left -= room(hint);
    if (left < 0) break;
    shown.push(hint);
  }
  return [...shown, last].flatMap(([keys, does], index) => [
    seg(index === 0 ? ' ' : '   '),
    seg(keys, 'bold'),
    seg(` ${does}`, 'dim'),
  ]);
}
