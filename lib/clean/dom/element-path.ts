import { type PageElement, parentElement } from './page-element.ts';

const CLASS_NAME = /^\s*([A-Za-z_][\w-]{0,40})/;

/** Paths such as body>div.main[2]>p[3], each element's built once from its parent's. */
export function elementPaths(): (element: PageElement) => string {
  const known = new Map<number, string>();
  const tokens = new Map<string, string>();
  return (element) => {
    const missing: PageElement[] = [];
    let nearest: PageElement | null = element;
    while (nearest && !known.has(nearest.index)) {
      missing.push(nearest);
      nearest = parentElement(nearest);
    }
    let path = nearest ? (known.get(nearest.index) ?? '') : '';
    for (const next of missing.reverse()) {
      path = extend(path, next, tokens);
      known.set(next.index, path);
    }
    return path;
  };
}

function extend(path: string, element: PageElement, tokens: Map<string, string>): string {
  if (element.name === 'html') return '';
  const said = step(element, tokens);
  return path === '' ? said : `${path}>${said}`;
}

/** `tokens` has what classes that were read before add to a name. */
function step(element: PageElement, tokens: Map<string, string>): string {
  if (element.name === 'body') return 'body';
  const classes = element.attribute('class') ?? '';
  let token = tokens.get(classes);
  if (token === undefined) {
    const first = CLASS_NAME.exec(classes)?.[1];
    token = first === undefined ? '' : `.${first}`;
    tokens.set(classes, token);
  }
  return `${element.name}${token}[${element.nth}]`;
}
