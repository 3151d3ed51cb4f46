import { Box, useInput, useWindowSize } from 'ink';
import { type ReactNode, useMemo, useState } from 'react';
import type { DraftSummary } from '../../drafts/store/summary.ts';
import { wrap } from '../../text/wrap.ts';
import { cut, type Line, seg } from '../line.ts';
import { Prompt } from '../widgets/Prompt.tsx';
import { Row, Rows } from '../widgets/Row.tsx';
import { draftGlance, glanceRows } from './draft-glance.ts';
import { columnsOf, draftLine } from './draft-line.ts';
import { bodyRows, Frame, type Hint } from './Frame.tsx';
import { Help } from './Help.tsx';
import { homeKeys, trashKeys } from './home-keys.ts';
import { picked, reveal } from './scroll.ts';

export interface HomeProps {
  /** The last edited first. */
  drafts: readonly DraftSummary[];
  trashed: readonly DraftSummary[];
  onResume(id: string): void;
  onNew(): void;
  onOpenReport(path: string): void;
  onDelete(id: string): void;
  onRestore(id: string): void;
  onQuit(): void;
  /** What just happened, or what is wrong; several lines are possible. */
  notice?: string;
  /** What was said has been seen: another part of the screen is shown. */
  onSeen(): void;
  now: Date;
}

type Part = 'drafts' | 'trash' | 'open' | 'help';

/** What the program starts with: the reviews in the making, a new one, a report to open. */
export function Home(props: HomeProps): ReactNode {
  const { columns: width, rows: height } = useWindowSize();
  const [part, setPart] = useState<Part>('drafts');
  const [path, setPath] = useState('');
  // Escape where there is nothing to go back to: it asks for the way out.
  const [asked, setAsked] = useState(false);
  const [at, setAt] = useState({ index: 0, top: 0 });
  const trash = part === 'trash';
  const list = trash ? props.trashed : props.drafts;
  const said = asked ? 'Ctrl+C leaves; everything is saved.' : props.notice;
  const notice = useMemo(() => noticeLines(said, width), [said, width]);
  const free = Math.max(1, bodyRows(height) - notice.length - (part === 'open' ? 2 : 0));
  // The glance stands below the list where both have room.
  const glance = list.length > 0 && free >= Math.min(list.length, 6) + glanceRows;
  const room = glance ? free - glanceRows : free;
  const chosen = Math.min(at.index, Math.max(0, list.length - 1));
  const top = reveal(at.top, chosen, list.length, room);
  const show = (next: Part): void => {
    props.onSeen();
    setAsked(next === part);
    setPart(next);
    setAt({ index: 0, top: 0 });
  };

  useInput((input, key) => {
    if (key.ctrl && input === 'c') return props.onQuit();
    if (part === 'help') return;
    if (key.escape) return show('drafts');
    if (part === 'open') return;
    if (asked) setAsked(false);
    const next = picked(chosen, key, list.length, room);
    if (next !== null) return setAt({ index: next, top: reveal(top, next, list.length, room) });
    const { id } = list[chosen] ?? {};
    const help = key.ctrl && input === '?';
    const pressed = key.return ? 'Enter' : help ? '?' : key.ctrl || key.meta ? '' : input;
    if (trash) {
      if (pressed === 'Enter' && id) props.onRestore(id);
      if (pressed === 't') show('drafts');
      return;
    }
    if (pressed === 'Enter' && id) props.onResume(id);
    if (pressed === 'd' && id) props.onDelete(id);
    if (pressed === 'n') props.onNew();
    if (pressed === 'o') show('open');
    if (pressed === 't') show('trash');
    if (pressed === '?') show('help');
  });

  if (part === 'help') {
    const rows = [...homeKeys, ...trashKeys];
    return <Help rows={rows} onClose={() => setPart('drafts')} width={width} height={height} />;
  }
  return (
    <Frame
      title={trash ? 'sanctum-review › trash' : 'sanctum-review'}
      facts={[seg(counted(list.length, trash), 'dim')]}
      hints={hintsOf(part, list.length > 0)}
      width={width}
      height={height}
    >
      <Rows lines={notice} />
      {part === 'open' ? (
        <Box flexDirection="column" height={2} flexShrink={0} overflow="hidden" paddingLeft={1}>
          <Prompt
            label="Report to open"
            value={path}
            onChange={setPath}
            onSubmit={(given) => {
              if (given.trim() !== '') props.onOpenReport(given.trim());
            }}
            placeholder="docs/reports/….md"
          />
        </Box>
      ) : null}
      {list.length === 0 ? (
        <Rows lines={emptyLines(part, width)} />
      ) : (
        <Drafts list={list} chosen={chosen} {...{ top, room, width }} now={props.now} />
      )}
      {glance && list[chosen] ? (
        <Rows lines={draftGlance(list[chosen], width, props.now).map((line) => cut(line, width))} />
      ) : null}
    </Frame>
  );
}

interface DraftsProps {
  list: readonly DraftSummary[];
  chosen: number;
  top: number;
  room: number;
  width: number;
  now: Date;
}

function Drafts({ list, chosen, top, room, width, now }: DraftsProps): ReactNode {
  const columns = useMemo(() => columnsOf(list, width, now), [list, width, now]);
  return (
    <Box flexDirection="column" aria-role="listbox">
      {list.slice(top, top + room).map((draft, offset) => (
        <Box key={draft.id} aria-role="option" aria-state={{ selected: top + offset === chosen }}>
          <Row line={draftLine(draft, columns, top + offset === chosen, now)} />
        </Box>
      ))}
    </Box>
  );
}

const counted = (count: number, trash: boolean): string =>
  trash ? `${count} in the trash` : count === 1 ? '1 draft' : `${count} drafts`;

function hintsOf(part: Part, some: boolean): readonly Hint[] {
  if (part === 'open') {
    return [
      ['Enter', 'open'],
      ['Esc', 'back'],
    ];
  }
  const keys = part === 'trash' ? trashKeys : homeKeys;
  return keys.filter((row) => row.hint && (some || !row.needsDraft)).map((row) => [row.keys, row.hint ?? '']);
}

function noticeLines(notice: string | undefined, width: number): Line[] {
  if (!notice) return [];
  const rows = wrap(notice, Math.max(8, width - 2));
  return [...rows.map(({ start, end }): Line => [seg(` ${notice.slice(start, end)}`, 'high')]), []];
}

function emptyLines(part: Part, width: number): Line[] {
  const text =
    part === 'trash'
      ? 'The trash is empty. What you delete with d stays here for 30 days.'
      : part === 'open'
        ? 'It is read into a review of its own; the file stays as it is.'
        : 'No reviews yet. Press n to start one in this repository, or o to go on from a report that exists.';
  const rows = wrap(text, Math.max(8, width - 4));
  return [[], ...rows.map(({ start, end }): Line => [seg(`  ${text.slice(start, end)}`, 'dim')])];
}
