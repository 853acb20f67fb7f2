import { type PageElement, parentElement } from './page-element.ts';

const CLASS_NAME = /^\s*([A-Za-z_][\w-]{0,40})/;

/** Paths such as body>div.main>p[3], each element's built once from its parent's. */
export function elementPaths(): (element: PageElement) => string {
  const known = new Map<number, string>();
  return (element) => {
    const missing: PageElement[] = [];
    let at: PageElement | null = element;
    while (at && !known.has(at.index)) {
      missing.push(at);
      at = parentElement(at);
    }
    let path = at ? (known.get(at.index) ?? '') : '';
    for (let index = missing.length - 1; index >= 0; index--) {
      const next = missing[index];
      if (!next) continue;
      path = next.name === 'html' ? '' : path === '' ? step(next) : `${path}>${step(next)}`;
      known.set(next.index, path);
    }
    return path;
  };
}

function step(element: PageElement): string {
  if (element.name === 'body') return 'body';
  const token = CLASS_NAME.exec(element.attribs['class'] ?? '')?.[1];
  return `${element.name}${token === undefined ? '' : `.${token}`}[${element.nth}]`;
}
