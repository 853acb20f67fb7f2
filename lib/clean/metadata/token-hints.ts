import { type ElementTable, ofClasses } from '../dom/element-table.ts';
import type { PageElement } from '../dom/page-element.ts';

/** What an element's class, id, itemprop or rel suggests it holds: bits, so that one number says all. */
export const HINT = {
  title: 1,
  date: 2,
  author: 4,
  crumb: 8,
  aside: 16,
  account: 32,
  shelf: 64,
} as const;

const PATTERNS: readonly (readonly [number, RegExp])[] = [
  [
    HINT.title,
    /headline|(?:^|[\s_-])(?:title|tit|biaoti|subject)(?:[\s_-]|$)|activity-name|[a-z]title(?:[\s_-]|$)/,
  ],
  [HINT.date, /date|time|publi|posted|info|meta|pub-|stamp|datum|fecha|zeit|riqi|shijian/],
  [
    HINT.author,
    /author|byline|writer|autor|auteur|redact|creator|contributor|zuozhe|username|poster|readname|(?:^|[\s_-])by(?:[\s_-]|$)|(?:^| )rich_media_meta_text(?: |$)/,
  ],
  [
    HINT.crumb,
    /crumb|(?:^|[\s_-])bread(?:[\s_-]|$)|(?:^|[\s_-])path(?:[\s_-]|$)|position|location|weizhi|(?:^| )(?:loc|where|dqwz|lujing|curpos|cur-pos|nav-path)(?: |$)/,
  ],
  [
    HINT.aside,
    /(?:^|[\s_-])(?:related|recommend\w*|comments?|comment-\w+|sidebar|(?<!(?:entry|post|article)[_-])footer|foot|widget|teasers?|cards?|promo|popular|trending|newsletter|reply|replies|respond|tuijian|xiangguan|ranking|carousel|latest|recent\w*|disqus|author-(?:bio|box|info))(?:[\s_-]|$)/,
  ],
  [
    HINT.shelf,
    /(?:^|[\s_-])(?:category-name|cat-name|cat-links?|post-cat|post-category|entry-category|topic-category)(?:[\s_-]|$)/,
  ],
  [HINT.account, /(?:^| )(?:js_name|profile_nickname|account_nickname)(?: |$)/],
];

/** Without one of these no pattern matches: most classes are spared the search. */
const MAYBE =
  /tit|head|biaoti|subj|activ|date|time|publ|post|info|meta|pub-|stamp|datum|fecha|zeit|riqi|shijian|author|by|writ|aut|redact|creat|contrib|zuozhe|user|readname|cat|crumb|bread|path|posit|locat|weizhi|loc|where|dqwz|lujing|cur-?pos|relat|recom|comm|side|foot|widget|teas|card|promo|popular|trend|news|repl|respond|tuijian|xiangguan|rank|carou|latest|recent|disqus|js_name|nickname|rich_media_meta/;
/** Attributes longer than this are data, not names. */
const MAX_TOKENS = 400;

/**
 * The hints of the elements of one page. A page repeats few attribute values on many elements, so each value is
 * matched once.
 */
export class TokenHints {
  private readonly known = new Map<string, number>();
  private readonly classOf: Int32Array;
  private readonly ofClass: (number: number) => number;

  constructor(table: ElementTable) {
    this.classOf = table.classOf;
    this.ofClass = ofClasses(table, (value) => this.match(value));
  }

  of(element: PageElement): number {
    const { held } = element;
    if (held.length === 0) return 0;
    const number = this.classOf[element.index] ?? 0;
    let hints = number === 0 ? 0 : this.ofClass(number);
    for (let at = 0; at < held.length; at += 2) {
      const name = held[at];
      const isName = name === 'id';
      if (!isName && name !== 'itemprop' && name !== 'rel') continue;
      const said = this.match(held[at + 1] ?? '');
      hints |= isName ? said : said & ~HINT.aside;
    }
    return hints;
  }

  private match(value: string): number {
    if (value === '') return 0;
    const known = this.known.get(value);
    if (known !== undefined) return known;
    const tokens = value.slice(0, MAX_TOKENS).toLowerCase();
    let hints = 0;
    if (MAYBE.test(tokens)) hints = matched(tokens);
    this.known.set(value, hints);
    return hints;
  }
}

function matched(tokens: string): number {
  let hints = 0;
  for (const [bit, pattern] of PATTERNS) if (pattern.test(tokens)) hints |= bit;
  return hints;
}
