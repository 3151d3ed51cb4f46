import * as z from 'zod/mini';
import { entries, index, line, listOf, part, recordOf, text, texts } from '../../shape.ts';

/**
 * What is read of SARIF 2.1.0, by the sections of its specification:
 * https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/sarif-v2.1.0-os.html
 */
const message = z.object({ text, markdown: text, id: text, arguments: entries }); // 3.11
const words = part(z.object({ text, markdown: text })); // 3.12
const security = part(z.object({ 'security-severity': text, tags: texts }));

/** 3.49 */
export const rule = z.object({
  id: text,
  guid: text,
  name: text,
  shortDescription: words,
  fullDescription: words,
  help: words,
  messageStrings: recordOf(words),
  defaultConfiguration: part(z.object({ level: text })),
  relationships: listOf(
    z.object({ target: part(z.object({ id: text, toolComponent: part(z.object({ name: text })) })) }),
  ),
  properties: security,
});
export type Rule = z.output<typeof rule>;

/** 3.19 */
const component = z.object({
  name: text,
  guid: text,
  version: text,
  semanticVersion: text,
  rules: entries,
  globalMessageStrings: recordOf(words),
});
export type Component = z.output<typeof component>;

/** 3.4; `index` leads to the run's artifacts. */
const artifact = z.object({ uri: text, uriBaseId: text, index });
export type Artifact = z.output<typeof artifact>;

/** 3.52 */
const ruleReference = part(
  z.object({ id: text, index, guid: text, toolComponent: part(z.object({ name: text, index, guid: text })) }),
);

/** 3.28 */
const location = z.object({
  physicalLocation: part(
    z.object({
      artifactLocation: part(artifact),
      region: part(z.object({ startLine: line, endLine: line })),
    }),
  ),
  logicalLocations: listOf(z.object({ fullyQualifiedName: text, name: text })),
});
export type Location = z.output<typeof location>;

/** 3.27 */
export const result = z.object({
  ruleId: text,
  ruleIndex: index,
  rule: ruleReference,
  kind: text,
  level: text,
  message: part(message),
  locations: listOf(location),
  analysisTarget: part(artifact),
  suppressions: listOf(z.object({ status: text, state: text })),
  baselineState: text,
  fixes: listOf(z.object({ description: part(message) })),
  properties: security,
});
export type Result = z.output<typeof result>;

/** 3.20: how the tool ran, and what it says about that. */
const notifications = listOf(
  z.object({ level: text, message: part(message), exception: part(z.object({ message: text })) }),
);
const invocation = z.object({
  executionSuccessful: z.optional(z.unknown()),
  exitCodeDescription: text,
  toolExecutionNotifications: notifications,
  toolConfigurationNotifications: notifications,
});

/** 3.14 */
export const run = z.object({
  tool: part(z.object({ driver: part(component), extensions: listOf(component) })),
  invocations: listOf(invocation),
  results: entries,
  artifacts: listOf(z.object({ location: part(artifact) })),
  originalUriBaseIds: recordOf(artifact),
});
export type Run = z.output<typeof run>;
