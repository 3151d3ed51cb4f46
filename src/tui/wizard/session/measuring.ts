import { resolve } from 'node:path';
import type { Context } from '../../../context.ts';
import { counted } from '../../../text/counted.ts';
import { takeMeasurements } from '../edit/measuring.ts';
import { say } from '../state/state.ts';
import type { WizardStore } from '../state/store.ts';

/** Reads what a file measured into the review, or says why it cannot. */
export async function measure(
  path: string,
  store: WizardStore,
  { cwd }: Pick<Context, 'cwd'>,
): Promise<void> {
  const { readScanFile } = await import('../../../findings/read-scan.ts');
  const { scanName } = await import('../../../findings/import-scans.ts');
  const absolute = resolve(cwd, path);
  const file = scanName(absolute, store.getState().facts.repository);
  const { measurements, findings, refused, remedy } = readScanFile(absolute, file);
  store.dispatch((now) => {
    if (measurements.length > 0) return takeMeasurements(now, file, measurements);
    const why = refused === null ? `has ${counted(findings.length, 'finding')} and no measurements` : refused;
    return say(now, `${path} ${why}.${remedy === '' ? '' : ` To do: ${remedy}.`}`, 'error');
  });
}
