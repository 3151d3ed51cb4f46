import { memo } from '../memo.ts';
import type { ProblemAt } from './check.ts';
import type { Form } from './facts.ts';

/** What is missing, where what the form lacks that is open is only not answered yet: nobody has left it. */
export const unjudged = memo(
  (missing: readonly ProblemAt[], editing: Form | undefined): readonly ProblemAt[] => {
    if (editing === undefined) return missing;
    const isOpen = ({ place }: ProblemAt): boolean =>
      'issue' in editing
        ? 'issue' in place && place.issue === editing.issue
        : 'list' in place && place.list === editing.list && place.item === editing.item;
    // Most checks have nothing to say of what is open: there may be a hundred thousand issues.
    if (!missing.some(isOpen)) return missing;
    return missing.map((one) => (isOpen(one) ? { ...one, unanswered: true } : one));
  },
);
