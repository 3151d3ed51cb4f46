import { useIsScreenReaderEnabled } from 'ink';
import type { Context } from '../../../context.ts';
import { PanelView } from '../../widgets/PanelView.tsx';
import { screenOf } from '../render/screen.ts';
import { StoreContext, useWizard, type WizardStore } from '../state/store.ts';
import { Keys } from './Keys.tsx';

/** The wizard on the screen: keys go into its state, the rows of its state come out. */
export function Wizard({ store, context }: { store: WizardStore; context: Context }) {
  return (
    <StoreContext value={store}>
      <Keys now={context.now} />
      <Screen />
    </StoreContext>
  );
}

function Screen() {
  const state = useWizard((now) => now);
  const spoken = useIsScreenReaderEnabled();
  return <PanelView panel={screenOf(state, spoken)} />;
}
