import { expect, test } from 'vitest';
import type { HelpRow } from '../../../../src/tui/help.ts';
import { homeHelp } from '../../../../src/tui/home/keys.ts';
import { helpRows } from '../../../../src/tui/wizard/keys/table.ts';

const escaped = (text: string): string => text.replaceAll('|', '\\|');

/** The keys by their groups, as tables. */
const tables = (rows: readonly HelpRow[]): string =>
  [...Map.groupBy(rows, ({ group }) => group)]
    .map(([group, some]) =>
      [
        `### ${group}`,
        '',
        '| key | does |',
        '| --- | --- |',
        ...some.map(({ keys, does }) => `| ${escaped(keys)} | ${escaped(does)} |`),
      ].join('\n'),
    )
    .join('\n\n');

// `npm test -- -u` writes it anew.
test('the page of the keys is made of the key tables', async () => {
  const page = `# Keys

F1 shows these in the program, and finds them by what they do; the line at the bottom shows those that matter where you
are.

Nothing is answered by Enter or Tab alone, and what you type after Tab is never a command: right after Tab or Enter the
letter keys of lists and checklists wait for an arrow, and the bottom line shows them when they act. Text typed on the
row that adds an issue or item becomes its title, once Enter adds it. In a checklist, Space ends the waiting, too.

The wheel scrolls the preview and Help and moves in lists and forms, as arrow keys: selecting with the mouse stays the
terminal's own. 80 columns by 24 rows are enough for everything, 40 by 12 still do; from 100 columns on the pages stand
at the left, from 140 on the report at the right.

## In the wizard

${tables(helpRows())}

## On the home screen

${tables(homeHelp)}
`;
  await expect(page).toMatchFileSnapshot('../../../../src/tui/wizard/keys/README.md');
});
