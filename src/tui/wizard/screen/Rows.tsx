import type { Line } from '../../line.ts';
import { Row } from '../../widgets/Row.tsx';

/** Rows of the screen, one below the other, straight into the column that they stand in. */
export function Lines({ lines }: { lines: Line[] }) {
  return lines.map((line, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place
    <Row key={index} line={line} />
  ));
}
