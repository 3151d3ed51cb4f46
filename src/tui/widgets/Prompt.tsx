import { Box, type Key, Text, useInput, usePaste } from 'ink';
import TextInput from 'ink-text-input';
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { applyEdit, bufferOf, type Edit } from '../../text/buffer.ts';
import { clean, oneLine, visible } from '../../text/clean.ts';
import { editOf } from '../input/edits.ts';

export interface PromptProps {
  label: string;
  value: string;
  onChange(value: string): void;
  onSubmit(value: string): void;
  placeholder?: string;
  isFocused?: boolean;
  /** The answer stands below its label, where both have no room in a row. */
  stacked?: boolean;
}

/**
 * A question of one line. `ink-text-input` draws the text and its caret. What a key does is decided here, for
 * the component would insert the letters of chords, cut emoji in half and run off to the left of its text;
 * where its caret then stands elsewhere, it is seated anew.
 */
export function Prompt(props: PromptProps): ReactNode {
  const { label, value, placeholder = '', isFocused = true, stacked = false, onChange, onSubmit } = props;
  const known = useRef({ value, caret: value.length });
  const [seat, setSeat] = useState({ round: 0, caret: value.length, whole: true });

  const seatAt = (caret: number): void => setSeat(({ round }) => ({ round: round + 1, caret, whole: false }));

  // A fresh TextInput has its caret at the end of its first value: that is how to place it.
  useLayoutEffect(() => {
    if (!seat.whole) setSeat({ ...seat, whole: true });
  }, [seat]);

  useLayoutEffect(() => {
    if (known.current.value === value) return;
    known.current = { value, caret: value.length };
    setSeat(({ round }) => ({ round: round + 1, caret: value.length, whole: false }));
  }, [value]);

  const apply = (edit: Edit | null, theirs: number | null): void => {
    const before = bufferOf(known.current.value, known.current.caret);
    const after = edit ? applyEdit(before, edit) : before;
    const changed = after.text !== before.text;
    known.current = { value: after.text, caret: after.caret };
    if (changed) onChange(after.text);
    const clamped = changed && theirs !== null && theirs > after.text.length - 1;
    if ((clamped ? after.text.length : theirs) !== after.caret) seatAt(after.caret);
  };

  usePaste(
    (pasted) => apply({ edit: 'insert', text: oneLine(clean(pasted).text).text.replaceAll('\t', ' ') }, null),
    { isActive: isFocused },
  );

  return (
    <Box flexDirection={stacked ? 'column' : 'row'} flexGrow={1}>
      <Box flexShrink={0}>
        <Text>{`${visible(label)}  `}</Text>
      </Box>
      <Keys
        isActive={isFocused}
        onKey={(input, key) => apply(editOf(input, key), caretOfTextInput(known.current.caret, input, key))}
      />
      <TextInput
        key={seat.round}
        value={visible(seat.whole ? value : value.slice(0, seat.caret))}
        placeholder={visible(placeholder)}
        focus={isFocused}
        onChange={() => {}}
        onSubmit={() => onSubmit(known.current.value)}
      />
    </Box>
  );
}

/** Stands before TextInput, so that it hears of a key first. */
function Keys({ isActive, onKey }: { isActive: boolean; onKey(input: string, key: Key): void }): null {
  useInput(onKey, { isActive });
  return null;
}

/** Where ink-text-input 6 puts its caret after a key. */
function caretOfTextInput(caret: number, input: string, key: Key): number {
  if (key.upArrow || key.downArrow || key.tab || key.return || (key.ctrl && input === 'c')) return caret;
  if (key.leftArrow) return caret - 1;
  if (key.rightArrow) return caret + 1;
  if (key.backspace || key.delete) return Math.max(0, caret - 1);
  return caret + input.length;
}
