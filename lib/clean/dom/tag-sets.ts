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
