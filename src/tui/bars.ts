import { padEnd } from '../text/width.ts';
import { type Row, seg, type Tone } from './row.ts';

/** A bar of so many columns for a share from 0 to 1: full only when all is done, begun as soon as anything is. */
export function gauge(share: number, width: number): Row {
  const bounded = Math.max(0, Math.min(1, share));
  const near = Math.round(bounded * width);
  const full = bounded >= 1 ? width : bounded > 0 ? Math.min(Math.max(1, near), Math.max(0, width - 1)) : 0;
  return [seg('█'.repeat(full), bounded >= 1 ? 'done' : 'plain'), seg('░'.repeat(width - full), 'dim')];
}

export interface Bar {
  label: string;
  count: number;
  tone?: Tone;
}

/** Counts as bars on one scale: "high    ████ 4". Each count above 0 has a bar, and the count stands beside it. */
export function bars(all: readonly Bar[], labels: number, width: number): Row[] {
  const most = Math.max(1, ...all.map((bar) => bar.count));
  const scale = Math.min(1, width / most);
  return all.map(({ label, count, tone = 'plain' }) => [
    seg(padEnd(label, labels)),
    seg('█'.repeat(count > 0 ? Math.max(1, Math.round(count * scale)) : 0), tone),
    seg(`${count > 0 ? ' ' : ''}${count}`, count > 0 ? 'answer' : 'dim'),
  ]);
}
