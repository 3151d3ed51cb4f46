/** The only file that imports mdast: finds the generic directives in a template. Slow to load, so loaded on demand. */
import type { Nodes } from 'mdast';
import { directiveFromMarkdown } from 'mdast-util-directive';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { directive } from 'micromark-extension-directive';

/** A directive: where it stands in the source (offsets), what it is called, and what it holds. */
export interface Directive {
  /** `text` stands in a line, `leaf` has a line to itself, `container` encloses lines. */
  form: 'text' | 'leaf' | 'container';
  name: string;
  start: number;
  end: number;
  attributes: Record<string, string>;
  /** The source between the brackets. */
  label: string;
  /** The offsets of the lines that a container encloses, without the newline before its end. */
  inner: { start: number; end: number } | null;
  /** The directives that a container encloses. */
  children: Directive[];
  /** Whether it has brackets or braces: `10:am` has neither and is just text. */
  marked: boolean;
}

const forms = { textDirective: 'text', leafDirective: 'leaf', containerDirective: 'container' } as const;

/** Finds the directives of a Markdown text, in order. Never fails: what is no directive is text. */
export function directives(source: string): Directive[] {
  const tree = fromMarkdown(source, {
    extensions: [directive()],
    mdastExtensions: [directiveFromMarkdown()],
  });
  return within(tree, source);
}

function within(node: Nodes, source: string): Directive[] {
  if (!('children' in node)) return [];
  return node.children.flatMap((child) =>
    child.type in forms ? [directiveOf(child, source)] : within(child, source),
  );
}

function directiveOf(node: Nodes, source: string): Directive {
  if (node.type !== 'textDirective' && node.type !== 'leafDirective' && node.type !== 'containerDirective') {
    throw new TypeError(`not a directive: ${node.type}`);
  }
  const start = node.position?.start.offset ?? 0;
  const end = node.position?.end.offset ?? 0;
  const text = source.slice(start, end);
  const form = forms[node.type];
  const attributes = Object.fromEntries(
    Object.entries(node.attributes ?? {}).map(([key, value]) => [key, value ?? '']),
  );
  const head = text.split('\n', 1)[0] ?? '';
  return {
    form,
    name: node.name,
    start,
    end,
    attributes,
    label: form === 'container' ? '' : bracketedText(head.replace(/^:+[\w-]+/, '')),
    inner: form === 'container' ? innerOf(source, start, end) : null,
    children: form === 'container' ? within(node, source) : [],
    marked: /^:+[\w-]+[[{]/.test(head),
  };
}

function bracketedText(text: string): string {
  if (!text.startsWith('[')) return '';
  let depth = 0;
  for (let index = 0; index < text.length; index += 1) {
    if (text[index] === '\\') index += 1;
    else if (text[index] === '[') depth += 1;
    else if (text[index] === ']') depth -= 1;
    if (depth === 0) return text.slice(1, index);
  }
  return '';
}

function innerOf(source: string, start: number, end: number): { start: number; end: number } {
  const first = Math.min(end, source.indexOf('\n', start) + 1 || end);
  const last = source.lastIndexOf('\n', end - 1);
  const closed = /^[ \t]*:{3,}[ \t]*$/.test(source.slice(last + 1, end));
  return { start: first, end: Math.max(first, closed ? last : end) };
}
