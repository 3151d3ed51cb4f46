import type { DOMElement } from 'ink';

/** What Ink makes of its tree for the terminal. */
interface Rendered {
  output: string;
  outputHeight: number;
  staticOutput: string;
}

/** Ink's own pieces, which are not exported: one draws a tree, one a part of it, onto cells that become rows. */
interface InkPieces {
  renderer(root: DOMElement, isScreenReaderEnabled: boolean): Rendered;
  renderNodeToOutput(
    node: DOMElement,
    output: unknown,
    at: { offsetX: number; offsetY: number; skipStaticElements: boolean },
  ): void;
  Output: new (size: { width: number; height: number }) => { get(): { output: string } };
}

/** A row as it was drawn, and what decided it: its text, where that begins, and the columns that there are. */
interface Kept {
  parts: readonly unknown[];
  x: number;
  room: number;
  width: number;
  line: string;
}

/**
 * Ink's renderer with a memory: a row that says the same as in the last frame is not drawn anew. Ink draws all cells
 * of a screen for every key; most of them are as they were. A tree that is more than rows of text is left to Ink.
 */
export function keepingRows({ renderer, renderNodeToOutput, Output }: InkPieces): InkPieces['renderer'] {
  const all = new WeakMap<DOMElement, Kept>();

  const lineOf = (node: DOMElement, x: number, width: number): string => {
    const room = node.yogaNode?.getComputedWidth() ?? 0;
    const kept = all.get(node);
    if (kept?.x === x && kept.room === room && kept.width === width && isStill(node, kept.parts))
      return kept.line;
    const output = new Output({ width, height: 1 });
    renderNodeToOutput(node, output, {
      offsetX: x - left(node),
      offsetY: -top(node),
      skipStaticElements: true,
    });
    const line = output.get().output;
    all.set(node, { parts: partsOf(node), x, room, width, line });
    return line;
  };

  return (root, isScreenReaderEnabled) => {
    const width = root.yogaNode?.getComputedWidth() ?? 0;
    const height = root.yogaNode?.getComputedHeight() ?? 0;
    const lines = new Array<string | undefined>(height).fill(undefined);
    /** Draws the rows of a part of the tree; false where there is anything else in it, or a second text in a row. */
    const draw = (node: DOMElement, parentX: number, parentY: number): boolean => {
      if (node.isHidden || node.style.display === 'none') return false;
      const x = parentX + left(node);
      const y = parentY + top(node);
      if (node.nodeName !== 'ink-text')
        return (
          isPlain(node) && node.childNodes.every((child) => child.nodeName !== '#text' && draw(child, x, y))
        );
      if (node.yogaNode?.getComputedHeight() !== 1 || lines[y] !== undefined) return false;
      if (y < height) lines[y] = lineOf(node, x, width);
      return true;
    };
    if (isScreenReaderEnabled || root.staticNode || !draw(root, 0, 0))
      return renderer(root, isScreenReaderEnabled);
    return { output: lines.map((line) => line ?? '').join('\n'), outputHeight: height, staticOutput: '' };
  };
}

const left = (node: DOMElement): number => node.yogaNode?.getComputedLeft() ?? 0;
const top = (node: DOMElement): number => node.yogaNode?.getComputedTop() ?? 0;

/** Whether a box draws nothing itself, and leaves what is in it as it is. */
const isPlain = ({ style }: DOMElement): boolean =>
  !(style.borderStyle || style.backgroundColor || style.contentOffsetX || style.contentOffsetY) &&
  !(style.overflow === 'hidden' || style.overflowX === 'hidden' || style.overflowY === 'hidden');

const end = Symbol('the end of a text');

/** What a text says and how it looks, part by part: its words, and the functions that give them their looks. */
const everyPart = (node: DOMElement, holds: (part: unknown) => boolean): boolean =>
  holds(node.internal_transform) &&
  holds(node.isHidden) &&
  holds(node.style.textWrap) &&
  node.childNodes.every((child) =>
    child.nodeName === '#text' ? holds(child.nodeValue) : everyPart(child, holds),
  ) &&
  holds(end);

function partsOf(node: DOMElement): unknown[] {
  const parts: unknown[] = [];
  everyPart(node, (part) => parts.push(part) > 0);
  return parts;
}

function isStill(node: DOMElement, parts: readonly unknown[]): boolean {
  let at = 0;
  return everyPart(node, (part) => part === parts[at++]);
}
