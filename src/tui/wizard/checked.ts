import { useEffect, useState } from 'react';
import { levels } from '../../checks/finding.ts';
import { type Segment, seg } from '../line.ts';
import { findingsFor } from './problems.ts';
import type { State } from './state.ts';
import { useStore } from './store.ts';

/** How long nothing has changed before the checks run, in milliseconds: they may not slow the typing. */
const pause = 400;

/** What the checks found when the review last came to rest; null before they ran. */
export function useChecked(): Segment | null {
  const store = useStore();
  const [said, setSaid] = useState('');
  useEffect(() => {
    let seen: State['history']['present'] | null = null;
    let timer: NodeJS.Timeout | undefined;
    const run = () => {
      timer = undefined;
      setSaid(checkedWords(store.getState()));
    };
    const wait = () => {
      const review = store.getState().history.present;
      if (review === seen) return;
      seen = review;
      clearTimeout(timer);
      timer = setTimeout(run, pause);
    };
    wait();
    const stop = store.subscribe(wait);
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [store]);
  return said === '' ? null : seg(`${said}  `, said.includes('error') ? 'critical' : 'high');
}

/** What only says that something is unanswered: the percentage in the header says it too, and calmly. */
const unanswered = new Set(['required', 'placeholder', 'issue-incomplete']);

/** "2 errors", or without any "1 warning", of what contradicts itself; empty when there is neither. */
function checkedWords(state: Parameters<typeof findingsFor>[0]): string {
  const found = findingsFor(state).filter((finding) => !unanswered.has(finding.id));
  const [worst] = levels.filter((level) => level !== 'hint' && found.some((one) => one.level === level));
  if (!worst) return '';
  const count = found.filter((one) => one.level === worst).length;
  return `! ${count} ${worst}${count === 1 ? '' : 's'}`;
}
