import type { Scan } from '../../findings/read-scan.ts';
import { measurementInWords } from '../../measurements/in-words.ts';
import { counted } from '../../text/counted.ts';

/** "scan.sarif: 4 results of Trivy 0.68.1 (sarif), 1 suppressed". */
export function scanInWords({ file, format, tools, measurements, ...scan }: Scan): string {
  const names = tools.map(({ name, version }) => (version === null ? name : `${name} ${version}`)).join(', ');
  if (measurements.length > 0)
    return `${file}: ${measurements.map(measurementInWords).join(', ')} (${format} of ${names})`;
  return [
    `${file}: ${counted(scan.findings.length, 'result')} of ${names} (${format})`,
    ...(scan.suppressed > 0 ? [`${scan.suppressed} suppressed`] : []),
    ...(scan.unreadable > 0 ? [`${scan.unreadable} could not be read`] : []),
  ].join(', ');
}
