import {
  Box,
  type DOMElement,
  measureElement,
  Text,
  useCursor,
  useInput,
  usePaste,
  useWindowSize,
} from 'ink';
import { type ReactNode, useLayoutEffect, useReducer, useRef, useState } from 'react';
import { applyEdit, type Buffer, bufferOf, type Edit } from '../../text/buffer.ts';
import { clean, oneLine, visible } from '../../text/clean.ts';
import { displayWidth } from '../../text/width.ts';
import { caretColumn, rowOfCaret, wrap } from '../../text/wrap.ts';
import { editOf } from '../input/edits.ts';
import { useTheme } from '../theme.ts';

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
 * input methods need it.
 */
export function Prompt(props: PromptProps): ReactNode {
  const { label, value, placeholder = '', isFocused = true, stacked = false, oneRow = false } = props;
  const { onChange, onSubmit } = props;
  const theme = useTheme();
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
      if (key.return) {
        if (key.eventType !== 'release') onSubmit(known.current.text);
        return;
      }
      const edit = editOf(input, key);
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
      <Box flexShrink={0}>
        <Text>{`${visible(label)}  `}</Text>
      </Box>
      <Box ref={ref} flexDirection="column" flexShrink={0}>
        {value === '' ? (
          <Text {...theme.dim} wrap="truncate">
            {visible(placeholder) || ' '}
          </Text>
        ) : (
          shown.map(({ start, end }) => (
            <Text key={start} wrap="truncate">
              {visible(value.slice(start, end)) || ' '}
            </Text>
          ))
        )}
      </Box>
    </Box>
  );
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
