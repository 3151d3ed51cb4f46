import { useInput, usePaste } from 'ink';
import { keyName } from '../../key-name.ts';
import { pasted, pressed } from '../keys/dispatch.ts';
import { useStore } from '../state/store.ts';

/** Where keys come in. It is the first on the screen, so that it sees each key before menus and prompts do. */
export function Keys({ now }: { now: () => Date }) {
  const store = useStore();
  useInput((input, key) => {
    if (key.eventType === 'release') return;
    const name = keyName(input, key);
    store.dispatch((state) => pressed(state, name, input, now().getTime()));
  });
  usePaste((text) => store.dispatch((state) => pasted(state, text, now().getTime())));
  return null;
}
