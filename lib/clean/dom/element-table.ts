import { type PageElement, parentElement } from './page-element.ts';

/**
 * What every pass over a page's elements asks of each of them, as numbers by `PageElement.index`: a dozen passes ask,
 * and an array answers sooner than a walk through objects or a look-up of a text.
 */
export interface ElementTable {
  /** Index of the parent, -1 at the top. */
  readonly up: Int32Array;
  /** Number of the value of its class attribute, 0 for none or an empty one: elements of one kind have the same. */
  readonly classOf: Int32Array;
  /** The values by number. */
  readonly classes: readonly string[];
  /** The elements of a name, in their order: who looks for a few need not walk through all. */
  readonly named: (name: ListedName) => readonly PageElement[];
}

const LISTED = [
  'title',
  'base',
  'meta',
  'style',
  'script',
  'article',
  'form',
  'input',
  'textarea',
  'a',
  'table',
] as const;
type ListedName = (typeof LISTED)[number];

/** One pass over the elements. */
export function elementTable(elements: readonly PageElement[]): ElementTable {
  const up = new Int32Array(elements.length);
  const classOf = new Int32Array(elements.length);
  const classes = [''];
  const numbers = new Map<string, number>();
  const lists = new Map<string, PageElement[]>(LISTED.map((name) => [name, []]));
  for (let index = 0; index < elements.length; index += 1) {
    const element = elements[index];
    if (!element) continue;
    up[index] = parentElement(element)?.index ?? -1;
    lists.get(element.name)?.push(element);
    const value = element.held.length === 0 ? undefined : element.attribute('class');
    if (!value) continue;
    let number = numbers.get(value);
    if (number === undefined) {
      number = classes.length;
      numbers.set(value, number);
      classes.push(value);
    }
    classOf[index] = number;
  }
  return { up, classOf, classes, named: (name) => lists.get(name) ?? [] };
}

/** What `read` says of each class value, by number; each value is read when it is first asked for. */
export function ofClasses<T>(
  { classes }: ElementTable,
  read: (value: string) => T,
): (number: number) => T {
  const known = new Array<{ readonly value: T } | undefined>(classes.length).fill(undefined);
  return (number) => {
    const before = known[number];
    if (before) return before.value;
    const value = read(classes[number] ?? '');
    known[number] = { value };
    return value;
  };
}
