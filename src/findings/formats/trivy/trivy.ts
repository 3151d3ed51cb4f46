import * as z from 'zod/mini';
import { type Format, together } from '../../format.ts';
import { areRecordsWith, entries, isRecord, part, text } from '../../shape.ts';
import { targetReport } from './targets.ts';

const report = z.object({ Results: entries, Trivy: part(z.object({ Version: text })) });

/** Where a report on a cluster keeps its resources, by Trivy's version. */
const ofClusters = ['Resources', 'Findings', 'Vulnerabilities', 'Misconfigurations'];

/**
 * `trivy --format json`: https://trivy.dev/latest/docs/configuration/reporting/ and Trivy's `pkg/types/report.go`. Schema 1
 * is the list of results alone; a report on a Kubernetes cluster has results for each resource.
 */
export const trivy: Format = {
  name: 'trivy',
  sign: /"SchemaVersion"\s*:\s*\d|"VulnerabilityID"/,
  recognises: ({ values: [value] }) =>
    areRecordsWith(value, 'Target') ||
    (isRecord(value) &&
      (('SchemaVersion' in value &&
        ('ArtifactName' in value || 'Results' in value || 'ArtifactType' in value)) ||
        areRecordsWith(value.Results, 'Target') ||
        ('ClusterName' in value && ofClusters.some((key) => Array.isArray(value[key]))))),
  read({ values: [value] }) {
    const { Results: results, Trivy } = report.parse(isRecord(value) ? value : { Results: value });
    const ofResources = isRecord(value) && 'ClusterName' in value ? resultsOfCluster(value) : [];
    return {
      ...together([...results, ...ofResources].map(targetReport)),
      tools: [{ name: 'Trivy', version: Trivy.Version }],
    };
  },
};

const resultsOfCluster = (value: Record<string, unknown>): unknown[] =>
  ofClusters.flatMap((key) =>
    entries.parse(value[key]).flatMap((one) => (isRecord(one) ? entries.parse(one.Results) : [])),
  );
