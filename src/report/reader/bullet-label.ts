/** A line `- Label: …`, its label perhaps in bold. */
export function bulletOf(text: string): { label: string; rest: string } | null {
  // Asked of each line of a report, of which few have one.
  if (!/^[-*+] /.test(text)) return null;
  const found = /^[-*+] +(?:\*\*([^*]+?):?\*\*:?|([^:*]+?):)(?:[ \t]+(.*)|)$/s.exec(text);
  const label = found?.[1] ?? found?.[2];
  return label === undefined ? null : { label, rest: found?.[3] ?? '' };
}
