import type { PreviousReview } from '../review/previous/delta-section.ts';
import type { Review } from '../review/review.ts';
import type { Template } from '../template/template.ts';

/** A previous review that a new one follows up on. */
export interface ReviewToFollow {
  template: Template;
  review: Review;
  /** The report's path, absolute, where there is one. */
  report: string | null;
  /** The draft's id, when it is one: then its issues have ids of their own. */
  draft: string | null;
  /** What it kept itself of the review before it. */
  previous?: PreviousReview;
}
