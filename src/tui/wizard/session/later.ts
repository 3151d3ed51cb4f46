/** What a session needs after its first frame at the earliest, loaded together. */
export { findScans } from '../../../findings/importing/find-scans.ts';
export { importScans, scanName } from '../../../findings/importing/import-scans.ts';
export { readScanFile, tellsFindings } from '../../../findings/read-scan.ts';
export { locationQuestion, lookUpLocations } from '../../../repository/look-up-locations.ts';
export { findLines } from '../../../repository/source/find-lines.ts';
export { lastChange } from '../../../repository/source/last-change.ts';
export { readSource } from '../../../repository/source/read-source.ts';
export { reviewedCommit } from '../../../repository/source/reviewed-commit.ts';
export { trackedFiles } from '../../../repository/source/tracked-files.ts';
