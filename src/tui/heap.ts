import { setFlagsFromString } from 'node:v8';

/**
 * Keeps the heap small. A screen lives for hours, and what each key leaves behind is collected in time only where the
 * heap may not grow at its usual pace; what V8 begins with is room enough for what a key makes to die young. To be said
 * before the draft is read, which would let the heap grow.
 */
export function keepHeapSmall(): void {
  for (const flag of ['--semi-space-growth-factor=1', `--heap-growing-percent=10`]) setFlagsFromString(flag);
}

/** Of so many issues the heap is large anyhow. */
const many = 5000;

/** Lets the heap of a large draft grow at V8's own pace: to collect all of it stops the keys for 50 ms each time. */
export function letHeapGrow(issues: number): void {
  if (issues >= many) setFlagsFromString('--heap-growing-percent=0');
}
