/** "CRITICAL-1, CRITICAL-2 and 3 more". */
export function named(names: readonly string[], most = 3): string {
  const shown = names.length > most + 1 ? names.slice(0, most) : names;
  const left = names.length - shown.length;
  if (left > 0) return `${shown.join(', ')} and ${left} more`;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}

/** All names, as short as it goes: "HIGH-1 to HIGH-5 and LOW-2", "Owner (3) and Deadline". At most eight are told. */
export function namesInARow(names: string[]): string {
  const parts: { first: string; last: string; count: number; often: number }[] = [];
  const byName = new Map<string, number>();
  for (const name of names) byName.set(name, (byName.get(name) ?? 0) + 1);
  for (const [name, often] of byName) {
    const run = parts.at(-1);
    if (run && often === 1 && isNext(run.last, name)) {
      run.last = name;
      run.count += 1;
    } else parts.push({ first: name, last: name, count: 1, often });
  }
  const told = parts.flatMap(({ first, last, count, often }) => {
    if (often > 1) return `${first} (${often})`;
    return count < 3 ? (count === 1 ? first : [first, last]) : `${first} to ${last}`;
  });
  return named(told, 7);
}

/** Whether a name is that of the issue right after another one: HIGH-3 after HIGH-2. */
function isNext(before: string, name: string): boolean {
  const [, word, number] = /^(.*-)(\d+)$/.exec(before) ?? [];
  return word !== undefined && name === `${word}${Number(number) + 1}`;
}
