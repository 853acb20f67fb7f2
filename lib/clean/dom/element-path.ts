import { type PageElement, parentElement } from './page-element.ts';

const CLASS_NAME = /^\s*([A-Za-z_][\w-]{0,40})/;

/** Paths such as body>div.main[2]>p[3], each element's built once from its parent's. */
export function elementPaths(): (element: PageElement) => string {
  /** By element index. */
  const known: (string | undefined)[] = [];
  const tokens = new Map<string, string>();
  return (element) => {
    const missing: PageElement[] = [];
    let nearest: PageElement | null = element;
    while (nearest && known[nearest.index] === undefined) {
      missing.push(nearest);
      nearest = parentElement(nearest);
    }
    let path = nearest ? (known[nearest.index] ?? '') : '';
    for (let next = missing.pop(); next; next = missing.pop()) {
      path = extend(path, next, tokens);
      known[next.index] = path;
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
