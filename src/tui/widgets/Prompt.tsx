import {
  Box,
  type DOMElement,
  type Key,
  measureElement,
  Text,
  useCursor,
  useInput,
  usePaste,
  useWindowSize,
} from 'ink';
import TextInput from 'ink-text-input';
import { type ReactNode, useLayoutEffect, useReducer, useRef, useState } from 'react';
import { applyEdit, type Buffer, bufferOf, type Edit } from '../../text/buffer.ts';
import { clean, oneLine, visible } from '../../text/clean.ts';
import { displayWidth } from '../../text/width.ts';
import { caretColumn, rowOfCaret, wrap } from '../../text/wrap.ts';
import { editOf } from '../input/edits.ts';
import { useTheme } from '../theme-context.ts';

export interface PromptProps {
  label: string;
  value: string;
  onChange(value: string): void;
  onSubmit(value: string): void;
  placeholder?: string;
  isFocused?: boolean;
  /** The answer stands below its label, where both have no room in a row. */
  stacked?: boolean;
  /** There is room for one row: of a longer text that one is shown where the caret is. */
  oneRow?: boolean;
}

/**
 * A question of one line, at the right edge of the screen. The terminal's own cursor stands where typing goes, as
 * input methods need it. `ink-text-input` draws the text and hears of Enter; what other keys do is decided here, for
 * the component would insert the letters of chords and cut emoji in half.
 */
export function Prompt(props: PromptProps): ReactNode {
  const { label, value, placeholder = '', isFocused = true, stacked = false, oneRow = false } = props;
  const { onChange, onSubmit } = props;
  const theme = useTheme();
  const released = useRef(false);
  const [, redraw] = useReducer((round: number) => round + 1, 0);
  const known = useRef<Buffer>(bufferOf(value));
  const buffer = known.current.text === value ? known.current : bufferOf(value);
  useLayoutEffect(() => {
    known.current = buffer;
  }, [buffer]);

  const apply = (edit: Edit): void => {
    const before = known.current;
    known.current = applyEdit(before, edit);
    if (known.current.text !== before.text) onChange(known.current.text);
    else redraw();
  };
  useInput(
    (input, key) => {
      const edit = key.return ? null : editOf(input, key);
      if (edit) apply(edit);
    },
    { isActive: isFocused },
  );
  usePaste(
    (pasted) => apply({ edit: 'insert', text: oneLine(clean(pasted).text).text.replaceAll('\t', ' ') }),
    { isActive: isFocused },
  );

  const { ref, x, y } = usePlace(stacked ? 0 : displayWidth(label) + 2);
  const { columns } = useWindowSize();
  const width = Math.max(8, columns - x - 1);
  const rows = wrap(value, width);
  const row = rowOfCaret(rows, buffer.caret);
  const shown = oneRow ? rows.slice(row, row + 1) : rows;
  const { setCursorPosition } = useCursor();
  setCursorPosition(
    isFocused && y !== null
      ? { x: x + caretColumn(value, rows, buffer.caret), y: y + (oneRow ? 0 : row) }
      : undefined,
  );
  return (
    <Box flexDirection={stacked ? 'column' : 'row'} flexShrink={0} aria-role="textbox">
      <Keys
        isActive={isFocused}
        onKey={(_, key) => {
          released.current = key.eventType === 'release';
        }}
      />
      <Box flexShrink={0}>
        <Text>{`${visible(label)}  `}</Text>
      </Box>
      <Box ref={ref} flexDirection="column" flexShrink={0}>
        {value === '' && (
          <Text {...theme.dim} wrap="truncate">
            {visible(placeholder) || ' '}
          </Text>
        )}
        <TextInput
          value={shown.map(({ start, end }) => visible(value.slice(start, end))).join('\n')}
          focus={isFocused}
          showCursor={false}
          onChange={() => {}}
          onSubmit={() => !released.current && onSubmit(known.current.text)}
        />
      </Box>
    </Box>
  );
}

/** Stands before TextInput, so that it hears of a key first. */
function Keys({ isActive, onKey }: { isActive: boolean; onKey(input: string, key: Key): void }): null {
  useInput(onKey, { isActive });
  return null;
}

/** Where an element stands on the screen, known once it has been laid out; `guess` is its column until then. */
function usePlace(guess: number) {
  const ref = useRef<DOMElement>(null);
  const [place, setPlace] = useState<{ x: number; y: number | null }>({ x: guess, y: null });
  useLayoutEffect(() => {
    if (!ref.current) return;
    const { x, y } = measureElement(ref.current);
    if (x !== place.x || y !== place.y) setPlace({ x, y });
  });
  return { ref, ...place };
}
