import type { DOMElement } from 'ink';

/** What Ink makes of its tree for the terminal. */
interface Rendered {
  output: string;
  outputHeight: number;
  staticOutput: string;
}

/**
 * Ink's own pieces, which are not exported: one draws a tree, one a part of it, onto cells that become rows; the others
 * give the text of a node with its styles, without anything else that a terminal obeys, and its columns.
 */
interface InkPieces {
  renderer(root: DOMElement, isScreenReaderEnabled: boolean): Rendered;
  renderNodeToOutput(
    node: DOMElement,
    output: unknown,
    at: { offsetX: number; offsetY: number; skipStaticElements: boolean },
  ): void;
  Output: new (size: { width: number; height: number }) => { get(): { output: string } };
  squashTextNodes(node: DOMElement): string;
  measureText(text: string): { width: number };
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
 * of a screen for every key; most of them are as they were. And a text that has its row to itself, and room there, is
 * that row: no cells are made of it. A tree that is more than rows of text is left to Ink.
 */
export function keepingRows(ink: InkPieces): InkPieces['renderer'] {
  const all = new WeakMap<DOMElement, Kept>();

  const lineOf = (node: DOMElement, x: number, width: number): string => {
    const room = node.yogaNode?.getComputedWidth() ?? 0;
    const kept = all.get(node);
    if (kept?.x === x && kept.room === room && kept.width === width && isStill(node, kept.parts))
      return kept.line;
    const line = (x === 0 ? textAlone(node, room) : null) ?? drawn(node, x, width);
    all.set(node, { parts: partsOf(node), x, room, width, line });
    return line;
  };

  /** The text of a node as it stands in a row of its own; null where that is not all that Ink makes of it. */
  const textAlone = (node: DOMElement, room: number): string | null => {
    const text = ink.squashTextNodes(node);
    if (ink.measureText(text).width > room || unseen.test(text)) return null;
    return (node.internal_transform?.(text, 0) ?? text).trimEnd();
  };

  /** A node as Ink draws it, in the row that it is in. */
  const drawn = (node: DOMElement, x: number, width: number): string => {
    const output = new ink.Output({ width, height: 1 });
    const offset = { offsetX: x - left(node), offsetY: -top(node) };
    ink.renderNodeToOutput(node, output, { ...offset, skipStaticElements: true });
    return output.get().output;
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
      return ink.renderer(root, isScreenReaderEnabled);
    return { output: lines.map((line) => line ?? '').join('\n'), outputHeight: height, staticOutput: '' };
  };
}

/** What Ink leaves out. */
const unseen = /\p{Default_Ignorable_Code_Point}/u;

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
