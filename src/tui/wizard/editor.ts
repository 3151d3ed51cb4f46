import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { done, failed, type Result } from '../../problem.ts';

/** The words of a command line: quotes hold words together, nothing else is special. No shell is involved. */
export function words(command: string): string[] {
  return Array.from(command.matchAll(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g), ([word]) =>
    word.replace(/"([^"]*)"|'([^']*)'/g, (_, double, single) => double ?? single),
  );
}

/**
 * The text as the reviewer left it in their editor. It stands in a private file meanwhile, which is removed
 * afterwards. Nothing changes when the editor fails.
 */
export async function edited(
  text: string,
  extension: string,
  env: Record<string, string | undefined>,
): Promise<Result<string>> {
  const command = env.VISUAL || env.EDITOR || 'vi';
  const [program, ...args] = words(command);
  if (!program) return failed(notStarted(command, 'it names no program'));
  const folder = mkdtempSync(join(tmpdir(), 'sanctum-review-'));
  const file = join(folder, `field${extension}`);
  try {
    writeFileSync(file, text === '' ? '' : `${text}\n`, { mode: 0o600 });
    const trouble = await run(program, [...args, file]);
    if (trouble) return failed(notStarted(command, trouble));
    // Editors end the last line; the field's text does not have that newline.
    return done(readFileSync(file, 'utf8').replace(/\r\n?/g, '\n').replace(/\n$/, ''));
  } catch (error) {
    return failed(notStarted(command, error instanceof Error ? error.message : String(error)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function run(program: string, args: string[]): Promise<string | null> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: 'inherit', shell: false });
    child.on('error', (error) => resolve(error.message));
    child.on('exit', (code, signal) => {
      if (signal) resolve(`it was ended by ${signal}`);
      else resolve(code === 0 ? null : `it ended with code ${code}`);
    });
  });
}

const notStarted = (command: string, why: string) => ({
  where: command,
  what: `the editor failed: ${why}; the field is as it was`,
  remedy: 'name another one with VISUAL or EDITOR',
});
