import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Gives all tests a folder for temporary files, and deletes it with what they left there. */
export default function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'sanctum-'));
  // Some tests act as another user.
  chmodSync(folder, 0o711);
  process.env.TMPDIR = folder;
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}
