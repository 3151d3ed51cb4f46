import type { Answer } from '../../../fields/value.ts';
import type { FoundLines } from '../../../repository/source/find-lines.ts';
import type { FieldRef, OverriddenProblem } from '../../../review/review.ts';
import { type Buffer, bufferOf } from '../../../text/buffer.ts';
import { newPicker, type Picker } from '../../picker/picker.ts';
import type { PreviewView } from '../../preview/preview-panel.ts';

/** What lies over the page and takes the keys. */
export type Overlay =
  | { type: 'palette'; picker: Picker }
  /** `under`: where it was asked for, and closing it comes back to. */
  | { type: 'help'; query: Buffer; scroll: number; under?: Overlay }
  /** The report as it was when the preview was opened. `under`: what it was opened from. */
  | ({ type: 'preview'; under?: Extract<Overlay, { type: 'finished' }> } & PreviewView)
  /** The file that the focused location names, on a screen without room for it beside the form. */
  | { type: 'source'; under?: Extract<Overlay, { type: 'triage' }> }
  /** What the checks found, or apart from it what has no answer yet. */
  | { type: 'problems'; list: 'found' | 'unanswered'; picker: Picker }
  /** What was read of the report that the draft comes from. */
  | { type: 'reading'; picker: Picker }
  /** One line is asked for: `ask` says what is done with it. */
  | { type: 'prompt'; label: string; text: Buffer; hint?: string; ask: Ask }
  /** `at`: the severity that is picked out; null for the one that the issue has. */
  | { type: 'severity'; issue: string; at: number | null }
  /** Which issues an item is about. */
  | { type: 'links'; list: string; item: string; picker: Picker }
  /** Which folders were reviewed, for a checklist of reviewed files. */
  | { type: 'folders'; field: string; picker: Picker }
  /** The lines of tracked files that have these words: one of them becomes a location of the issue. */
  | ({ type: 'lines'; issue: string; words: string; picker: Picker } & FoundLines)
  /** What scanners found. `typing`: letters go into the filter, and are no commands. */
  | { type: 'triage'; list: 'open' | 'decided' | 'gone'; picker: Picker; typing: boolean }
  /** Why a finding is dismissed. `at`: the reason that is picked out. */
  | { type: 'dismiss'; at: number; under: Extract<Overlay, { type: 'triage' }> }
  /** Which issue a finding is merged into. */
  | { type: 'merge'; picker: Picker; under: Extract<Overlay, { type: 'triage' }> }
  /** Files that look like what scanners write, to be imported; null until they have been looked for. */
  | { type: 'scans'; files: readonly { path: string; format: string }[] | null; picker: Picker }
  /** `at`: the error that is answered; behind the last one the path of the report. */
  | { type: 'finish'; path: Buffer; at: number; reason: Buffer }
  /** A file is at that path already, which is named as `shown`: what would change in it. */
  | {
      type: 'overwrite';
      path: string;
      shown: string;
      old: string;
      difference: string[];
      scroll: number;
      at: number;
    }
  /** The report has been written: `path` is absolute, `shown` how it is named, `at` what is picked out to do next. */
  | { type: 'finished'; path: string; shown: string; lines: number; at: number };

export type OverlayType = Overlay['type'];

type Ask =
  /** The reason why these do not apply; `before`: what they held when it was asked for. */
  | { for: 'not-applicable'; places: FieldRef[]; before: (Answer | null)[] }
  | { for: 'item-not-applicable'; place: FieldRef; index: number; before: Answer | null }
  /** The reason to keep this problem. */
  | { for: 'override'; of: OverriddenProblem }
  | { for: 'language'; place: FieldRef }
  /** The language of a stretch of the focused text, in UTF-16 offsets. */
  | { for: 'fence'; place: FieldRef; from: number; to: number }
  | { for: 'filter' }
  /** A word of the tracked files, to cite a line that has it. */
  | { for: 'lines'; issue: string };

/** What there is when an overlay is closed. */
export const under = (overlay: Overlay): Overlay | null =>
  'under' in overlay ? (overlay.under ?? null) : null;

/** A list that lies over the page, with nothing typed yet. */
export const pickerOverlay = (type: 'palette' | 'reading'): Overlay => ({
  type,
  picker: newPicker,
});

export const triageOverlay = { type: 'triage', list: 'open', picker: newPicker, typing: false } as const;

export const scansOverlay: Overlay = { type: 'scans', files: null, picker: newPicker };

export const linksOverlay = (list: string, item: string): Overlay => ({
  type: 'links',
  list,
  item,
  picker: newPicker,
});

export const severityOverlay = (issue: string): Overlay => ({ type: 'severity', issue, at: null });

/** Help, over the page or what lies over it. */
export const helpOverlay = (over: Overlay | null): Overlay => ({
  type: 'help',
  query: bufferOf(''),
  scroll: 0,
  ...(over && { under: over }),
});

/** A question of one line, in the place of the hints, with what may stand there already. */
export const promptOverlay = (label: string, text: string, hint: string, ask: Ask): Overlay => ({
  type: 'prompt',
  label,
  text: bufferOf(text),
  hint,
  ask,
});
