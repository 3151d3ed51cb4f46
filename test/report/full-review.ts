import type { Field } from '../../src/fields/field.ts';
import { issueFields, severities } from '../../src/fields/issue.ts';
import { templateItems } from '../../src/fields/kinds/checklist.ts';
import type { Answer, Value } from '../../src/fields/value.ts';
import type { Issue, Review } from '../../src/review/review.ts';
import type { Template } from '../../src/template/template.ts';

/**
 * A review in which every field is answered, each with words that stand nowhere else: what lands in a wrong place, or
 * twice, is seen.
 */
export function fullReview(template: Template): Review {
  let count = 0;
  const word = (stem: string) => {
    count += 1;
    return `${stem}${count}x`;
  };
  const answers = (fields: Field[]): Record<string, Answer> =>
    Object.fromEntries(fields.map((field) => [field.id, { value: answerFor(field, word) }]));
  const issues = severities.flatMap((severity): Issue[] => {
    const block = template.issues[severity];
    if (!block) return [];
    return [0, 1].map((at) => {
      const more: string[] = severity === 'high' && at === 0 ? ['evidence'] : [];
      const asked = issueFields.filter((id) => block.asks.includes(id) || more.includes(id));
      const fields = asked.flatMap((id) => block.fields[id] ?? []);
      return { id: `${severity}${at}`, severity, answers: answers(fields) };
    });
  });
  return {
    answers: answers(Object.values(template.fields)),
    issues,
    items: Object.fromEntries(
      Object.values(template.lists).map((list) => [
        list.id,
        [0, 1, 2].map((at) => ({ id: `${list.id}${at}`, answers: answers(Object.values(list.fields)) })),
      ]),
    ),
    notes: {},
  };
}

function answerFor(field: Field, word: (stem: string) => string): Value {
  const [option = ''] = field.options ?? [];
  switch (field.kind) {
    case 'one-of':
      return field.options?.[1] ?? '';
    case 'choice':
      return `${option} (${word('remark')})`;
    case 'choices':
      return [option, `Own ${word('category')}`];
    case 'number':
    case 'found':
      return '7';
    case 'ratio':
      return '3/4';
    case 'date':
      return '2026-02-13';
    case 'list':
      return [`First ${word('consequence')} of it`, `Then ${word('consequence')} follows`];
    case 'location':
      return [`pkg/${word('file')}.go:12`, `web/${word('file')}.ts:3-9`];
    case 'code':
      return {
        text: `\`\`\`go\n${word('call')}()\n\n# ${word('shell')}\n\`\`\`\n\nand\n\n\`\`\`sh\nrun ${word('script')}\n\`\`\``,
        language: null,
      };
    case 'checklist':
      return templateItems(field).map((item, at) => ({ ...item, done: at % 2 === 0 }));
    case 'prose':
      return field.id === 'fix' || field.id === 'approach'
        ? `Do ${word('step')} now.\n\n\`\`\`go\n${word('mend')}()\n\`\`\`\n\nThen ${word('check')} it.`
        : `It ${word('happens')} often, and ${word('hurts')} too.`;
    default:
      return `Some ${word('words')} here`;
  }
}
