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

F1 shows these in the program, and finds them by what they do.

## In the wizard

${tables(helpRows())}

## On the home screen

${tables(homeHelp)}
`;
  await expect(page).toMatchFileSnapshot('../../../../src/tui/wizard/keys/README.md');
});
