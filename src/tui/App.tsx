import { useApp } from 'ink';
import { useEffect, useSyncExternalStore } from 'react';
import type { Context } from '../context.ts';
import type { Program } from './program.ts';
import { Home } from './screens/Home.tsx';
import { Wizard } from './wizard/screen/Wizard.tsx';

/** The home screen, or the wizard on a draft. */
export function App({ program, context }: { program: Program; context: Context }) {
  const ink = useApp();
  useEffect(() => program.attach(ink), [program, ink]);
  const shown = useSyncExternalStore(program.subscribe, program.shown);
  if (shown.screen === 'wizard') return <Wizard store={shown.session.store} context={context} />;
  return (
    <Home
      drafts={shown.drafts}
      trashed={shown.trashed}
      notice={shown.notice ?? shown.damaged}
      onSeen={program.seen}
      now={context.now()}
      onResume={program.resume}
      onNew={program.begin}
      onOpenReport={program.openReport}
      onDelete={program.remove}
      onRestore={program.restore}
      onQuit={() => program.leave({ code: 0 })}
    />
  );
}
