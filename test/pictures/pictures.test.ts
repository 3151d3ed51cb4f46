import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { pictureFile } from './files.ts';
import { scenes } from './scenes.ts';
import { wordsIn } from './svg.ts';

/** The words of a picture; whether the draft has been saved since it was opened is a matter of time. */
const shown = (svg: string): string => wordsIn(svg).join(' ').replaceAll('saved 12:04', 'saved');

it('the pictures show the screens as they are: if not, "npm run pictures" makes them anew', async () => {
  for await (const { name, picture } of scenes()) {
    for (const shade of ['dark', 'light'] as const) {
      const kept = readFileSync(pictureFile(name, shade), 'utf8');
      expect(shown(kept), `${name}-${shade}`).toBe(shown(picture(shade)));
    }
  }
}, 60_000);
