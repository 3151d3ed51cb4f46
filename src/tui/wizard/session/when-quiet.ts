/** Milliseconds to wait after a change; what could not be done is tried again later. */
const waits = { soon: 1000, later: 5000 };
/** While changes go on and on, it is done so many milliseconds after the first of them. */
const atTheLatest = 30_000;

/** Does something when no change has come for a while. */
export function whenQuiet(work: () => void) {
  let timer: NodeJS.Timeout | null = null;
  let since = 0;
  return {
    wait(long: keyof typeof waits): void {
      if (!timer) {
        since = performance.now();
        timer = setTimeout(work, waits[long]);
      } else if (long === 'soon' && performance.now() - since < atTheLatest) timer.refresh();
    },
    /** It is being done, or is not to be done any more. */
    end(): void {
      if (timer) clearTimeout(timer);
      timer = null;
    },
  };
}
