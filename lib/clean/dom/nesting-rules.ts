/**
 * Which start tag ends which open element: the part of the HTML standard's tree construction
 * that decides where text belongs (HTML Living Standard, 13.2.6.4.7 "in body" and the table modes).
 */
const set = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/** Elements that never have content. */
export const VOID_TAGS = set(
  'area base basefont bgsound br col command embed frame hr image img input keygen link meta param source track wbr',
);

/** Start tags that end an open paragraph. */
const CLOSES_PARAGRAPH = set(
  'address article aside blockquote center details dialog dir div dl dd dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hgroup hr li main menu nav ol p pre search section summary table ul xmp',
);

/** A search for an open element stops here: the standard's "scope". */
const SCOPE = set('applet caption html table td th marquee object template');
const PARAGRAPH_SCOPE = set('applet caption html table td th marquee object template button');
const LIST_SCOPE = set('applet caption html table td th marquee object template ol ul menu dir');
const DEFINITION_SCOPE = set('applet caption html table td th marquee object template dl');
const TABLE_SCOPE = set('html table template');
const ROW_SCOPE = set('html table template tbody thead tfoot tr');
const SELECT_SCOPE = set('html select datalist template');

interface Rule {
  /** Open elements the tag ends. */
  readonly ends: ReadonlySet<string>;
  readonly names: readonly string[];
  readonly scope: ReadonlySet<string>;
}

function rule(names: string, scope: ReadonlySet<string>): Rule {
  const ends = set(names);
  return { ends, names: [...ends], scope };
}

const PARAGRAPH = rule('p', PARAGRAPH_SCOPE);
const HEADINGS = set('h1 h2 h3 h4 h5 h6');

const OWN_RULES: ReadonlyMap<string, Rule> = new Map([
  ['li', rule('li', LIST_SCOPE)],
  ['dt', rule('dt dd', DEFINITION_SCOPE)],
  ['dd', rule('dt dd', DEFINITION_SCOPE)],
  ['td', rule('td th', ROW_SCOPE)],
  ['th', rule('td th', ROW_SCOPE)],
  ['tr', rule('tr', TABLE_SCOPE)],
  ['tbody', rule('tbody thead tfoot caption colgroup', TABLE_SCOPE)],
  ['thead', rule('tbody thead tfoot caption colgroup', TABLE_SCOPE)],
  ['tfoot', rule('tbody thead tfoot caption colgroup', TABLE_SCOPE)],
  ['option', rule('option', SELECT_SCOPE)],
  ['optgroup', rule('option optgroup', SELECT_SCOPE)],
  ['a', rule('a', SCOPE)],
  ['button', rule('button', SCOPE)],
  ['nobr', rule('nobr', SCOPE)],
  ['rt', rule('rt rp', set('html ruby rtc'))],
  ['rp', rule('rt rp', set('html ruby rtc'))],
]);

/** End tags that may not reach out of a table cell or the like. */
const FORMATTING = set(
  'b big code em font i nobr s small strike strong tt u span abbr cite q sub sup label',
);
const FORMATTING_SCOPE = set(
  'applet caption html table td th marquee object template address article aside blockquote center ' +
    'details dialog dir div dl dd dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header ' +
    'li main menu nav ol p pre section summary ul',
);
const TABLE_PARTS = set('table tr td th tbody thead tfoot caption');

/**
 * Where the open elements must be cut before `name` starts: index of the element that ends,
 * or the length of `open` if none does. `counts` says how many of each name are open: mostly nothing can end.
 */
export function endedBy(
  name: string,
  open: readonly string[],
  counts: ReadonlyMap<string, number>,
): number {
  let keep = open.length;
  const isOpen = (ended: string): boolean => (counts.get(ended) ?? 0) > 0;
  if (isOpen('p') && CLOSES_PARAGRAPH.has(name)) keep = outermostEnded(PARAGRAPH, open, keep);
  const own = OWN_RULES.get(name);
  if (own?.names.some(isOpen)) keep = outermostEnded(own, open, keep);
  const last = open[keep - 1];
  if (last !== undefined && HEADINGS.has(name) && HEADINGS.has(last)) keep -= 1;
  return keep;
}

function outermostEnded({ ends, scope }: Rule, open: readonly string[], length: number): number {
  for (let index = length - 1; index >= 0; index--) {
    const name = open[index] ?? '';
    if (ends.has(name)) return index;
    if (scope.has(name)) return length;
  }
  return length;
}

/** Index of the open element an end tag closes, -1 if the tag is stray. */
export function closedBy(name: string, open: readonly string[]): number {
  if (open[open.length - 1] === name) return open.length - 1;
  let scope = SCOPE;
  if (TABLE_PARTS.has(name)) scope = TABLE_SCOPE;
  else if (FORMATTING.has(name)) scope = FORMATTING_SCOPE;
  else if (name === 'p') scope = PARAGRAPH_SCOPE;
  else if (name === 'li') scope = LIST_SCOPE;
  for (let index = open.length - 1; index >= 0; index--) {
    const at = open[index] ?? '';
    if (at === name || (HEADINGS.has(name) && HEADINGS.has(at))) return index;
    if (scope.has(at)) return -1;
  }
  return -1;
}
