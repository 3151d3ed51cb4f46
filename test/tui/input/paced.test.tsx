import { type Key, render, Text, useInput, usePaste } from 'ink';
import { useState } from 'react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { pacedStdin } from '../../../src/tui/input/paced.ts';
import { Terminal } from '../terminal.ts';

const open: { unmount(): void }[] = [];
afterEach(() => {
  for (const app of open.splice(0)) app.unmount();
});

function start(node: React.ReactElement) {
  const stdin = new Terminal();
  const stdout = new Terminal();
  const app = render(node, {
    stdin: pacedStdin(stdin.asInput),
    stdout: stdout.asOutput,
    exitOnCtrlC: false,
    patchConsole: false,
    interactive: true,
  });
  open.push(app);
  return { stdin, app };
}

/** Says every key and paste it hears, and counts keys by the state it had when it was last drawn. */
function Listener({ heard }: { heard: string[] }) {
  const [count, setCount] = useState(0);
  useInput((input, key) => {
    heard.push(`${count}:${nameOf(input, key)}`);
    setCount(count + 1);
  });
  usePaste((text) => {
    heard.push(`paste:${text}`);
  });
  return <Text>{count}</Text>;
}

function nameOf(input: string, key: Key): string {
  const name = (['upArrow', 'downArrow', 'escape', 'return', 'pageDown', 'backspace'] as const).find(
    (one) => key[one],
  );
  return `${key.ctrl ? 'ctrl+' : ''}${key.meta ? 'alt+' : ''}${name ?? input}`;
}

const heardFrom = async (...reads: (string | Buffer)[]): Promise<string[]> => {
  const heard: string[] = [];
  const { stdin } = start(<Listener heard={heard} />);
  for (const read of reads) {
    stdin.write(read);
    await new Promise((resolve) => setImmediate(resolve));
  }
  stdin.write('.');
  await vi.waitFor(() => expect(heard.at(-1)).toMatch(/^\d+:\.$/), { timeout: 20_000 });
  return heard.slice(0, -1);
};

describe('paced standard input', () => {
  test('much text with line breaks in one read is a paste, also when the terminal does not mark pastes', async () => {
    const code = 'func main() {\r\tif err := run(); err != nil {\r\t\tlog.Fatal(err)\r\t}\r}\r'.repeat(4);
    const rest = '// the end\r';
    const heard: string[] = [];
    const { stdin } = start(<Listener heard={heard} />);
    stdin.write(code);
    await new Promise((resolve) => setImmediate(resolve));
    stdin.write(rest);
    await vi.waitFor(() => expect(heard).toEqual([`paste:${code}${rest}`]));
  });

  test('text without line breaks, and a few lines typed ahead with Enter and Tab, are keys', async () => {
    expect(await heardFrom('x'.repeat(60))).toHaveLength(60);
    expect(await heardFrom(`${'x'.repeat(60)}\r`)).toHaveLength(61);
    expect(await heardFrom('ab\rcd\re')).toHaveLength(7);
    expect(await heardFrom(`${'x'.repeat(60)}\ry\tz`.repeat(3))).toHaveLength(192);
  });

  test('every key of one read meets the state that the key before it made', async () => {
    const heard = await heardFrom('ab\x1b[A\r\x7f\x1bx\x07漢');
    expect(heard).toEqual([
      '0:a',
      '1:b',
      '2:upArrow',
      '3:return',
      '4:backspace',
      '5:alt+x',
      '6:ctrl+g',
      '7:漢',
    ]);
  });

  test('a thousand keys in one write are all heard, in order', async () => {
    const heard = await heardFrom('\x1b[Bx'.repeat(500));
    expect(heard).toHaveLength(1000);
    expect(heard.at(-1)).toBe('999:x');
    expect(heard.at(-2)).toBe('998:downArrow');
  });

  test('a paste is one event, whatever is in it and however it is cut', async () => {
    const text = 'func main() {\r\n\tprintln("\x1b[31m 漢👍")\x03\n}\x1b';
    const bytes = Buffer.from(`a\x1b[200~${text}\x1b[201~b`);
    const reads = Array.from({ length: Math.ceil(bytes.length / 3) }, (_, index) =>
      bytes.subarray(index * 3, index * 3 + 3),
    );
    expect(await heardFrom(...reads)).toEqual(['0:a', `paste:${text}`, '1:b']);
  });

  test('the rest of a key that comes while the program is busy belongs to it', async () => {
    const heard: string[] = [];
    const { stdin } = start(<Listener heard={heard} />);
    stdin.write('\x1b');
    await new Promise((resolve) => setImmediate(resolve));
    setImmediate(() => stdin.write('[B'));
    const end = performance.now() + 60;
    while (performance.now() < end);
    await vi.waitFor(() => expect(heard).toEqual(['0:downArrow']));
  });

  test('a character cut over two reads is put together', async () => {
    const bytes = Buffer.from('👍');
    expect(await heardFrom(bytes.subarray(0, 1), bytes.subarray(1))).toEqual(['0:👍']);
  });

  test('Escape by itself is heard after a moment, and keys after it are no chord', async () => {
    const heard: string[] = [];
    const { stdin } = start(<Listener heard={heard} />);
    stdin.write('\x1b');
    await vi.waitFor(() => expect(heard).toEqual(['0:escape']));
    stdin.write('x');
    await vi.waitFor(() => expect(heard).toEqual(['0:escape', '1:x']));
  });

  test('keys of kitty’s protocol are heard as what they are', async () => {
    expect(await heardFrom('\x1b[97;5u\x1b[27u\x1b[13u\x1b[97;1:3u\x1b[1;3A')).toEqual([
      '0:ctrl+a',
      '1:escape',
      '2:return',
      '3:alt+upArrow',
    ]);
  });

  test('raw mode is the terminal’s own, and ends with the screen', async () => {
    const { stdin, app } = start(<Listener heard={[]} />);
    await vi.waitFor(() => expect(stdin.raw).toBe(true));
    app.unmount();
    await vi.waitFor(() => expect(stdin.raw).toBe(false));
    expect(stdin.listenerCount('readable')).toBe(0);
  });
});
