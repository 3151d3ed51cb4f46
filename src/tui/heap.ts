import { setFlagsFromString } from 'node:v8';

/**
 * Keeps the heap of a program with a screen small, which lives for hours. What each key leaves behind is collected in
 * time only where the heap may not grow at its usual pace; the room that V8 begins with is enough for what a key makes
 * to die young. To be said before anything is loaded, which alone makes that room four times as large.
 */
export function keepHeapSmall(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
  setFlagsFromString('--heap-growing-percent=10');
  // Where V8 has a compiler between the plain code and TurboFan (Node 24), what that makes of a screen's functions is
  // as fast, and TurboFan takes 8 MiB.
  if (Number.parseInt(process.versions.v8, 10) >= 13) setFlagsFromString('--no-opt');
}

/** Lets the heap grow and the code be compiled as V8 does by itself: for a command that is done in one go. */
export function keepHeapAsUsual(): void {
  for (const flag of ['--semi-space-growth-factor=2', '--heap-growing-percent=0', '--opt'])
    setFlagsFromString(flag);
}

/** Of so many issues the heap is large anyhow. */
const many = 5000;

/** Lets the heap of a large draft grow at V8's own pace: to collect all of it stops the keys for 50 ms each time. */
export function letHeapGrow(issues: number): void {
  if (issues >= many) setFlagsFromString('--heap-growing-percent=0');
}
