import { expect, test } from 'vitest';
import { kinds } from '../../src/fields/kinds.ts';
import { provenTemplate } from '../../src/report/prover/prove-template.ts';
import { renderBlank } from '../../src/report/writer/render.ts';

const source = `::template{name=t}

# T

**A:** :list[x]{#a default}
**B:** :choices[x / y]{#b default}
**C:** :location[\`a.go:1\`]{#c default}
**D:** :number[5]{#d unit="%" default}
**E:** :choice[High]{#e default}
**F:** :ratio[3/4 covered]{#f default}
**G:** :prose[words]{#g default}

**H:**

:::prose{#h default}
words

more
:::

**I:**

:::code{#i default}
\`\`\`sh
ls
\`\`\`
:::

**J:**

:::list{#j default}
- one
- two
:::
`;

test('a default is what its kind reads in the text of the template', () => {
  const result = provenTemplate(source, 'm');
  if (!result.ok) throw new Error(JSON.stringify(result.failures));
  const fields = Object.values(result.value.fields);
  expect(Object.fromEntries(fields.map((field) => [field.id, field.default]))).toEqual({
    a: ['x'],
    b: ['x', 'y'],
    c: ['a.go:1'],
    d: '5',
    e: 'High',
    f: '3/4',
    g: 'words',
    h: 'words\n\nmore',
    i: { text: 'ls', language: 'sh' },
    j: ['one', 'two'],
  });
  for (const field of fields) expect(kinds[field.kind].schema.safeParse(field.default).success).toBe(true);
  const blank = renderBlank(result.value);
  for (const line of ['**A:** x', '**C:** `a.go:1`', '**D:** 5%', '**F:** 3/4 covered', '- two'])
    expect(blank.split('\n')).toContain(line);
});

test.each([
  ['**A:** :ratio[many]{#a default}', 'ratio: its default has to begin like 3/4'],
  ['**A:**\n\n:::one-of{#a default}\n- [ ] **GO**\n- [ ] **NO**\n:::', 'one-of: its default is no answer'],
])('%s', (body, what) => {
  expect(provenTemplate(`::template{name=t}\n\n# T\n\n${body}\n`, 'm')).toMatchObject({
    failures: [{ what }],
  });
});
