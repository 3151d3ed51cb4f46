import { setFlagsFromString } from 'node:v8';

/**
 * Keeps the heap of a program with a screen small, which lives for hours. What each key leaves behind is collected in
 * time only where the heap may not grow at its usual pace; the room that V8 begins with is enough for what a key makes
 * to die young. To be said before the screens are loaded, which alone makes that room twice as large, but not before the
 * first frame, which would then come 15 ms later.
 */
export function keepHeapSmall(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
  setFlagsFromString('--heap-growing-percent=10');
  // Where V8 has a compiler between the plain code and TurboFan (Node 24), what that makes of a screen's functions is
  // as fast, and TurboFan takes 8 MiB.
  if (Number.parseInt(process.versions.v8, 10) >= 13) setFlagsFromString('--no-opt');
}

/** Of so many issues the heap is large anyhow. */
const many = 5000;

/** Lets the heap of a large draft grow at V8's own pace: to collect all of it stops the keys for 50 ms each time. */
export function letHeapGrow(issues: number): void {
  if (issues >= many) setFlagsFromString('--heap-growing-percent=0');
}
