import { useEffect, useState } from 'react';
import type { Highlighter } from './document.ts';

let loaded: Highlighter | null = null;

/** Colours for code: null until the library has been loaded, which begins when this is first used. */
export function useHighlighter(): Highlighter | null {
  const [highlight, setHighlight] = useState<{ by: Highlighter | null }>({ by: loaded });
  useEffect(() => {
    if (loaded) return;
    let here = true;
    void import('./highlight.ts').then(({ highlighted }) => {
      loaded = highlighted;
      if (here) setHighlight({ by: highlighted });
    });
    return () => {
      here = false;
    };
  }, []);
  return highlight.by;
}
