import { useApp } from 'ink';
import { useState } from 'react';
import type { Context } from '../context.ts';
import type { DraftStore } from '../drafts/store/store.ts';
import type { Result } from '../failure.ts';
import { type Opening, openKept, openNew, openReport } from './openings.ts';
import { Home } from './screens/Home.tsx';
import { Wizard } from './wizard/screen/Wizard.tsx';
import { openingState } from './wizard/session/opening.ts';
import { type Ending, openSession, type Session } from './wizard/session/session.ts';

export type Start = { screen: 'home' } | ({ screen: 'wizard' } & Opening);

interface AppProps {
  start: Start;
  context: Context;
  drafts: DraftStore;
  /** Given the way out, for signals. */
  onMount(exit: (ending: Ending) => void): void;
  /** Told of the wizard's session, so that it can be ended from outside: by a signal, an exception. */
  onSession(session: Session): void;
}

/** The home screen, and the wizard on a draft. */
export function App({ start, context, drafts, onMount, onSession }: AppProps) {
  const { exit, suspendTerminal } = useApp();
  useState(() => onMount(exit));

  const begin = (opening: Opening): Session => {
    const session = openSession(openingState(opening, context), context, drafts, {
      suspend: suspendTerminal,
      leave: (ending: Ending) => exit(ending),
      home() {
        setListing(listed(drafts));
        setNotice(undefined);
        setSession(null);
      },
    });
    onSession(session);
    return session;
  };

  const [session, setSession] = useState(() => (start.screen === 'wizard' ? begin(start) : null));
  const [listing, setListing] = useState(() => (session ? null : listed(drafts)));
  const [notice, setNotice] = useState<string | undefined>(undefined);

  if (session) return <Wizard store={session.store} context={context} />;

  const open = async (opening: Promise<Result<Opening>>) => {
    try {
      const result = await opening;
      if (result.ok) setSession(begin(result.value));
      else setNotice(wordsOf(result.failures));
    } catch (error) {
      setNotice(error instanceof Error ? error.message : String(error));
    }
  };
  const change = (result: Result<string>, words: string) => {
    setNotice(result.ok ? words : wordsOf(result.failures));
    setListing(listed(drafts));
  };
  return (
    <Home
      drafts={listing?.drafts ?? []}
      trashed={listing?.trashed ?? []}
      notice={notice ?? listing?.damaged ?? ''}
      onSeen={() => setNotice(undefined)}
      now={context.now()}
      onResume={(id) => void open(openKept(id, drafts))}
      onNew={() => void open(openNew(context, drafts))}
      onOpenReport={(path) => void open(openReport(path, context, drafts))}
      onDelete={(id) => change(drafts.remove(id), 'Deleted; t shows the trash, where it can be restored.')}
      onRestore={(id) => change(drafts.restore(id), 'It is back among the drafts.')}
      onQuit={() => exit({ code: 0 } satisfies Ending)}
    />
  );
}

function listed(drafts: DraftStore) {
  const [all, trash] = [drafts.list(), drafts.trash()];
  const problems = [all, trash].flatMap((one) => (one.ok ? one.value.damaged : one.failures));
  return {
    drafts: all.ok ? all.value.drafts : [],
    trashed: trash.ok ? trash.value.drafts : [],
    damaged: wordsOf(problems),
  };
}

const wordsOf = (problems: { where: string; what: string; remedy: string }[]): string =>
  problems.map(({ where, what, remedy }) => `${where} ${what}; ${remedy}`.trim()).join('\n');
