import { mkdirSync, writeFileSync } from 'node:fs';
import { pictureFile } from './files.ts';
import { scenes } from './scenes.ts';

for await (const { name, picture } of scenes()) {
  for (const shade of ['dark', 'light'] as const) {
    const file = pictureFile(name, shade);
    mkdirSync(new URL('.', file), { recursive: true });
    writeFileSync(file, picture(shade));
  }
  process.stdout.write(`${name}\n`);
}
process.exit();
