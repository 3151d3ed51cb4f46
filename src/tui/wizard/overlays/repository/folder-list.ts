import { coverageOf } from '../../../../checks/coverage/coverage.ts';
import { memo } from '../../../../memo.ts';
import type { Review } from '../../../../review/review.ts';
import type { Template } from '../../../../template/template.ts';
import { visible } from '../../../../text/clean.ts';
import type { Entry } from '../../../picker/find.ts';
import type { PickList } from '../../../picker/picker-panel.ts';
import type { State } from '../../state/state.ts';

/** The folders of the repository, those with the most files that no ticked entry covers first. */
export const folderList = ({ template, history, external }: State): PickList<Entry> => ({
  title: 'Reviewed folders',
  placeholder: 'any part of a folder',
  entries: entriesFor(template, history.present, external.tracked ?? noFiles),
});

const noFiles: readonly string[] = [];

const entriesFor = memo((template: Template, review: Review, tracked: readonly string[]): Entry[] => {
  const { folders } = coverageOf(template, review, tracked);
  return [...folders]
    .toSorted(([, one], [, other]) => other.total - other.reviewed - (one.total - one.reviewed))
    .map(([path, { reviewed, total }]) => ({
      id: path,
      title: `${visible(path)}/`,
      kind: 'group',
      note: `${reviewed} of ${total} reviewed`,
    }));
});
