import { registerHooks } from 'node:module';
import { keepingRowsIn } from '../src/build/faster-packages.ts';

// Tests draw with Ink as the build changes it, by the same rows: as the program does, and several times as fast. Whoever
// imports the renderer itself has Ink's own.
const own = /\/ink\/build\/renderer\.js$/;
const kept = '?kept';

registerHooks({
  resolve(specifier, context, next) {
    const found = next(specifier, context);
    const isInk = context.parentURL?.includes('/ink/build/') && own.test(found.url);
    return isInk ? { ...found, url: found.url + kept } : found;
  },
  load(url, context, next) {
    const loaded = next(url, context);
    if (!url.endsWith(kept) || !loaded.source) return loaded;
    return {
      ...loaded,
      source: keepingRowsIn(new TextDecoder().decode(Buffer.from(loaded.source as Buffer))),
    };
  },
});
