import { chmodSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { provenTemplate } from '../report/prover/prove-template.ts';
import { packed } from '../templates/cache.ts';
import { bundleOptions } from './bundle.ts';
import { inParts } from './parts.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const dist = join(root, 'dist');
const outfile = join(dist, 'sanctum-review.js');

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

const problems = copyTemplates();
// Put in place as a whole: a program that runs meanwhile goes on with the file that it began with.
const fresh = `${outfile}.new`;
await build(await inParts(bundleOptions(root, fresh)));
chmodSync(fresh, 0o755);
renameSync(fresh, outfile);
if (problems.length > 0) {
  process.stderr.write(`${problems.join('\n')}\n`);
  process.exitCode = 1;
}
