import { Box, useInput } from 'ink';
import { useMemo, useState } from 'react';
import type { Context } from '../../context.ts';
import { displayWidth } from '../../text/width.ts';
import { type Line, type Segment, seg, type Tone } from '../line.ts';
import { Prompt } from '../widgets/Prompt.tsx';
import { Row } from '../widgets/Row.tsx';
import { geometryOf } from './geometry.ts';
import { Lines } from './Lines.tsx';
import { bar, wordRows } from './looks/text.ts';
import { type Problem, problemsOf } from './problems.ts';
import { likelyPaths, shownPath } from './report.ts';
import { say } from './state.ts';
import { useStore, useWizard } from './store.ts';

/** Rows that the screen needs beside what was found and the path: on one with few rows nothing stands apart. */
const others = (airy: boolean) => (airy ? 10 : 2);

const label = 'Write the report to';

/** What is missing or wrong, and where the report goes. Nothing here blocks. */
export function Finish({ context }: { context: Context }) {
  const store = useStore();
  const state = store.getState();
  const error = useWizard((now) => (now.notice?.tone === 'error' ? now.notice.text : ''));
  const found = useMemo(() => problemsOf(state), [state]);
  const width = useWizard((now) => geometryOf(now.size).columns - 3);
  const height = useWizard((now) => geometryOf(now.size).height);
  const airy = height >= 16;
  const paths = useMemo(
    () => likelyPaths(state, context.cwd, context.now()).map((one) => shownPath(one, context.cwd)),
    [state, context],
  );
  const [path, setPath] = useState(() => paths[0] ?? '');
  const stacked = width < 60;
  const columns = Math.max(1, stacked ? width : width - label.length - 2);
  const pathRows = Math.ceil((displayWidth(path) + 1) / columns) + (stacked ? 1 : 0);
  const room = height - others(airy) - pathRows;
  const quiet = () =>
    store.dispatch((now) => (now.notice?.tone === 'error' ? { ...now, notice: null } : now));
  const change = (text: string) => {
    setPath(text);
    quiet();
  };
  const write = (text: string) => {
    if (text.trim() === '')
      store.dispatch((now) => say(now, 'Type the path of a file for the report.', 'error'));
    else
      store.dispatch((now) => ({ state: now, effect: { do: 'write', path: text.trim(), overwrite: false } }));
  };
  useInput((_, key) => {
    if (key.tab) change(paths[(paths.indexOf(path) + 1) % paths.length] ?? path);
  });
  return (
    <Box flexDirection="column" paddingLeft={2}>
      <Row line={[seg('Finish review', 'bold')]} />
      {airy && <Row line={[]} />}
      <Lines lines={foundLines(found, width, room).slice(0, Math.max(0, room))} />
      {airy && <Row line={[]} />}
      <Box marginLeft={-2} flexShrink={0}>
        <Box width={2} flexShrink={0}>
          <Row line={[bar(true)]} />
        </Box>
        <Prompt label={label} stacked={stacked} value={path} onChange={change} onSubmit={write} />
      </Box>
      {airy && <Row line={[]} />}
      {error !== '' && <Lines lines={wordRows(`! ${error}`, width, 'error')} />}
      <Lines lines={wordRows('Ctrl+R in the review lists all of it.', width, 'dim')} />
    </Box>
  );
}

/** @param rows how many rows there are for it: errors for which there is no room are counted */
function foundLines(found: Problem[], width: number, rows: number): Line[] {
  if (found.length === 0) return [[seg('✓ ', 'done'), seg('Nothing is wrong, and every field is answered.')]];
  const of = (level: Problem['level']) => found.filter((one) => one.level === level);
  const last: Line[] = [];
  const lesser = [
    ...(of('warning').length > 0 ? [count(of('warning').length, 'warning')] : []),
    ...(of('hint').length > 0 ? [count(of('hint').length, 'hint')] : []),
  ];
  if (lesser.length > 0) last.push(...marked(seg('! ', 'high'), lesser.join(', '), width));
  const missing = of('missing').length;
  if (missing > 0) {
    const said = `${count(missing, 'field')} ${missing === 1 ? 'has' : 'have'} no answer yet; the report shows the template's words there.`;
    last.push(...marked(seg('○ ', 'dim'), said, width));
  }
  const errors = of('error');
  const lines: Line[] = [];
  for (const [index, { what, remedy }] of errors.entries()) {
    const own = [
      ...marked(seg('! ', 'critical'), what, width),
      ...marked(seg('  '), `→ ${remedy}`, width, 'dim'),
    ];
    if (lines.length + own.length + last.length + 1 > rows) {
      const more =
        index === 0 ? count(errors.length, 'error') : `and ${count(errors.length - index, 'more error')}`;
      lines.push(...marked(seg('! ', 'critical'), more, width));
      break;
    }
    lines.push(...own);
  }
  return [...lines, ...last];
}

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;

/** Words behind a sign, wrapped. */
const marked = (sign: Segment, words: string, width: number, tone: Tone = 'plain'): Line[] =>
  wordRows(words, width - 2, tone).map((row, index): Line => [index === 0 ? sign : seg('  '), ...row]);
