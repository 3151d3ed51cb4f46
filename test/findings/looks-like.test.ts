import { expect, test } from 'vitest';
import { looksLike } from '../../src/findings/importing/looks-like.ts';
import { k6Data, samples } from '../measurements/samples.ts';

test.each([...Object.entries(samples), ['k6-summary', k6Data]])(
  'a file of %s is offered to be imported',
  (format, text) => {
    expect(looksLike(text)).toBe(format);
  },
);

test.each([
  '',
  '# Notes\n\n1. one\n',
  '{"name":"app","version":"1.0.0"}',
  'package main\n\nfunc main() {}\n',
])('other files are not: %s', (text) => expect(looksLike(text)).toBeNull());
