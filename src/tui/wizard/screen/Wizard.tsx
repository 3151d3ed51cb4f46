import { Box, useIsScreenReaderEnabled } from 'ink';
import type { Context } from '../../../context.ts';
import { seg } from '../../line.ts';
import { Row } from '../../widgets/Row.tsx';
import { Overlays, PromptLine } from '../overlays/Overlays.tsx';
import { bottomLines, headerLine, railLines, topRule } from '../render/frame.ts';
import { geometryOf } from '../render/geometry.ts';
import type { Overlay } from '../state/state.ts';
import { StoreContext, useWizard, type WizardStore } from '../state/store.ts';
import { Body } from './Body.tsx';
import { Cursor } from './Cursor.tsx';
import { Keys } from './Keys.tsx';
import { Aside } from './ReportPanel.tsx';
import { Lines } from './Rows.tsx';
import { useLines } from './use-rows.ts';

/** The wizard's screen: a header, the rail, the page or what lies over it, and the keys that matter here. */
export function Wizard({ store, context }: { store: WizardStore; context: Context }) {
  return (
    <StoreContext value={store}>
      <Keys now={context.now} />
      <Screen context={context} />
      <Cursor />
    </StoreContext>
  );
}

/** What lies over all below the header, with hints of its own. */
const lists = new Set<Overlay['type']>(['palette', 'problems', 'reading', 'links']);

function Screen({ context }: { context: Context }) {
  const size = useWizard((state) => state.size);
  const overlay = useWizard((state) => state.overlay?.type ?? null);
  const { columns, rows, rail, aside, height, top, ruled } = geometryOf(size);
  const unsaved = useWizard((state) => state.saved.is === 'failed');
  const spoken = useIsScreenReaderEnabled();
  const over = overlay !== null && overlay !== 'prompt';
  if (overlay === 'help' || overlay === 'preview') {
    return (
      <Box flexDirection="column" width={columns} height={rows}>
        {unsaved && <Unsaved />}
        <Overlays context={context} width={columns} height={unsaved ? rows - 1 : rows} />
      </Box>
    );
  }
  if (overlay && lists.has(overlay)) {
    return (
      <Box flexDirection="column" width={columns} height={rows}>
        <Top ruled={ruled} />
        <Overlays context={context} width={columns} height={rows - top} />
      </Box>
    );
  }
  return (
    <Box flexDirection="column" width={columns} height={rows}>
      <Top ruled={ruled} />
      <Box flexGrow={1} height={0} overflow="hidden">
        {over ? (
          <Overlays context={context} width={columns} height={height} />
        ) : (
          <>
            {rail > 0 && !spoken && <Rail rail={rail} height={height} />}
            <Body />
            {aside > 0 && !spoken && <Aside />}
          </>
        )}
      </Box>
      <Bottom ruled={ruled} />
    </Box>
  );
}

function Top({ ruled }: { ruled: boolean }) {
  const lines = useLines((state) => {
    const rule = topRule(state);
    if (ruled) return [headerLine(state), rule];
    return [state.saved.is === 'failed' ? rule : headerLine(state)];
  });
  return <Lines lines={lines} />;
}

/** What stays on the screen while the draft cannot be saved, above what has all of it. */
function Unsaved() {
  return <Lines lines={useLines((state) => [topRule(state)])} />;
}

function Rail({ rail, height }: { rail: number; height: number }) {
  const lines = useLines(railLines);
  const rule = Array.from({ length: height }, () => [seg('│ ', 'dim')]);
  return (
    <Box width={rail} height={height} flexShrink={0}>
      <Box flexDirection="column" width={rail - 2}>
        <Lines lines={lines} />
      </Box>
      <Box flexDirection="column" width={2}>
        <Lines lines={rule} />
      </Box>
    </Box>
  );
}

function Bottom({ ruled }: { ruled: boolean }) {
  const lines = useLines(bottomLines);
  const prompt = useWizard((state) => (state.overlay?.type === 'prompt' ? state.overlay : null));
  if (!prompt) {
    return (
      <Box flexDirection="column" flexShrink={0}>
        <Lines lines={lines} />
      </Box>
    );
  }
  return (
    <>
      {ruled && <Row line={lines[0] ?? []} />}
      <PromptLine prompt={prompt} />
    </>
  );
}
