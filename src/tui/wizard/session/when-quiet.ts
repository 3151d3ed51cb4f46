/** Milliseconds to wait after a change; what could not be done is tried again later. */
const waits = { soon: 1000, later: 5000 };
/** While changes go on and on, it is done so many milliseconds after the first of them. */
const atTheLatest = 30_000;
/** Work that takes long is not done all the time: it waits so many times as long as it took last, if that is more. */
const share = 60;

/** Does something when no change has come for a while. */
export function whenQuiet(work: () => void) {
  let timer: NodeJS.Timeout | null = null;
  let since = 0;
  let cost = 0;
  const most = () => Math.max(atTheLatest, share * cost);
  return {
    wait(long: keyof typeof waits): void {
      if (!timer) {
        since = performance.now();
        timer = setTimeout(work, Math.max(waits[long], share * cost));
      } else if (long === 'soon' && performance.now() - since < most()) timer.refresh();
    },
    /** It is being done, or is not to be done any more. */
    end(): void {
      if (timer) clearTimeout(timer);
      timer = null;
    },
    /** It took so many milliseconds. */
    took(time: number): void {
      cost = time;
    },
  };
}
