import { Text, useIsScreenReaderEnabled } from 'ink';
import TextInput from 'ink-text-input';
import { memo, type ReactNode } from 'react';
import { visible } from '../../text/clean.ts';
import { plainText, type Row, type Segment } from '../row.ts';
import { signs } from '../theme.ts';
import { useTheme } from '../theme-context.ts';
import { painted } from './painted.ts';

/**
 * One row of the screen. Nothing in it reaches the terminal as a control, whatever its text holds. Drawn anew
 * only when it says something else.
 */
export const RowText = memo(
  function RowText({ row }: { row: Row }): ReactNode {
    const theme = useTheme();
    const spoken = useIsScreenReaderEnabled();
    if (spoken) return <Text>{said(row)}</Text>;
    const paint = (part: Row): string =>
      joined(part)
        .map(({ text, tone }) => painted(shown(text), theme[tone]))
        .join('');
    const at = row.findIndex(({ input }) => input);
    if (at < 0) return <Text wrap="truncate">{paint(row) || ' '}</Text>;
    return (
      <Text wrap="truncate">
        {paint(row.slice(0, at))}
        <Typed text={shown(row[at]?.text ?? '')} />
        {paint(row.slice(at + 1))}
      </Text>
    );
  },
  (before, after) => sameRow(before.row, after.row),
);

/** What is being typed. The keys are taken elsewhere: the component draws the text. */
const Typed = ({ text }: { text: string }): ReactNode => (
  <TextInput value={text} focus={false} showCursor={false} onChange={() => {}} />
);

/** Segments that look the same are one. */
function joined(row: Row): Segment[] {
  const parts: Segment[] = [];
  for (const part of row) {
    const last = parts.at(-1);
    if (part.text === '') continue;
    if (last?.tone === part.tone) {
      parts[parts.length - 1] = { ...last, text: last.text + part.text };
    } else parts.push(part);
  }
  return parts;
}

const sameRow = (one: Row, other: Row): boolean =>
  one === other ||
  (one.length === other.length &&
    one.every(({ text, tone, input }, at) => {
      const part = other[at];
      return text === part?.text && tone === part.tone && input === part.input;
    }));

const shown = (text: string): string => visible(text).replaceAll('\n', ' ');

/** Without what is only there to align or to point: a screen reader says what is selected. */
function said(row: Row): string {
  // Titles and notices stand in a rule.
  const text = shown(plainText(row))
    .replace(/^─+ | ─$/g, '')
    .replace(/[─┬┴]{2,}/g, '  ')
    .replace(/^[─│┬┴\s]+$/, '');
  return withoutSign(withoutSign(text, signs.focus), signs.pick)
    .replace(/[░█]+/g, '')
    .replace(/ {2,}/g, '  ')
    .trim();
}

const withoutSign = (text: string, sign: string): string =>
  text.trimStart().startsWith(sign) ? text.trimStart().slice(sign.length) : text;
