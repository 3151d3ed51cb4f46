import { useInput, useIsScreenReaderEnabled, usePaste } from 'ink';
import { useSyncExternalStore } from 'react';
import type { Context } from '../../../context.ts';
import { keyName } from '../../keys/key-name.ts';
import { PanelView } from '../../widgets/PanelView.tsx';
import { pasted, pressed } from '../keys/dispatch.ts';
import type { WizardStore } from '../state/store.ts';
import { screenOf } from './screen.ts';

/** The wizard on the screen: keys go into its state, the rows of its state come out. */
export function Wizard({ store, context }: { store: WizardStore; context: Context }) {
  const state = useSyncExternalStore(store.subscribe, store.getState);
  const spoken = useIsScreenReaderEnabled();
  const now = () => context.now().getTime();
  useInput((input, key) => {
    if (key.eventType === 'release') return;
    const name = keyName(input, key);
    store.dispatch((before) => pressed(before, name, input, now()));
  });
  usePaste((text) => store.dispatch((before) => pasted(before, text, now())));
  return <PanelView panel={screenOf(state, spoken)} />;
}
