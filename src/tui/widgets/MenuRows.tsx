import SelectInput from 'ink-select-input';
import { createContext, type ReactNode, use } from 'react';
import type { Line } from '../line.ts';
import { Row } from './Row.tsx';

const RowsContext = createContext<readonly Line[]>([]);

/** The rows of a menu. Which of them is picked out, and what keys do to it, is decided elsewhere. */
export function MenuRows({ rows, at }: { rows: Line[]; at: number }): ReactNode {
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
  return <Row line={use(RowsContext)[Number(label)] ?? []} />;
}
