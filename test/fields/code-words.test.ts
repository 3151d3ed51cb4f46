import { describe, expect, test } from 'vitest';
import { isCode } from '../../src/fields/code-words.ts';

const go = [
  '_ = server.Start()  // Error ignored',
  'if err != nil {\n\treturn err\n}',
  'x()',
  'func main() {\n\tgo run(1, 2)\n}',
  'import (\n\t"fmt"\n)',
  'defer wg.Done()',
  'rows, err := db.Query(q)\nreturn rows, nil',
  '// only a comment',
  'cases := []struct{ a int }{\n\t{1},\n\t{2},\n}',
];

const words = [
  'The server ignores the error that Start gives',
  'See login() in auth.go: it checks nothing.',
  'for every request, the token is logged\nreturn codes are not checked',
  'Two requests at once (200 users) take 340 ms;',
  '- first, log in\n- then call /api/posts',
  'C++ is not used. a -> b',
  '--- FAIL: TestLogin (0.02s)\n    login_test.go:12: got 200, want 401',
  '',
];

const others = [
  '{\n  "password": "x",\n  "user": "y"\n}',
  'const get = async () => {\n  return fetch(url);\n};',
  'SELECT * FROM users WHERE id = 1;',
  '$ curl -s localhost:8080/metrics',
  'def login(user):\n    return check(user)',
  '<a href="x">y</a>',
  'server:\n  port: 8080',
];

describe('code of Go', () => {
  test.each(go)('is: %s', (text) => expect(isCode(text, 'go')).toBe(true));
  test.each(words)('is not, but words: %s', (text) => expect(isCode(text, 'go')).toBe(false));
  test.each(others)('is not, but of another language: %s', (text) => expect(isCode(text, 'go')).toBe(false));
});

test('code of another language is', () => {
  expect(isCode('const get = async () => {\n  return fetch(url);\n};', 'ts')).toBe(true);
  expect(isCode('Nobody checks what it fetches', 'ts')).toBe(false);
});
