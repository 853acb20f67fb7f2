import { type PageElement, parentElement } from '../dom/page-element.ts';
import type { Place } from './places.ts';
import { textBefore, textOf } from './text-of.ts';

/** An element that may say something about the document, and where it stood in the page. */
export interface Marked {
  readonly text: string;
  /** datetime, content or title attribute: the machine's form of the text. */
  readonly value: string;
  /** class, id, itemprop and rel, lower case, blanks between. */
  readonly tokens: string;
  readonly tag: string;
  /** Characters of the page before it: the distance between two marks is measured in them. */
  readonly at: number;
  /** Which footer, aside, comment, related list or card it stands in, the innermost; 0 = none. */
  readonly aside: number;
  /** The last words of the page before it: what it may be labelled with. */
  readonly before: string;
  /** Part of a link that says more: the day of an entry in a list. */
  readonly isOfEntry: boolean;
}

const NAMING = ['class', 'id', 'itemprop', 'rel'];
const MAX_CHARS = 300;
export const ISO_START = /^\d{4}-\d\d/;

/** A mark that reads its element only when asked: most marks are too far from the title to be asked. */
export class ElementMark implements Marked {
  readonly at: number;
  readonly aside: number;
  readonly tag: string;
  private readonly element: PageElement;
  private readonly repair: (text: string) => string;
  private readonly apart: boolean;
  private ownText: string | null = null;

  /** `apart`: what neighbouring elements say is parted by blanks, as a name is from a rank in a box beside it. */
  constructor(element: PageElement, place: Place, repair: (text: string) => string, apart = false) {
    this.element = element;
    this.repair = repair;
    this.apart = apart;
    this.tag = element.name;
    this.at = place.at;
    this.aside = place.aside;
  }

  get text(): string {
    this.ownText ??= this.repair(textOf(this.element, MAX_CHARS, this.apart));
    return this.ownText;
  }

  get value(): string {
    const title = this.element.attribute('title') ?? '';
    const said = this.element.attribute('datetime') ?? this.element.attribute('content');
    return said ?? (ISO_START.test(title) ? title : '');
  }

  get tokens(): string {
    const said = NAMING.map((name) => this.element.attribute(name) ?? '');
    return said.join(' ').toLowerCase();
  }

  get before(): string {
    return textBefore(this.element);
  }

  get isOfEntry(): boolean {
    let at = parentElement(this.element);
    for (let steps = 0; at && steps < MAX_STEPS; steps += 1) {
      if (at.name === 'a') return textOf(at, MAX_CHARS).length > this.text.length + LEAST_TITLE;
      at = parentElement(at);
    }
    return false;
  }
}

const MAX_STEPS = 4;
const LEAST_TITLE = 1;
