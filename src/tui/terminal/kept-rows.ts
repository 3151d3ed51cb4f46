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

/** A text that is the only thing in its row, and the column where it begins. */
interface TextRow {
  node: DOMElement;
  x: number;
}

/**
 * Ink's renderer with a memory: a row that says the same as in the last frame is not drawn anew. Ink draws all cells
 * of a screen for every key; most of them are as they were. A tree that is more than rows of text is left to Ink.
 */
export function keepingRows({ renderer, renderNodeToOutput, Output }: InkPieces): InkPieces['renderer'] {
  const kept = new WeakMap<DOMElement, { made: readonly unknown[]; line: string }>();

  const lineOf = ({ node, x }: TextRow, width: number): string => {
    const made = [width, x, node.yogaNode?.getComputedWidth(), node.style.textWrap, ...contentOf(node)];
    const before = kept.get(node);
    if (before && isSame(before.made, made)) return before.line;
    const output = new Output({ width, height: 1 });
    const offset = { offsetX: x - left(node), offsetY: -top(node) };
    renderNodeToOutput(node, output, { ...offset, skipStaticElements: true });
    const line = output.get().output;
    kept.set(node, { made, line });
    return line;
  };

  return (root, isScreenReaderEnabled) => {
    const rows = isScreenReaderEnabled || root.staticNode ? null : textRows(root);
    if (!rows) return renderer(root, isScreenReaderEnabled);
    const width = root.yogaNode?.getComputedWidth() ?? 0;
    const height = root.yogaNode?.getComputedHeight() ?? 0;
    const lines = Array.from({ length: height }, () => '');
    for (const [y, row] of rows) if (y < height) lines[y] = lineOf(row, width);
    return { output: lines.join('\n'), outputHeight: height, staticOutput: '' };
  };
}

const left = (node: DOMElement): number => node.yogaNode?.getComputedLeft() ?? 0;
const top = (node: DOMElement): number => node.yogaNode?.getComputedTop() ?? 0;

/** The texts of a tree by the rows they are in; null where something else is drawn, or a row has more than one text. */
function textRows(root: DOMElement): Map<number, TextRow> | null {
  const rows = new Map<number, TextRow>();
  const isRows = (node: DOMElement, parentX: number, parentY: number): boolean => {
    if (node.yogaNode?.getDisplay() !== shown) return false;
    const [x, y] = [parentX + left(node), parentY + top(node)];
    if (node.nodeName !== 'ink-text')
      return (
        isPlain(node) && node.childNodes.every((child) => child.nodeName !== '#text' && isRows(child, x, y))
      );
    if (node.yogaNode.getComputedHeight() !== 1 || rows.has(y)) return false;
    rows.set(y, { node, x });
    return true;
  };
  return isRows(root, 0, 0) ? rows : null;
}

/** Yoga's DISPLAY_FLEX. */
const shown = 0;

/** Whether a box draws nothing itself, and leaves what is in it as it is. */
const isPlain = ({ style }: DOMElement): boolean =>
  !(style.borderStyle || style.backgroundColor || style.contentOffsetX || style.contentOffsetY) &&
  ![style.overflow, style.overflowX, style.overflowY].includes('hidden');

/** What a text says and how it looks: its words, and the functions that give them their looks. */
function contentOf(node: DOMElement, into: unknown[] = [node.internal_transform]): unknown[] {
  for (const child of node.childNodes) {
    if (child.nodeName === '#text') into.push(child.nodeValue);
    else {
      into.push(child.internal_transform, child.isHidden);
      contentOf(child, into);
      into.push(null);
    }
  }
  return into;
}

const isSame = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  one.length === other.length && one.every((value, at) => value === other[at]);
