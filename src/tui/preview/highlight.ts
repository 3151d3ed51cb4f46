import hljs from 'highlight.js/lib/core';
import bash from 'highlight.js/lib/languages/bash';
import css from 'highlight.js/lib/languages/css';
import diff from 'highlight.js/lib/languages/diff';
import dockerfile from 'highlight.js/lib/languages/dockerfile';
import go from 'highlight.js/lib/languages/go';
import ini from 'highlight.js/lib/languages/ini';
import javascript from 'highlight.js/lib/languages/javascript';
import json from 'highlight.js/lib/languages/json';
import makefile from 'highlight.js/lib/languages/makefile';
import python from 'highlight.js/lib/languages/python';
import sql from 'highlight.js/lib/languages/sql';
import typescript from 'highlight.js/lib/languages/typescript';
import xml from 'highlight.js/lib/languages/xml';
import yaml from 'highlight.js/lib/languages/yaml';
import { type Row, seg, type Tone } from '../row.ts';

const languages = {
  bash,
  css,
  diff,
  dockerfile,
  go,
  ini,
  javascript,
  json,
  makefile,
  python,
  sql,
  typescript,
  xml,
  yaml,
};
for (const [name, language] of Object.entries(languages)) hljs.registerLanguage(name, language);

const tones: Record<string, Tone> = {
  keyword: 'keyword',
  literal: 'keyword',
  built_in: 'accent',
  type: 'accent',
  title: 'accent',
  name: 'accent',
  attr: 'accent',
  section: 'bold',
  string: 'done',
  regexp: 'done',
  addition: 'done',
  deletion: 'critical',
  comment: 'dim',
  meta: 'dim',
};

/** Code in its colours, a line for each of its own; null when the language is not known. */
export function highlighted(code: string, language: string): Row[] | null {
  if (!hljs.getLanguage(language)) return null;
  const { value } = hljs.highlight(code, { language, ignoreIllegals: true });
  const lines: Row[] = [[]];
  const open: Tone[] = [];
  // Nothing but spans of classes and five entities: see the HTML renderer of highlight.js.
  for (const [, name, close, text] of value.matchAll(/<span class="([^"]*)">|(<\/span>)|([^<]+)/g)) {
    if (close) open.pop();
    else if (name !== undefined) open.push(toneOf(name) ?? open.at(-1) ?? 'plain');
    else {
      const rows = plain(text ?? '').split('\n');
      for (const [index, row] of rows.entries()) {
        if (index > 0) lines.push([]);
        if (row !== '') lines.at(-1)?.push(seg(row, open.at(-1) ?? 'plain'));
      }
    }
  }
  return lines;
}

const toneOf = (name: string): Tone | undefined => tones[/^hljs-(\w+)/.exec(name)?.[1] ?? ''];

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'" };

const plain = (html: string): string =>
  html.replace(/&(amp|lt|gt|quot|#x27);/g, (_, name: string) => entities[name] ?? '');
