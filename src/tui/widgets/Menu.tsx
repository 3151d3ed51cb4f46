import { Box, type Key, Text, useInput, usePaste } from 'ink';
import SelectInput from 'ink-select-input';
import { type ReactNode, useRef } from 'react';
import { visible } from '../../text/clean.ts';
import { signs } from '../theme.ts';
import { useTheme } from '../theme-context.ts';

interface MenuItem<Value> {
  label: string;
  value: Value;
  /** Said after the label, dim. */
  note?: string;
}

export interface MenuProps<Value> {
  items: readonly MenuItem<Value>[];
  onSelect(value: Value): void;
  /** Index of the item that has the focus at first. */
  initial?: number;
  isFocused?: boolean;
}

/** A choice of one: arrows (or j and k) move, Enter takes, 1 to 9 take at once. */
export function Menu<Value>({ items, onSelect, initial = 0, isFocused = true }: MenuProps<Value>): ReactNode {
  const chord = useRef(false);
  // A pasted digit is not an answer.
  usePaste(() => {}, { isActive: isFocused });
  if (items.length === 0) return null;
  return (
    <Box flexDirection="column">
      <Keys
        isActive={isFocused}
        onKey={(_, key) => {
          chord.current = key.ctrl || key.meta || key.eventType === 'release';
        }}
      />
      <SelectInput
        items={items.map(({ label, note }, index) => ({
          key: String(index),
          value: index,
          label: `${index < 9 ? index + 1 : ' '} ${label}${note ? `\u0000${note}` : ''}`,
        }))}
        initialIndex={Math.max(0, Math.min(initial, items.length - 1))}
        isFocused={isFocused}
        indicatorComponent={Indicator}
        itemComponent={Item}
        onSelect={(picked) => {
          const item = items[picked?.value];
          if (item && !chord.current) onSelect(item.value);
        }}
      />
    </Box>
  );
}

/** Stands before SelectInput, so that it hears of a key first. */
function Keys({ isActive, onKey }: { isActive: boolean; onKey(input: string, key: Key): void }): null {
  useInput(onKey, { isActive });
  return null;
}

function Indicator({ isSelected = false }: { isSelected?: boolean }): ReactNode {
  const theme = useTheme();
  return (
    <Text {...(isSelected ? theme.accent : {})} aria-hidden>
      {isSelected ? `${signs.pick} ` : '  '}
    </Text>
  );
}

function Item({ isSelected = false, label }: { isSelected?: boolean; label: string }): ReactNode {
  const theme = useTheme();
  const [name = '', note] = label.split('\u0000');
  return (
    <Box aria-role="radio" aria-state={{ selected: isSelected }}>
      <Text wrap="truncate">
        <Text bold={isSelected}>{visible(name)}</Text>
        {note === undefined ? null : <Text {...theme.dim}>{`   ${visible(note)}`}</Text>}
      </Text>
    </Box>
  );
}
