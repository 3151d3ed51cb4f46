import { Box } from 'ink';
import type { Line } from '../../line.ts';
import { Menu } from '../../widgets/Menu.tsx';
import { Row } from '../../widgets/Row.tsx';
import { controls } from '../controls/controls.ts';
import { ownWordsValue, pick } from '../edit/choosing.ts';
import type { Block } from '../page/view.ts';
import { oneOfLabels, shortened, textBox } from '../render/blocks/field.ts';
import { geometryOf } from '../render/geometry.ts';
import { bar } from '../render/text.ts';
import { shownValue } from '../state/lookup.ts';
import { useStore, useWizard } from '../state/store.ts';
import { Lines } from './Rows.tsx';

/** The options of the focused choice, below its label and answer. */
export function ChoiceMenu({ piece, lines }: { piece: Extract<Block, { type: 'field' }>; lines: Line[] }) {
  const store = useStore();
  const value = useWizard((state) => shownValue(state.history.present, piece.place, piece.field));
  const box = useWizard((state) => textBox(state, piece).x);
  const width = useWizard((state) => geometryOf(state.size).width);
  const control = controls[piece.field.kind];
  const options = control.options?.(piece.field) ?? [];
  const indent = piece.field.kind === 'one-of' ? 2 : box;
  const room = width - indent - 4;
  const labels =
    piece.field.kind === 'one-of'
      ? oneOfLabels(options, value, room)
      : options.map((option) => shortened(option.label, room));
  const items = options.map((option, index) => ({ label: labels[index] ?? '', value: option.value }));
  if (control.typing === 'own') items.push({ label: 'in your own words', value: ownWordsValue });
  const at = items.findIndex((item) => item.value === value);
  const own = control.typing === 'own' && typeof value === 'string' ? items.length - 1 : 0;
  const above = lines.slice(0, lines.length - items.length);
  return (
    <>
      <Lines lines={above} />
      <Box>
        <Box flexDirection="column" width={indent} flexShrink={0}>
          {items.map((item) => (
            <Row key={item.value} line={[bar(true)]} />
          ))}
        </Box>
        <Menu
          key={String(value)}
          items={items}
          initial={at >= 0 ? at : own}
          onSelect={(picked: string) =>
            store.dispatch((state) => pick(state, picked, !/^\d$/.test(store.lastKey())))
          }
        />
      </Box>
    </>
  );
}
