import { Box, useInput } from 'ink';
import { useMemo, useRef, useState } from 'react';
import { overrideFor, type Problem } from '../../../checks/problem.ts';
import type { Context } from '../../../context.ts';
import { memo } from '../../../memo.ts';
import { problemKey } from '../../../review/overrides.ts';
import { displayWidth, truncateStart } from '../../../text/width.ts';
import { type Line, lineWidth, seg } from '../../line.ts';
import { Prompt } from '../../widgets/Prompt.tsx';
import { Row } from '../../widgets/Row.tsx';
import { applyFix, askWrite, overrideProblem, removeOverride, staleOverrides } from '../edit/fixes.ts';
import { geometryOf } from '../render/geometry.ts';
import { bar, wordRows } from '../render/text.ts';
import { Lines } from '../screen/Rows.tsx';
import { likelyPaths, shownPath } from '../session/report-file.ts';
import { problemsFor } from '../state/problems.ts';
import type { State } from '../state/state.ts';
import { useStore, useWizard } from '../state/store.ts';
import { because, blockOf, fitting, lesserLines, reasonAt } from './finish-rows.ts';
import { messageOf, problemsOf } from './problems.ts';

/** Rows of the title and of what stands apart: on a screen with few rows nothing does. */
const others = (airy: boolean) => (airy ? 3 : 1);

/** Lines that are shown whole or not at all. */
const kept = (lines: Line[], rows: number): Line[] => (lines.length <= rows ? lines : []);

const label = 'Write the report to';

/** Errors, each mended here or given a reason; what else was found, counted; and where the report goes. */
export function Finish({ context }: { context: Context }) {
  const store = useStore();
  const review = useWizard((now) => now.history.present);
  const template = useWizard((now) => now.template);
  const error = useWizard((now) => (now.notice?.tone === 'error' ? now.notice.text : ''));
  const width = useWizard((now) => geometryOf(now.size).columns - 3);
  const height = useWizard((now) => geometryOf(now.size).height);
  const airy = height >= 16;
  const stacked = width < 60;
  const found = useWizard(problemsOf);
  const errors = useWizard(errorsOf);
  const paths = useMemo(
    () => likelyPaths(store.getState(), context.cwd, context.now()).map((one) => shownPath(one, context.cwd)),
    [store, context],
  );
  const [path, setPath] = useState(() => paths[0] ?? '');
  // The first error without a reason has the focus; the path, when there is none.
  const [at, setAt] = useState(() => firstOpen(errors));
  const saidOf = (one: Problem) => messageOf(template, review, one);
  const stop = Math.min(at, errors.length);
  const focused = errors[stop];
  const stale = staleOverrides(store.getState()).length;

  const quiet = () => store.dispatch((now) => (now.notice ? { ...now, notice: null } : now));
  const go = (to: number) => {
    quiet();
    setAt(to);
  };
  const write = (text: string) => {
    store.dispatch((now) => askWrite(now, text));
    const open = firstOpen(errors);
    if (open < errors.length) setAt(open);
  };
  useInput((input, key) => {
    const count = errors.length + 1;
    if (key.tab) go((stop + (key.shift ? count - 1 : 1)) % count);
    else if (key.upArrow || key.downArrow) {
      const by = key.upArrow ? -1 : 1;
      if (focused) go(Math.max(0, Math.min(stop + by, errors.length - 1)));
      else {
        quiet();
        setPath(paths[(paths.indexOf(path) + by + paths.length) % paths.length] ?? path);
      }
    } else if (key.meta && focused) {
      const { fix } = focused;
      if (input === 'r' && fix) store.dispatch((now) => applyFix(now, fix));
      if (input === 'o' && focused.overridden !== undefined)
        store.dispatch((now) => removeOverride(now, focused));
    }
  });

  const columns = Math.max(1, stacked ? width : width - label.length - 2);
  // Where there are few rows, and an error is answered, the path has one of them.
  const aside = focused !== undefined && !airy;
  const pathRows = aside ? 1 : Math.ceil((displayWidth(path) + 1) / columns) + (stacked ? 1 : 0);
  const wrong = error === '' ? [] : wordRows(`! ${error}`, width, 'error');
  const room = height - others(airy) - pathRows - wrong.length;
  const top = useRef(0);
  const heights = errors.map(
    (one, index) => blockOf(one, saidOf(one), reasonAt(review, one), index === stop, width, stacked).rows,
  );
  // The error that is answered has the first claim on the room, what is only counted the last.
  const least = Math.min(room, (focused ? (heights[stop] ?? 0) : 0) + Math.min(2, errors.length));
  const lesser = kept(lesserLines(found, stale, width), room - least);
  const more = kept(
    wordRows('Ctrl+R in the review lists all of it.', width, 'dim'),
    room - least - lesser.length,
  );
  const rows = room - lesser.length - more.length;
  const { from, to } = fitting(heights, Math.min(stop, errors.length - 1), top.current, rows);
  top.current = from;
  return (
    <Box flexDirection="column" paddingLeft={2} flexShrink={0}>
      <Row line={titleOf(errors, width)} />
      {airy && <Row line={[]} />}
      {from > 0 && <Row line={[seg(`  ${from} more above`, 'dim')]} />}
      {errors.slice(from, to).map((one, index) => (
        <Box key={problemKey(overrideFor(one))} flexDirection="column" marginLeft={-2} flexShrink={0}>
          <OneError
            finding={one}
            said={saidOf(one)}
            reason={reasonAt(review, one)}
            focused={from + index === stop}
            width={width}
            stacked={stacked}
            onDone={() => go(next(errors, stop))}
          />
        </Box>
      ))}
      {to < errors.length && (
        <Row
          line={[seg(`  and ${errors.length - to} more error${errors.length - to === 1 ? '' : 's'}`, 'dim')]}
        />
      )}
      <Lines lines={lesser} />
      {airy && <Row line={[]} />}
      <Box marginLeft={-2} flexShrink={0}>
        <Box width={2} flexShrink={0}>
          <Row line={[bar(!focused)]} />
        </Box>
        {aside ? (
          <Row line={[seg(`${label}  ${truncateStart(path, width - label.length - 2)}`, 'dim')]} />
        ) : (
          <Prompt
            label={label}
            stacked={stacked}
            value={path}
            isFocused={!focused}
            onChange={(text) => {
              setPath(text);
              quiet();
            }}
            onSubmit={write}
          />
        )}
      </Box>
      <Lines lines={wrong} />
      <Lines lines={more} />
    </Box>
  );
}

