import { wordsAt } from '../../../checks/check.ts';
import type { Secret } from '../../../checks/facts.ts';
import { rolesOf } from '../../../checks/roles.ts';
import type { Context } from '../../../context.ts';
import { memoLast } from '../../../memo.ts';
import { steady } from '../../../memo-each.ts';
import type { LocationQuestion } from '../../../repository/look-up-locations.ts';
import { suggestions } from '../../../repository/suggestions.ts';
import { fieldKey, type Review } from '../../../review/review.ts';
import { fuzzyIndex } from '../../../text/fuzzy.ts';
import { beingTyped } from '../page/text.ts';
import type { State } from '../state/state.ts';
import type { WizardStore } from '../state/store.ts';
import { type Part, whenAtRest } from './part.ts';

/** How long nothing has changed before anything is looked for, in milliseconds: it may not slow the typing. */
const pause = 300;

/** What the checks have to know beside the review, looked up while nobody types. */
export interface Lookups extends Part {
  /** Whether the review as it is now has been searched for secrets. */
  isSearched(): boolean;
  /** Searches what has not been. Fails when that cannot be done. */
  searched(): Promise<void>;
}

/**
 * Tells the state what the checks have to know and what is not in the review: secrets in the answers, locations in the
 * reviewed repository. Both are looked for whenever the review has come to rest; what does that is loaded then.
 */
export function openLookups(store: WizardStore, { env }: Pick<Context, 'env'>): Lookups {
  let scan: ((review: Review) => Promise<Secret[]>) | null = null;
  let searched: Review | null = null;
  let searching: Promise<void> | null = null;
  const questionOf = sameQuestion();
  let asked: LocationQuestion | null = null;
  let listed: string | null = null;
  let closed = false;
  const present = () => store.getState().history.present;
  const tell = (found: State['external']) => {
    if (!closed) store.dispatch((state) => ({ ...state, external: { ...state.external, ...found } }));
  };

  async function searchOnce() {
    scan ??= (await import('../../../repository/secrets/scanner.ts')).openScanner();
    const review = present();
    const secrets = await scan(review);
    if (!same(secrets, store.getState().external.secrets ?? [])) tell({ secrets });
    searched = review;
  }

  function search(): Promise<void> {
    searching ??= searchOnce().finally(() => {
      searching = null;
    });
    return searching;
  }

  async function lookUp() {
    const state = store.getState();
    const { template, facts, history } = state;
    if (!facts.repository) return;
    const { lookUpLocations, locationQuestion } = await import('./later.ts');
    const question = questionOf(withoutTyped(state, locationQuestion(template, history.present)));
    if (question === asked) return;
    asked = question;
    const lookup = await lookUpLocations(facts.repository, env, question);
    if (question === asked && (lookup || store.getState().external.lookup)) tell({ lookup });
  }

  /** Lists the tracked files once for each version. */
  async function list() {
    const { template, facts, history } = store.getState();
    const { version } = rolesOf(template);
    const named = wordsAt(history.present, version);
    if (!facts.repository || listed === named) return;
    listed = named;
    const { trackedFiles } = await import('./later.ts');
    const found = await trackedFiles(facts.repository, env, named);
    if (!found || listed !== named) return;
    // Not with the first letter of a path.
    fuzzyIndex(found.tracked);
    tell(found);
  }

  const rest = whenAtRest(
    store,
    (state) => [state.history.present, placeTyped(state)],
    pause,
    () => {
      // A search that fails is told where it matters: before the report is written.
      search().catch(() => {});
      lookUp().catch(() => {});
      list().catch(() => {});
    },
  );
  const isSearched = () => present() === searched;
  return {
    isSearched,
    async searched() {
      while (!isSearched()) await search();
    },
    end() {
      closed = true;
      rest.end();
    },
  };
}

/** The field that is typed in, as one string: it is looked up when it is left. */
function placeTyped(state: State): string | null {
  const typed = beingTyped(state);
  return typed && fieldKey(typed.place);
}

/** A path that is still being typed is not missing yet. */
function withoutTyped(state: State, question: LocationQuestion): LocationQuestion {
  const typed = beingTyped(state);
  if (!typed) return question;
  const isTyped = ({ place, text }: LocationQuestion['targets'][number]) =>
    fieldKey(place) === fieldKey(typed.place) && typed.text.includes(text);
  return { ...question, targets: question.targets.filter((target) => !isTyped(target)) };
}

/** Gives the last question again for one that asks the same. */
function sameQuestion(): (question: LocationQuestion) => LocationQuestion {
  const targetsOf = steady<LocationQuestion['targets'][number]>();
  const takenOf = steady<LocationQuestion['taken'][number]>();
  const asking = memoLast(
    (
      _: LocationQuestion | null,
      version: string,
      targets: LocationQuestion['targets'],
      taken: LocationQuestion['taken'],
    ): LocationQuestion => ({ version, targets, taken }),
  );
  return ({ version, targets, taken }) => asking(version, targetsOf(targets), takenOf(taken));
}

const same = (some: Secret[], others: Secret[]): boolean =>
  some.length === others.length &&
  some.every(({ key, at }, index) => {
    const other = others[index];
    return key === other?.key && JSON.stringify(at) === JSON.stringify(other.at);
  });

/**
 * Offers what the repository, git and the clock know as answers. Git may take a while, and only to start it a third of
 * the first frame: it is asked when that is on the screen.
 */
export function offerSuggestions(store: WizardStore, context: Context): void {
  const folder = store.getState().facts.repository ?? context.cwd;
  setImmediate(async () => {
    const known = await suggestions(folder, context.env);
    store.dispatch((state) => ({ ...state, suggestions: known }));
  });
}
