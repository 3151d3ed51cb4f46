import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { pictureFile } from './files.ts';
import { scenes } from './scenes.ts';
import { wordsIn } from './svg.ts';

it('the pictures show the screens as they are: if not, "npm run pictures" makes them anew', async () => {
  for await (const { name, picture } of scenes()) {
    for (const shade of ['dark', 'light'] as const) {
      const kept = readFileSync(pictureFile(name, shade), 'utf8');
      expect(wordsIn(kept).join(' '), `${name}-${shade}`).toBe(wordsIn(picture(shade)).join(' '));
    }
  }
}, 60_000);
