import { Box } from 'ink';
import { useMemo } from 'react';
import type { Context } from '../../../context.ts';
import { type Severity, severities } from '../../../fields/issue.ts';
import { displayWidth } from '../../../text/width.ts';
import { seg } from '../../line.ts';
import { Help } from '../../screens/Help.tsx';
import { type Entry, Palette } from '../../screens/Palette.tsx';
import { Preview } from '../../screens/Preview.tsx';
import { Menu } from '../../widgets/Menu.tsx';
import { Prompt } from '../../widgets/Prompt.tsx';
import { Row } from '../../widgets/Row.tsx';
import { submit, typedSoFar } from '../edit/prompts.ts';
import { helpRows } from '../keys/table.ts';
import { setSeverity } from '../lists/lists.ts';
import { issueById } from '../render/blocks/issues.ts';
import { issueWords } from '../render/frame.ts';
import { geometryOf } from '../render/geometry.ts';
import { shown, wordRows } from '../render/text.ts';
import { Lines } from '../screen/Rows.tsx';
import type { Overlay, State } from '../state/state.ts';
import { useStore, useWizard } from '../state/store.ts';
import { Finish } from './Finish.tsx';
import { Links } from './Links.tsx';
import { Exists } from './Overwrite.tsx';
import { Problems } from './Problems.tsx';
import { goals } from './palette.ts';
import { previewOf } from './preview.ts';
import { readRows, readTitle } from './what-was-read.ts';

interface Frame {
  context: Context;
  width: number;
  height: number;
}

const closed = (state: State): State => ({ ...state, overlay: null });

/** What lies over the page. */
export function Overlays({ context, width, height }: Frame) {
  const overlay = useWizard((state) => state.overlay);
  const store = useStore();
  const close = () => store.dispatch(closed);
  switch (overlay?.type) {
    case 'palette':
      return <GoTo width={width} height={height} />;
    case 'problems':
      return <Problems width={width} height={height} />;
    case 'reading':
      return <WasRead width={width} height={height} />;
    case 'help':
      return <Help rows={helpRows()} onClose={close} width={width} height={height} />;
    case 'preview':
      return <ReportPreview width={width} height={height} onClose={close} />;
    case 'severity':
      return <SeverityMenu issue={overlay.issue} />;
    case 'links':
      return <Links overlay={overlay} width={width} height={height} />;
    case 'finish':
      return <Finish context={context} />;
    case 'exists':
      return <Exists key={overlay.old} overlay={overlay} />;
    default:
      return null;
  }
}

function GoTo({ width, height }: Omit<Frame, 'context'>) {
  const store = useStore();
  const entries = useMemo(() => goals(store.getState()), [store]);
  const pick = (entry: Entry) => {
    const goal = entries.find((one) => one.id === entry.id);
    store.dispatch((state) => (goal ? goal.go(closed(state)) : closed(state)));
  };
  return (
    <Palette
      entries={entries}
      onPick={pick}
      onClose={() => store.dispatch(closed)}
      width={width}
      height={height}
    />
  );
}

/** What was read of a report, what was kept as notes, what was unclear: each a key away. */
function WasRead({ width, height }: Omit<Frame, 'context'>) {
  const store = useStore();
  const rows = useMemo(() => readRows(store.getState()), [store]);
  const entries = rows.map(
    ({ kind, path, what, note }, index): Entry => ({
      id: String(index),
      title: shown(what),
      ...(path !== '' && { path: shown(path) }),
      kind,
      note,
    }),
  );
  const pick = (entry: Entry) =>
    store.dispatch((state) => rows[Number(entry.id)]?.go(closed(state)) ?? closed(state));
  return (
    <Palette
      title="What was read"
      said={shown(readTitle(store.getState()))}
      detailOf={({ path, title }) => (path ? `${path} › ${title}` : title)}
      placeholder="any part of a name"
      entries={entries}
      onPick={pick}
      onClose={() => store.dispatch(closed)}
      width={width}
      height={height}
    />
  );
}

function ReportPreview({ width, height, onClose }: Omit<Frame, 'context'> & { onClose(): void }) {
  const store = useStore();
  const preview = useMemo(() => previewOf(store.getState()), [store]);
  return <Preview {...preview} title="Preview" onClose={onClose} width={width} height={height} />;
}

function SeverityMenu({ issue }: { issue: string }) {
  const store = useStore();
  const title = useWizard((state) => issueWords(state, issue));
  const now = useWizard((state) => issueById(state, issue)?.severity);
  const template = useWizard((state) => state.template);
  const { columns } = geometryOf(useWizard((state) => state.size));
  const items = severities
    .filter((severity) => template.issues[severity])
    .map((severity) => ({ label: template.issues[severity]?.word ?? severity, value: severity }));
  return (
    <Box flexDirection="column" paddingLeft={2}>
      <Row line={[seg(title, 'bold')]} />
      <Row line={[]} />
      <Row line={[seg('Severity')]} />
      <Menu
        items={items}
        initial={items.findIndex((item) => item.value === now)}
        onSelect={(severity: Severity) => store.dispatch((state) => setSeverity(state, issue, severity))}
      />
      <Row line={[]} />
      <Lines lines={wordRows('No answer is lost. Esc leaves it as it is.', columns - 3, 'dim')} />
    </Box>
  );
}

/** A question of one line, in the place of the hints. */
export function PromptLine({ prompt }: { prompt: Extract<Overlay, { type: 'prompt' }> }) {
  const store = useStore();
  const { columns } = geometryOf(useWizard((state) => state.size));
  return (
    <Box paddingLeft={1} flexShrink={0}>
      <Prompt
        label={prompt.label}
        stacked={displayWidth(`${prompt.label}${prompt.hint ?? ''}`) > columns - 6}
        value={prompt.text}
        placeholder={prompt.hint ?? ''}
        onChange={(text) => store.dispatch((state) => typedSoFar(state, text))}
        onSubmit={(text) => store.dispatch((state) => submit(state, text))}
      />
    </Box>
  );
}
