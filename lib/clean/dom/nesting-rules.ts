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
  readonly scope: ReadonlySet<string>;
}

const PARAGRAPH: Rule = { ends: set('p'), scope: PARAGRAPH_SCOPE };
const HEADINGS = set('h1 h2 h3 h4 h5 h6');

const OWN_RULES: ReadonlyMap<string, Rule> = new Map([
  ['li', { ends: set('li'), scope: LIST_SCOPE }],
  ['dt', { ends: set('dt dd'), scope: DEFINITION_SCOPE }],
  ['dd', { ends: set('dt dd'), scope: DEFINITION_SCOPE }],
  ['td', { ends: set('td th'), scope: ROW_SCOPE }],
  ['th', { ends: set('td th'), scope: ROW_SCOPE }],
  ['tr', { ends: set('tr'), scope: TABLE_SCOPE }],
  ['tbody', { ends: set('tbody thead tfoot caption colgroup'), scope: TABLE_SCOPE }],
  ['thead', { ends: set('tbody thead tfoot caption colgroup'), scope: TABLE_SCOPE }],
  ['tfoot', { ends: set('tbody thead tfoot caption colgroup'), scope: TABLE_SCOPE }],
  ['option', { ends: set('option'), scope: SELECT_SCOPE }],
  ['optgroup', { ends: set('option optgroup'), scope: SELECT_SCOPE }],
  ['a', { ends: set('a'), scope: SCOPE }],
  ['button', { ends: set('button'), scope: SCOPE }],
  ['nobr', { ends: set('nobr'), scope: SCOPE }],
  ['rt', { ends: set('rt rp'), scope: set('html ruby rtc') }],
  ['rp', { ends: set('rt rp'), scope: set('html ruby rtc') }],
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
 * or the length of `open` if none does.
 */
export function endedBy(name: string, open: readonly string[]): number {
  let keep = open.length;
  if (CLOSES_PARAGRAPH.has(name)) keep = outermostEnded(PARAGRAPH, open, keep);
  const own = OWN_RULES.get(name);
  if (own) keep = outermostEnded(own, open, keep);
  const last = open[keep - 1];
  if (last !== undefined && HEADINGS.has(name) && HEADINGS.has(last)) keep -= 1;
  return keep;
}

function outermostEnded(rule: Rule, open: readonly string[], length: number): number {
  for (let index = length - 1; index >= 0; index--) {
    const name = open[index] ?? '';
    if (rule.ends.has(name)) return index;
    if (rule.scope.has(name)) return length;
  }
  return length;
}

/** Index of the open element an end tag closes, -1 if the tag is stray. */
export function closedBy(name: string, open: readonly string[]): number {
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
