import type { Saving } from './saving.ts';

/** What an example has instead of saving: nothing of it is kept. */
export const unsaved: Saving = {
  save() {},
  flush() {},
  end() {},
  allowed: (_, after) => after,
  copyOf: () => null,
};
