import { type ChildNode, isTag, type ParentNode } from 'domhandler';

const PICTURES = new Set(['img', 'svg', 'i']);
/** Links with pictures between them, from home down; a menu has its links side by side. */
const PATH = /^p*a(?:p+a){1,7}p*$/;
const MOST_CHILDREN = 24;

/** Is this element a way through the site whose signs between the steps are pictures? */
export function isPicturedPath(element: ParentNode): boolean {
  if (element.children.length > MOST_CHILDREN) return false;
  return PATH.test(element.children.map(signOf).join(''));
}

/** a: a link, p: a picture, x: anything else; nothing for blanks. */
function signOf(node: ChildNode): string {
  if (node.type === 'text') return node.data.trim() === '' ? '' : 'x';
  if (!isTag(node)) return '';
  if (node.name === 'a') return 'a';
  return PICTURES.has(node.name) ? 'p' : 'x';
}
