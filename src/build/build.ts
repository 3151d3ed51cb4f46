import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { provenTemplate } from '../report/prover/prove-template.ts';
import { packed } from '../template-library/cache.ts';
import { bundleOptions } from './bundle.ts';
import { licencesOf } from './licences.ts';
import { manPage } from './man-page.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const dist = join(root, 'dist');
const entry = 'sanctum-review.js';
const day = 24 * 60 * 60 * 1000;

/** The templates and their examples as they are, and compiled beside them, so that a usual start parses no Markdown. */
function copyTemplates(): string[] {
  const target = join(dist, 'templates');
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  cpSync(join(root, 'templates', 'examples'), join(target, 'examples'), { recursive: true });
  return readdirSync(join(root, 'templates'))
    .filter((name) => name.endsWith('.md'))
    .flatMap((name) => {
      const source = readFileSync(join(root, 'templates', name), 'utf8');
      writeFileSync(join(target, name), source);
      const compiled = provenTemplate(source, `templates/${name}`);
      if (!compiled.ok)
        return compiled.failures.map(({ where, what, remedy }) => `${where}: ${what}\n  ${remedy}`);
      writeFileSync(join(target, name.replace(/\.md$/, '.json')), packed(compiled.value, source));
      return [];
    });
}

/**
 * Puts what was built in its place, the entry last and as a whole. Chunks of the build before stay for a day: a program
 * that runs meanwhile goes on with its own. In a package (`fresh`) there are none.
 */
async function buildProgram(fresh: boolean): Promise<void> {
  mkdirSync(dist, { recursive: true });
  const made = mkdtempSync(join(dist, '.new-'));
  try {
    const { metafile } = await build({ ...bundleOptions(root, made), metafile: true });
    const chunks = join(dist, 'chunks');
    mkdirSync(chunks, { recursive: true });
    const own = readdirSync(join(made, 'chunks'));
    for (const name of own) renameSync(join(made, 'chunks', name), join(chunks, name));
    for (const name of readdirSync(chunks)) {
      const isOld = fresh || Date.now() - statSync(join(chunks, name)).mtimeMs > day;
      if (isOld && !own.includes(name)) rmSync(join(chunks, name));
    }
    writeFileSync(join(dist, 'licences.txt'), licencesOf(root, metafile));
    writeFileSync(join(dist, 'sanctum-review.1'), manPage());
    chmodSync(join(made, entry), 0o755);
    renameSync(join(made, entry), join(dist, entry));
  } finally {
    rmSync(made, { recursive: true, force: true });
  }
}

const problems = copyTemplates();
await buildProgram(process.argv.includes('--fresh'));
if (problems.length > 0) {
  process.stderr.write(`${problems.join('\n')}\n`);
  process.exitCode = 1;
}
