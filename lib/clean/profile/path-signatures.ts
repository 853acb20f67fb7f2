import { sha256 } from '#lib/model/digest.ts';
import type { Block } from '../block.ts';
import { PageElement, parentElement } from '../dom/page-element.ts';
import { BLOCK_TAGS } from '../dom/tag-sets.ts';

const KEY_DIGITS = 8;
const TOKENS = 3;
/** Steps of a path, from the block upwards: what is further up is the same on all pages. */
const STEPS = 12;
const SPACE = /\s+/;
const DIGIT = /\d/;
const MAX_CLASS = 200;

/**
 * Where a block stands, as it is compared over the pages of a host: tags and class names without digits
 * from the body down, places among siblings left out; null for text without markup. Inline elements
 * count only if they have a class. Each element is read once.
 */
export function pathSignatures(): (block: Block) => string | null {
  const keys = new Map<number, string>();
  const keysOfPaths = new Map<string, string>(); // entries of a list have the same
  const steps = new Map<number, string>();
  const stepOf = (element: PageElement): string => {
    const known = steps.get(element.index);
    if (known !== undefined) return known;
    const step = describe(element);
    steps.set(element.index, step);
    return step;
  };
  return ({ element }) => {
    if (!(element instanceof PageElement)) return null;
    const known = keys.get(element.index);
    if (known !== undefined) return known;
    const path: string[] = [];
    for (let at: PageElement | null = element; at && path.length < STEPS; at = parentElement(at)) {
      const step = stepOf(at);
      if (step !== '') path.push(step);
    }
    const joined = path.join('<');
    const key = keysOfPaths.get(joined) ?? sha256(joined).slice(0, KEY_DIGITS);
    keysOfPaths.set(joined, key);
    keys.set(element.index, key);
    return key;
  };
}

function describe(element: PageElement): string {
  const { name } = element;
  const tokens = (element.attribute('class') ?? '')
    .slice(0, MAX_CLASS)
    .split(SPACE)
    .filter((token) => token !== '' && !DIGIT.test(token))
    .slice(0, TOKENS);
  if (tokens.length === 0 && !BLOCK_TAGS.has(name)) return '';
  return [name, ...tokens].join('.');
}
