import SelectInput from 'ink-select-input';
import { createContext, type ReactNode, use } from 'react';
import type { Row } from '../row.ts';
import { RowText } from './RowText.tsx';

const RowsContext = createContext<readonly Row[]>([]);

/** The rows of a menu. Which of them is picked out, and what keys do to it, is decided elsewhere. */
export function MenuRows({ rows, at }: { rows: Row[]; at: number }): ReactNode {
  return (
    <RowsContext value={rows}>
      <SelectInput
        key={`${rows.length}/${at}`}
        items={Array.from(rows.keys(), (index) => ({
          key: String(index),
          label: String(index),
          value: index,
        }))}
        initialIndex={at}
        isFocused={false}
        indicatorComponent={NoIndicator}
        itemComponent={Item}
      />
    </RowsContext>
  );
}

/** The row has its own. */
const NoIndicator = (): ReactNode => null;

function Item({ label }: { label: string }): ReactNode {
  return <RowText row={use(RowsContext)[Number(label)] ?? []} />;
}
