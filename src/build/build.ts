import {
  chmodSync,
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

const root = fileURLToPath(new URL('../..', import.meta.url));
const dist = join(root, 'dist');
const entry = 'sanctum-review.js';
const day = 24 * 60 * 60 * 1000;

/** The templates as they are, and compiled beside them, so that a usual start parses no Markdown. */
function copyTemplates(): string[] {
  const target = join(dist, 'templates');
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
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
 * that runs meanwhile goes on with its own.
 */
async function buildProgram(): Promise<void> {
  mkdirSync(dist, { recursive: true });
  const made = mkdtempSync(join(dist, '.new-'));
  try {
    await build(bundleOptions(root, made));
    const chunks = join(dist, 'chunks');
    mkdirSync(chunks, { recursive: true });
    for (const name of readdirSync(join(made, 'chunks')))
      renameSync(join(made, 'chunks', name), join(chunks, name));
    for (const name of readdirSync(chunks)) {
      if (Date.now() - statSync(join(chunks, name)).mtimeMs > day) rmSync(join(chunks, name));
    }
    chmodSync(join(made, entry), 0o755);
    renameSync(join(made, entry), join(dist, entry));
  } finally {
    rmSync(made, { recursive: true, force: true });
  }
}

const problems = copyTemplates();
await buildProgram();
if (problems.length > 0) {
  process.stderr.write(`${problems.join('\n')}\n`);
  process.exitCode = 1;
}