/** An error with its remedy, and below it the reason why it stands, typed where it has the focus. */
function OneError({
  finding,
  said,
  reason,
  focused,
  width,
  stacked,
  onDone,
}: {
  finding: Problem;
  said: string;
  reason: string;
  focused: boolean;
  width: number;
  stacked: boolean;
  onDone(): void;
}) {
  const store = useStore();
  const { lines } = blockOf(finding, said, reason, focused, width, stacked);
  if (!focused) return <Lines lines={lines} />;
  return (
    <>
      <Lines lines={lines.slice(0, -1)} />
      <Box>
        <Box width={4} flexShrink={0}>
          <Row line={[bar(true)]} />
        </Box>
        <Prompt
          label={because}
          stacked={stacked}
          value={reason}
          placeholder="a reason, printed in the report"
          onChange={(text) =>
            store.dispatch((now) => overrideProblem({ ...now, notice: null }, overrideFor(finding), text))
          }
          onSubmit={onDone}
        />
      </Box>
    </>
  );
}

const errorsIn = memo((problems: Problem[]) => problems.filter(({ level }) => level === 'error'));

const errorsOf = (state: State): Problem[] => errorsIn(problemsFor(state));

/** The first error without a reason; behind the last one when each has one. */
function firstOpen(errors: Problem[]): number {
  const open = errors.findIndex(({ overridden }) => overridden === undefined);
  return open < 0 ? errors.length : open;
}

/** The next error without a reason behind this one, round the end; the path when there is none. */
function next(errors: Problem[], at: number): number {
  const isOpen = ({ overridden }: Problem) => overridden === undefined;
  const after = errors.findIndex((one, index) => index > at && isOpen(one));
  return after < 0 ? firstOpen(errors) : after;
}

function titleOf(errors: Problem[], width: number): Line {
  const open = errors.filter(({ overridden }) => overridden === undefined).length;
  const title = seg('Finish review', 'bold');
  if (open === 0) return [title];
  const some = open === 1 ? '1 error' : `${open} errors`;
  const todo = `: mend ${open === 1 ? 'it' : 'each'}, or say why it stands`;
  const whole = [title, seg(`   ! ${some}${todo}`, 'critical')];
  return lineWidth(whole) <= width ? whole : [title, seg(`   ! ${some}`, 'critical')];
}
