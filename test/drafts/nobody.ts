import { chownSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Does something as one whom the modes of files bind; root is not. */
export function asNobody(folder: string, work: () => void): void {
  if (process.getuid?.() !== 0) {
    work();
    return;
  }
  const nobody = 65_534;
  for (const name of ['', ...readdirSync(folder, { recursive: true, encoding: 'utf8' })])
    chownSync(join(folder, name), nobody, nobody);
  process.setegid?.(nobody);
  process.seteuid?.(nobody);
  try {
    work();
  } finally {
    process.seteuid?.(0);
    process.setegid?.(0);
  }
}
