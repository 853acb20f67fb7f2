import { type PageElement, parentElement } from './page-element.ts';

const CLASS_NAME = /^\s*([A-Za-z_][\w-]{0,40})/;

/** Paths such as body>div.main[2]>p[3], each element's built once from its parent's. */
export function elementPaths(): (element: PageElement) => string {
  const known = new Map<number, string>();
  return (element) => {
    const missing: PageElement[] = [];
    let nearest: PageElement | null = element;
    while (nearest && !known.has(nearest.index)) {
      missing.push(nearest);
      nearest = parentElement(nearest);
    }
    let path = nearest ? (known.get(nearest.index) ?? '') : '';
    for (const next of missing.reverse()) {
      path = extend(path, next);
      known.set(next.index, path);
    }
    return path;
  };
}

function extend(path: string, element: PageElement): string {
  if (element.name === 'html') return '';
  return path === '' ? step(element) : `${path}>${step(element)}`;
}

function step(element: PageElement): string {
  if (element.name === 'body') return 'body';
  const token = CLASS_NAME.exec(element.attribute('class') ?? '')?.[1];
  return `${element.name}${token === undefined ? '' : `.${token}`}[${element.nth}]`;
}
