/**
 * What the page's own stylesheets hide. Only rules a reader of the source can be sure of:
 * selectors of one element (tag, classes, id), no media conditions but screen, last rule wins.
 */
export interface HiddenStyles {
  /** Class → the compound selectors it takes part in. */
  readonly byClass: ReadonlyMap<string, readonly Compound[]>;
  readonly byId: ReadonlySet<string>;
}

interface Compound {
  readonly tag: string | null;
  readonly classes: readonly string[];
}

/** Longer sheets are read up to here: inlined frameworks, not traps. */
const MAX_CSS = 400_000;
const MAX_SELECTORS = 5000;
/** Compound selectors that start with one class: more are a trap. */
const MAX_COMPOUNDS = 40;
const COMMENT = /\/\*[\s\S]*?(?:\*\/|$)/g;
const HIDING =
  /(?:^|[;{\s])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|font-size\s*:\s*(?:0(?:px|em|rem|pt|%)?|[01](?:\.\d{1,2})?p[xt])\s*(?:;|!|$)|opacity\s*:\s*0(?:\.0+)?\s*(?:;|!|$)|text-indent\s*:\s*-\d{3,}|(?:left|top|right|margin-left)\s*:\s*-\d{4,}px)/i;
const SIMPLE_SELECTOR = /^([a-z][a-z0-9]*)?((?:[.#][\w-]+)+)$/i;
const PART = /[.#][\w-]+/g;
const COLOR = /(?:^|;)\s*color\s*:\s*([^;!]+)/i;
const BACKGROUND = /(?:^|;)\s*background(?:-color)?\s*:\s*([^;!]+)/i;
const SHORT_HEX = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/;
const SPACES = /\s+/g;
const NAMED_COLORS: Readonly<Record<string, string>> = { white: '#ffffff', black: '#000000' };

/** Whether declarations (an inline style or the body of a rule) hide their element. */
export function hides(declarations: string): boolean {
  if (declarations.length < 6) return false;
  if (HIDING.test(declarations)) return true;
  const color = normalColor(COLOR.exec(declarations)?.[1]);
  if (color === null) return false;
  return TRANSPARENT.test(color) || color === normalColor(BACKGROUND.exec(declarations)?.[1]);
}

const TRANSPARENT = /^(?:transparent|rgba\(\d+,\d+,\d+,0(?:\.0+)?\))$/;

function normalColor(value: string | undefined): string | null {
  if (value === undefined) return null;
  const color = value.replace(SPACES, '').toLowerCase();
  const short = SHORT_HEX.exec(color);
  if (short) return `#${short[1]}${short[1]}${short[2]}${short[2]}${short[3]}${short[3]}`;
  return NAMED_COLORS[color] ?? color;
}

/** Reads the sheets of a page; linear in their length. */
export function hiddenStyles(sheets: readonly string[]): HiddenStyles {
  const decisions = new Map<string, boolean>();
  for (const sheet of sheets) {
    readSheet(sheet.slice(0, MAX_CSS).replace(COMMENT, ' '), decisions);
    if (decisions.size > MAX_SELECTORS) break;
  }
  const byClass = new Map<string, Compound[]>();
  const byId = new Set<string>();
  for (const [selector, isHidden] of decisions) {
    if (isHidden) addSelector(selector, byClass, byId);
  }
  return { byClass, byId };
}

function addSelector(selector: string, byClass: Map<string, Compound[]>, byId: Set<string>): void {
  const match = SIMPLE_SELECTOR.exec(selector);
  const parts = match?.[2]?.match(PART) ?? [];
  const classes = parts.filter((part) => part.startsWith('.')).map((part) => part.slice(1));
  const id = parts.find((part) => part.startsWith('#'));
  const first = classes[0];
  if (id !== undefined && classes.length === 0) byId.add(id.slice(1));
  if (first === undefined || id !== undefined) return;
  const list = byClass.get(first) ?? [];
  const tag = match?.[1]?.toLowerCase() ?? null;
  if (list.length < MAX_COMPOUNDS) list.push({ tag, classes });
  byClass.set(first, list);
}

/** Rules at the top level and inside plain `@media screen`/`@layer`; other at-rules are skipped. */
function readSheet(css: string, decisions: Map<string, boolean>): void {
  let position = 0;
  while (position < css.length) {
    const open = css.indexOf('{', position);
    if (open < 0) return;
    const prelude = css.slice(position, open);
    const start = Math.max(prelude.lastIndexOf(';'), prelude.lastIndexOf('}')) + 1;
    const selectors = prelude.slice(start).trim();
    if (selectors.startsWith('@')) {
      position = ENTERED.test(selectors) ? open + 1 : endOfBlock(css, open);
      continue;
    }
    const close = css.indexOf('}', open);
    const end = close < 0 ? css.length : close;
    noteRule(selectors, css.slice(open + 1, end), decisions);
    position = end + 1;
  }
}

function noteRule(selectors: string, body: string, decisions: Map<string, boolean>): void {
  const isHidden = hides(body);
  if (!isHidden && !SHOWS.test(body)) return;
  for (const selector of selectors.split(',')) {
    const name = selector.trim();
    if (SIMPLE_SELECTOR.test(name) && (isHidden || decisions.has(name))) {
      decisions.set(name, isHidden);
    }
  }
}

const ENTERED = /^@(?:media\s+(?:only\s+)?(?:screen|all)\s*$|layer\b)/i;
const SHOWS = /display\s*:|visibility\s*:|opacity\s*:|font-size\s*:/i;

function endOfBlock(css: string, open: number): number {
  let depth = 0;
  for (let at = open; at < css.length; at++) {
    const char = css.charCodeAt(at);
    if (char === 123) depth += 1;
    else if (char === 125 && --depth === 0) return at + 1;
  }
  return css.length;
}

/** Whether the sheets hide an element of this name by its classes. */
export function isHiddenByStyles(
  styles: HiddenStyles,
  name: string,
  classes: readonly string[],
): boolean {
  for (const token of classes) {
    for (const compound of styles.byClass.get(token) ?? []) {
      if (compound.tag !== null && compound.tag !== name) continue;
      if (compound.classes.every((needed) => classes.includes(needed))) return true;
    }
  }
  return false;
}
