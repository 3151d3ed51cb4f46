import { Box } from 'ink';
import { useEffect, useMemo, useRef, useState } from 'react';
import { type Line, seg } from '../../line.ts';
import { documentOf } from '../../preview/document.ts';
import { rowsOf } from '../../preview/rows.ts';
import { useHighlighter } from '../../preview/use-highlighter.ts';
import { previewOf } from '../overlays/preview.ts';
import { geometryOf } from '../render/geometry.ts';
import { sameFocus } from '../state/focus.ts';
import { useStore, useWizard } from '../state/store.ts';
import { Lines } from './Rows.tsx';

/** The report is made anew this long after a change, in milliseconds: keys come first. */
const soon = 100;
/** One that takes longer to make, in milliseconds, waits for a pause of so many between two keys. */
const slow = { cost: 8, pause: 500 };

/** The report beside the form, at the place being edited. */
export function Aside() {
  const size = useWizard((state) => state.size);
  const { aside, height } = geometryOf(size);
  const preview = useLatePreview();
  const highlight = useHighlighter();
  const document = useMemo(() => documentOf(preview.lines, highlight), [preview.lines, highlight]);
  const top = useRef(0);
  const width = aside - 4;
  const lines = useMemo(() => {
    const all = (from: number) => windowOf(document, from, preview.start, width, height);
    // The text stays where it is while the place being edited is well within view.
    const seen = all(top.current).findIndex(({ line }) => line === preview.start);
    if (seen < 0 || seen > height / 2) top.current = Math.max(0, preview.start - 3);
    return all(top.current).map(({ row }) => row);
  }, [document, preview.start, width, height]);
  return (
    <Box width={aside} height={height} flexShrink={0} overflow="hidden">
      <Box flexDirection="column" width={2}>
        <Lines lines={Array.from({ length: height }, () => [seg('│', 'dim')])} />
      </Box>
      <Box flexDirection="column" width={aside - 2} overflow="hidden">
        <Lines lines={lines} />
      </Box>
    </Box>
  );
}

/** The rows of the report from a line of it on, that one marked which is being edited. */
function windowOf(
  document: ReturnType<typeof documentOf>,
  from: number,
  marked: number,
  width: number,
  height: number,
): { line: number; row: Line }[] {
  const rows: { line: number; row: Line }[] = [];
  for (let line = from; line < document.count && rows.length < height; line++) {
    const mark = seg(line === marked ? '› ' : '  ', 'accent');
    for (const row of rowsOf(document.at(line), width - 1)) rows.push({ line, row: [mark, ...row] });
  }
  return rows.slice(0, height);
}

/** The preview as it was a moment ago. */
function useLatePreview(): ReturnType<typeof previewOf> {
  const store = useStore();
  const [preview, setPreview] = useState(() => previewOf(store.getState()));
  useEffect(() => {
    let seen = store.getState();
    let cost = 0;
    let timer: NodeJS.Timeout | null = null;
    const make = () => {
      timer = null;
      const begun = performance.now();
      seen = store.getState();
      setPreview(previewOf(seen));
      cost = performance.now() - begun;
    };
    const stop = store.subscribe(() => {
      const { history, focus, page } = store.getState();
      const same =
        history.present === seen.history.present && sameFocus(focus, seen.focus) && page === seen.page;
      if (same) return;
      if (cost > slow.cost && timer) clearTimeout(timer);
      if (cost > slow.cost) timer = setTimeout(make, slow.pause);
      else timer ??= setTimeout(make, soon);
    });
    return () => {
      stop();
      if (timer) clearTimeout(timer);
    };
  }, [store]);
  return preview;
}
