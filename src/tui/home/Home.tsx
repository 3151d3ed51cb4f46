import { useInput, usePaste, useWindowSize } from 'ink';
import { type ReactNode, useEffect, useState } from 'react';
import { keyName } from '../keys/key-name.ts';
import { PanelView } from '../widgets/PanelView.tsx';
import type { HomeFacts } from './facts.ts';
import type { GlanceFacts } from './glance-facts.ts';
import type { HomeDraft } from './home-drafts.ts';
import { homePanel } from './home-panel.ts';
import { homeHelp, pastedHome, pressedHome } from './keys.ts';
import {
  chosenDraft,
  firstView,
  followed,
  type HomeEffect,
  type HomeNext,
  type HomeState,
  listOf,
} from './state.ts';

export interface HomeProps {
  /** The last edited first. */
  drafts: readonly HomeDraft[];
  trashed: readonly HomeDraft[];
  facts: HomeFacts | null;
  /** The drafts that another window has open, by their ids. */
  elsewhere: ReadonlySet<string>;
  glances: ReadonlyMap<string, GlanceFacts>;
  /** Asks for what the glance at a draft tells. */
  glance(id: string): void;
  /** What just happened, or what is wrong; several lines are possible. */
  notice: string;
  now: Date;
  perform(effect: HomeEffect): void;
}

/** A draft is looked at closely once it has been picked out for so many milliseconds: keys come first. */
const rest = 100;

/** The home screen: keys go into its view, the rows of its state come out. */
export function Home({ perform, glance, ...given }: HomeProps): ReactNode {
  const { columns, rows } = useWindowSize();
  const [last, setLast] = useState({ view: firstView, list: given.drafts });
  const view = followed(last.view, last.list, listOf({ ...last.view, ...given }));
  const state: HomeState = { ...view, ...given, helpRows: homeHelp, columns, rows };
  const take = ({ view: next, effect }: HomeNext): void => {
    setLast({ view: next, list: listOf({ ...next, ...given }) });
    if (effect) perform(effect);
  };
  const chosen = state.part === 'drafts' ? chosenDraft(state)?.id : undefined;
  useEffect(() => {
    if (chosen === undefined) return;
    const timer = setTimeout(() => glance(chosen), rest);
    return () => clearTimeout(timer);
  }, [chosen, glance]);
  useInput((input, key) => {
    if (key.eventType !== 'release') take(pressedHome(state, keyName(input, key), input));
  });
  usePaste((text) => take(pastedHome(state, text)));
  return <PanelView panel={homePanel(state)} />;
}
