import { type AnyNode, Text } from 'domhandler';
import { foldWhite } from '../white-space.ts';
import type { PageElement } from './page-element.ts';
import { CODE_TAGS } from './tag-sets.ts';

/** Text under an element, white space folded, scripts left out; iterative. It ends soon after `most` characters. */
export function subtreeText(top: PageElement, most = Number.POSITIVE_INFINITY): string {
  const parts: string[] = [];
  let length = 0;
  let node: AnyNode | null = top.children[0] ?? null;
  while (node && length <= most) {
    if (node instanceof Text) {
      parts.push(node.data);
      length += node.data.length;
    }
    let next: AnyNode | null = null;
    if ('children' in node && !('name' in node && CODE_TAGS.has(node.name))) {
      next = node.children[0] ?? null;
    }
    let at: AnyNode | null = node;
    while (!next && at && at !== top) {
      next = at.next;
      at = at.parent;
    }
    node = next;
  }
  return foldWhite(parts.join('')).trim();
}
