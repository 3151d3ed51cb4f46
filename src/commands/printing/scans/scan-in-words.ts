import type { ScanChange } from '../../../findings/importing/next-scan.ts';
import type { Scan } from '../../../findings/read-scan.ts';
import { measurementInWords } from '../../../measurements/in-words.ts';
import { counted } from '../../../text/counted.ts';

/** "scan.sarif: 4 results of Trivy 0.68.1 (sarif), 1 suppressed", "cover.out: 1 value of go test (go-cover-profile)". */
export function scanInWords({ file, format, tools, measurements, ...scan }: Scan): string {
  const names = tools.map(({ name, version }) => (version === null ? name : `${name} ${version}`)).join(', ');
  if (measurements.length > 0)
    return `${file}: ${counted(measurements.length, 'value')} of ${names} (${format})`;
  return [
    `${file}: ${counted(scan.findings.length, 'result')} of ${names} (${format})`,
    ...(scan.suppressed > 0 ? [`${scan.suppressed} suppressed`] : []),
    ...(scan.unreadable > 0 ? [`${scan.unreadable} could not be read`] : []),
  ].join(', ');
}

/** The same once it is imported: "scan.sarif: 4 results of Trivy (sarif); 3 findings, 1 of them new, 2 gone". */
export function importInWords(scan: Scan, change: ScanChange | undefined): string {
  const { measurements } = scan;
  if (!change) return [scanInWords(scan), ...measurements.map(measurementInWords)].join('\n  ');
  const { findings, fresh, gone } = change;
  const news = [
    ...(fresh > 0 ? [fresh === findings ? 'all new' : `${fresh} new`] : ['none new']),
    ...(gone > 0 ? [`${gone} gone`] : []),
  ];
  return `${scanInWords(scan)}; ${counted(findings, 'finding')}, ${news.join(', ')}`;
}
