import type { Reading } from '../../report/read-summary.ts';
import type { PreviousReview } from '../../review/previous/delta-section.ts';
import type { Review } from '../../review/review.ts';

/** Where in the wizard the reviewer was. Everything but the page may be missing or no longer exist. */
export interface Position {
  page: string;
  /** The issue or item that is open on the page. */
  open?: { issue: string } | { list: string; item: string };
  /** The focused stop's key (for a field: `placeKey`). */
  focus?: string;
  /** Offset of the caret in the focused text, in UTF-16 units. */
  caret?: number;
  /** First row of the page that is on the screen. */
  scroll: number;
}

/** A review in the making, as its file holds it. */
export interface Draft {
  format: 3;
  /** Letters and digits, chosen once; also the file's name. */
  id: string;
  /** `hash` names the kept copy of a template that is not one of the bundled ones. */
  template: { name: string; version: string; hash?: string };
  review: Review;
  /** ISO 8601, UTC. */
  made: string;
  edited: string;
  /** Seconds in which the draft was really being edited. */
  worked: number;
  position: Position;
  /** The reviewed repository's folder, absolute. */
  repository?: string;
  /** Where it was last written as a report. */
  written?: { path: string; at: string };
  /** The report that it was read from. */
  readFrom?: string;
  /** What was read of that report, what not, and what was not clear. */
  reading?: Reading;
  /** The previous review that it follows. */
  previous?: PreviousReview;
  /** The last line of a window's journal that it holds. */
  journal?: { sequence: number; check: string };
  /** How many windows had written the draft, one after the other, when this was written. */
  turn?: number;
  /** The windows whose journals it holds, by their sessions, each with the number of the last line that it holds. */
  journals?: Record<string, number>;
  /** Its last steps for undo and redo, as one text. */
  undo?: string;
}
