const set = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/** Code and templates: not text of the page at all. */
export const CODE_TAGS = set('script style template');

/** Read as one piece and never part of the document: fallbacks, drawings, the head. */
export const ASIDE_TAGS = set(
  'noembed noframes iframe object applet audio video canvas svg title datalist rp rt frameset',
);

/** Text inside is not counted when parts of the page are compared. */
export const SILENT_TAGS: ReadonlySet<string> = new Set([...CODE_TAGS, ...ASIDE_TAGS, 'head']);

/** A new line before and after: display block or the like in every browser's stylesheet. */
export const BLOCK_TAGS = set(
  'address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer ' +
    'form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section summary table ' +
    'tbody td tfoot th thead tr ul caption optgroup option select textarea button xmp listing noscript',
);

/** Input controls: their text is the page's interface. */
export const CONTROL_TAGS = set('select option optgroup textarea input');

/** The sets as bits, so that an element's name is looked up once. */
export const TAG = { code: 1, aside: 2, silent: 4, block: 8, control: 16 } as const;

const BITS: ReadonlyMap<string, number> = bitsOf([
  [TAG.code, CODE_TAGS],
  [TAG.aside, ASIDE_TAGS],
  [TAG.silent, SILENT_TAGS],
  [TAG.block, BLOCK_TAGS],
  [TAG.control, CONTROL_TAGS],
]);

function bitsOf(sets: readonly (readonly [number, ReadonlySet<string>])[]): Map<string, number> {
  const bits = new Map<string, number>();
  for (const [bit, names] of sets) {
    for (const name of names) bits.set(name, (bits.get(name) ?? 0) | bit);
  }
  return bits;
}

/** TAG bits of an element with this name. */
export function tagBits(name: string): number {
  return BITS.get(name) ?? 0;
}
