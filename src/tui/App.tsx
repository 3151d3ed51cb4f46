import { useApp } from 'ink';
import { useState } from 'react';
import type { Context } from '../context.ts';
import type { DraftStore } from '../drafts/store/store.ts';
import type { Result } from '../failure.ts';
import { Home } from './home/Home.tsx';
import type { HomeEffect } from './home/state.ts';
import { type Opening, openKept, openNew, openReport } from './openings.ts';
import { Wizard } from './wizard/screen/Wizard.tsx';
import { openingState } from './wizard/session/opening.ts';
import { openSession, type Session } from './wizard/session/session.ts';
import type { Ending } from './wizard/session/terminal.ts';

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
  const perform = (effect: HomeEffect) => {
    switch (effect.do) {
      case 'resume':
        return void open(openKept(effect.id, drafts));
      case 'new':
        return void open(openNew(context, drafts));
      case 'open':
        return void open(openReport(effect.path, context, drafts));
      case 'delete':
        return change(drafts.remove(effect.id), 'Deleted. Press t to restore it from the trash.');
      case 'restore':
        return change(drafts.restore(effect.id), 'Restored.');
      case 'seen':
        return setNotice(undefined);
      case 'quit':
        return exit({ code: 0 } satisfies Ending);
    }
  };
  return (
    <Home
      drafts={listing?.drafts ?? []}
      trashed={listing?.trashed ?? []}
      notice={notice ?? listing?.damaged ?? ''}
      now={context.now()}
      perform={perform}
    />
  );
}

function listed(drafts: DraftStore) {
  const { drafts: all, damaged } = drafts.list();
  return { drafts: all, trashed: drafts.trash().drafts, damaged: wordsOf(damaged) };
}

const wordsOf = (problems: { where: string; what: string; remedy: string }[]): string =>
  problems.map(({ where, what, remedy }) => `${where} ${what}; ${remedy}`.trim()).join('\n');
