import { useInput, usePaste, useWindowSize } from 'ink';
import { type ReactNode, useState } from 'react';
import type { DraftSummary } from '../../drafts/store/summary.ts';
import { keyName } from '../keys/key-name.ts';
import { PanelView } from '../widgets/PanelView.tsx';
import type { HomeFacts } from './facts.ts';
import { homePanel } from './home-panel.ts';
import { homeHelp, pastedHome, pressedHome } from './keys.ts';
import { firstView, type HomeEffect, type HomeNext, type HomeState } from './state.ts';

export interface HomeProps {
  /** The last edited first. */
  drafts: readonly DraftSummary[];
  trashed: readonly DraftSummary[];
  facts: HomeFacts | null;
  /** The drafts that another window has open, by their ids. */
  elsewhere: ReadonlySet<string>;
  /** What just happened, or what is wrong; several lines are possible. */
  notice: string;
  now: Date;
  perform(effect: HomeEffect): void;
}

/** The home screen: keys go into its view, the rows of its state come out. */
export function Home({ perform, ...given }: HomeProps): ReactNode {
  const { columns, rows } = useWindowSize();
  const [view, setView] = useState(firstView);
  const state: HomeState = { ...view, ...given, helpRows: homeHelp, columns, rows };
  const take = ({ view: next, effect }: HomeNext): void => {
    setView(next);
    if (effect) perform(effect);
  };
  useInput((input, key) => {
    if (key.eventType !== 'release') take(pressedHome(state, keyName(input, key), input));
  });
  usePaste((text) => take(pastedHome(state, text)));
  return <PanelView panel={homePanel(state)} />;
}
