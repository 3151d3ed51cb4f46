import { useApp } from 'ink';
import { useEffect, useSyncExternalStore } from 'react';
import type { Context } from '../context.ts';
import { Home } from './home/Home.tsx';
import type { Program } from './program.ts';
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
      facts={shown.facts}
      glances={shown.glances}
      glance={program.glance}
      elsewhere={shown.elsewhere}
      notice={shown.notice ?? shown.damaged}
      now={context.now()}
      perform={program.perform}
    />
  );
}
