import { Box, Text, useIsScreenReaderEnabled } from 'ink';
import { memo, type ReactNode } from 'react';
import { visible } from '../../text/clean.ts';
import { type Line, plainText } from '../line.ts';
import { signs } from '../theme.ts';
import { useTheme } from '../theme-context.ts';

/**
 * One row of the screen. Nothing in it reaches the terminal as a control, whatever its text holds. Drawn anew
 * only for another line: keep the arrays of lines that did not change.
 */
export const Row = memo(function Row({ line }: { line: Line }): ReactNode {
  const theme = useTheme();
  const spoken = useIsScreenReaderEnabled();
  if (spoken) return <Text>{said(line)}</Text>;
  const parts = line.filter((part) => part.text !== '');
  return (
    <Text wrap="truncate">
      {parts.length === 0
        ? ' '
        : parts.map((part, index) =>
            part.tone === 'plain' ? (
              shown(part.text)
            ) : (
              // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a row have no other identity
              <Text key={index} {...theme[part.tone]}>
                {shown(part.text)}
              </Text>
            ),
          )}
    </Text>
  );
});

const shown = (text: string): string => visible(text).replaceAll('\n', ' ');

/** Without what is only there to align or to point: a screen reader says what is selected. */
function said(line: Line): string {
  // A notice stands in a rule.
  const text = shown(plainText(line))
    .replace(/^─+ |─{2,}$/g, '')
    .replace(/^[─│┬┴\s]+$/, '')
    .trimStart();
  const pointed = text.startsWith(signs.focus) || text.startsWith(signs.pick);
  return (pointed ? text.slice(1) : text).replace(/[░█]+/g, '').replace(/ {2,}/g, '  ').trim();
}

/** Rows from top to bottom. */
export function Rows({ lines }: { lines: readonly Line[] }): ReactNode {
  return (
    <Box flexDirection="column">
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place on the screen
        <Row key={index} line={line} />
      ))}
    </Box>
  );
}
