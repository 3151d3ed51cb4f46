import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Metafile } from 'esbuild';

/** A package of which something is in the bundle: the folder that it is in, below the root. */
const folderOf = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/;

/** Returns the licences of all packages that are in the bundle, as their authors ask to have them handed on. */
export function licencesOf(root: string, { inputs }: Metafile): string {
  const folders = new Set(Object.keys(inputs).flatMap((path) => folderOf.exec(path)?.[0] ?? []));
  const texts = [...folders].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
    const file = readdirSync(join(root, folder)).find((one) => /^licen[cs]e/i.test(one));
    const words = file ? readFileSync(join(root, folder, file), 'utf8').trim() : `Licence: ${license}`;
    return `${name} ${version}\n\n${words}\n`;
  });
  return `sanctum-review contains these packages.\n\n${texts.join(`\n${'-'.repeat(80)}\n\n`)}`;
}
