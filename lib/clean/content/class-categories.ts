/**
 * What the words of class and id attributes say about an element. Words are whole: `tags` is no
 * match for `ag`, `shadow` none for `ad`. A category is a hint, weighed with everything else.
 */
const LEXICON = {
  navigation:
    'nav navbar navigation navi topnav subnav mainnav sitenav leftnav navmenu menu menus submenu megamenu dropdown menubar skip daohang',
  breadcrumb:
    'breadcrumb breadcrumbs crumb crumbs bread mbx weizhi position location path pathway dqwz curpos',
  footer:
    'footer foot ft bottom copyright colophon legal siteinfo bottombar imprint impressum disclaimer footnav prefooter subfooter bottommenu',
  header: 'header masthead topbar hd logo brand branding siteheader toolbar top banner',
  sidebar:
    'sidebar side aside rail widget widgets secondary sidebars rightbar leftbar rightcol leftcol rightside sidenav sidepanel sidecol complementary',
  comments:
    'comment comments commentlist commentform respond reply replies discuss disqus pinglun guestbook responses talkback livefyre',
  related:
    'related recommend recommended recommendation recommendations recommends similar readnext also trending popular hot hotnews latest recent suggested suggestions outbrain taboola mgid xiangguan tuijian rank ranking paihang morefrom crosssell upsell xg moreposts relatedposts teaser teasers promos mostread newsflow feedlist',
  share:
    'share sharing shares social socials sns follow bdshare bdsharebuttonbox addthis addtoany jiathis sharethis facebook twitter pinterest whatsapp weibo wechat weixin qrcode qr erweima sharebar sharedaddy sociallinks fenxiang',
  advertisement:
    'ad ads adv advert adverts advertisement advertising advertorial adsense adsbygoogle sponsor sponsored sponsors promo promotion promotions dfp gpt guanggao adbox adslot adwrap adunit gg partner partners affiliate',
  meta: 'meta byline dateline timestamp date time datetime pubdate pubtime published posted postmeta entrymeta articlemeta info infos postinfo source laiyuan readtime reading views hits updated modified',
  author:
    'author authors bio biography vcard profile avatar writer editor contributor authorbox userinfo user username',
  tags: 'tag tags tagcloud keywords category categories topics labels taxonomy terms hashtags',
  account:
    'newsletter subscribe subscription subscriber signup login signin register account paywall regwall cookie cookies consent gdpr ccpa onetrust privacy modal popup overlay dialog lightbox toast alert notification optin mailchimp leadform',
  media:
    'caption figcaption credit gallery slideshow carousel slider slick swiper video player audio podcast photo photos thumb thumbnail lightgallery copyright',
  content:
    'content contents article body text txt entry post story main page detail details description desc richtext rich rte markdown prose zhengwen neirong news blog wysiwyg copy',
  product:
    'product products price prices pricing sku cart basket buy wishlist stock shipping delivery variant variants swatch swatches qty quantity addtocart purchase compare shop',
  review:
    'review reviews rating ratings star stars testimonial testimonials feedback yotpo bazaarvoice trustpilot',
  item: 'item items card cards grid list listing listings tile tiles result results feed row col column columns',
  forum:
    'thread threads message messages topic answer answers question questions qa postbody postcontent cooked bbs forum postlist posts signature sig postrow poster',
  pager:
    'pagination pager pages paging pagenav pagenumbers prev next previous fenye prevnext pagelist loadmore showmore',
  contents: 'toc tableofcontents outline index jump jumplinks onthispage anchors',
  tools:
    'tools actions action buttons button btn btns vote votes voting controls control print permalink copylink edit report like likes upvote stats counter toggle icon icons',
  invisible:
    'hidden hide sr sronly visuallyhidden screenreader screenreadertext offscreen invisible noprint assistive clip',
  filter:
    'search searchbox searchform filter filters facet facets sort sorting refine form forms field fields input select option options',
  accordion: 'faq faqs accordion collapse collapsible tab tabs tabpanel panel panels expander',
  action: 'cta hero jumbotron promo call callout highlight promobox teaserbox announcement',
  title:
    'title headline heading subtitle lead standfirst intro summary excerpt deck subhead kicker abstract lede',
} as const satisfies Record<string, string>;

export const CLASS_CATEGORIES = [...Object.keys(LEXICON), 'prose'] as const;
const PROSE = CLASS_CATEGORIES.length - 1;

/** Words that name the text itself when both kinds meet: article-body, entry-content. */
const SUBJECT = 'article entry post story news page main blog detail single text';
const SUBSTANCE = 'content body text main copy con cont contents inner';
const FUSED =
  'articlebody articlecontent articletext entrycontent postcontent postbody storybody storycontent maincontent maintext newscontent newstext newsbody pagecontent bodytext bodycontent contentbody contenttext textcontent richtext zhengwen jscontent zoom ucapcontent';

const IS_SUBJECT = 1 << (PROSE + 1);
const IS_SUBSTANCE = 1 << (PROSE + 2);
const CATEGORIES = IS_SUBJECT - 1;

/** What each known word says: bits of categories, and whether it is a subject or a substance. */
const WORDS: ReadonlyMap<string, number> = wordBits();

function wordBits(): Map<string, number> {
  const bits = new Map<string, number>();
  const categories = new Map<string, number>();
  Object.values(LEXICON).forEach((words, category) => {
    for (const word of words.split(' ')) categories.set(word, 1 << category);
  });
  const add = (words: Iterable<string>, bit: (word: string) => number): void => {
    for (const word of words) bits.set(word, (bits.get(word) ?? 0) | bit(word));
  };
  add(categories.keys(), (word) => categories.get(word) ?? 0);
  add(FUSED.split(' '), () => 1 << PROSE);
  add(SUBJECT.split(' '), () => IS_SUBJECT);
  add(SUBSTANCE.split(' '), () => IS_SUBSTANCE);
  return bits;
}

/** Lengths that known words with a first letter have, as bits: most words need no look-up. */
const LETTER_A = 97;
const LENGTHS: Int32Array = lengthsByLetter();

function lengthsByLetter(): Int32Array {
  const lengths = new Int32Array(26);
  for (const word of WORDS.keys()) {
    const letter = word.charCodeAt(0) - LETTER_A;
    lengths[letter] = (lengths[letter] ?? 0) | (1 << word.length);
  }
  return lengths;
}

const TAG_CATEGORY: Readonly<Record<string, keyof typeof LEXICON>> = {
  nav: 'navigation',
  footer: 'footer',
  header: 'header',
  aside: 'sidebar',
  form: 'filter',
  figure: 'media',
  figcaption: 'media',
  time: 'meta',
  menu: 'navigation',
  dialog: 'account',
  button: 'tools',
};
const ROLE_CATEGORY: Readonly<Record<string, keyof typeof LEXICON>> = {
  navigation: 'navigation',
  contentinfo: 'footer',
  banner: 'header',
  complementary: 'sidebar',
  search: 'filter',
  dialog: 'account',
  menu: 'navigation',
  menubar: 'navigation',
  toolbar: 'tools',
  button: 'tools',
  tablist: 'accordion',
};
const INDEX: ReadonlyMap<string, number> = new Map(
  CLASS_CATEGORIES.map((name, index): [string, number] => [name, index]),
);

const MAX_NAME = 300;
const MAX_WORD = 31;

/** Categories by attribute value, remembered for one page. */
export function classReader(): (names: string) => number {
  const known = new Map<string, number>();
  return (names) => {
    const before = known.get(names);
    if (before !== undefined) return before;
    const bits = readNames(names.slice(0, MAX_NAME));
    known.set(names, bits);
    return bits;
  };
}

/** What the words of one token have said so far. */
interface Token {
  bits: number;
  subjects: number;
  substances: number;
  /** The first substance is a subject too: it is no other word than itself. */
  isBoth: boolean;
}

/** Bit set of the categories the words of `names` belong to. */
function readNames(names: string): number {
  let bits = 0;
  let from = 0;
  while (from <= names.length) {
    const space = names.indexOf(' ', from);
    const to = space < 0 ? names.length : space;
    if (to > from) bits |= readToken(names, from, to);
    from = to + 1;
  }
  return bits;
}

/** Words of a token are parted at marks, before a capital and before digits that follow two letters. */
function readToken(names: string, start: number, end: number): number {
  const token = { bits: 0, subjects: 0, substances: 0, isBoth: false };
  let from = start;
  let before = OTHER;
  let isDouble = false;
  for (let at = start; at < end; at += 1) {
    const kind = kindOf(names.charCodeAt(at));
    const parts = startsWord(kind, before, isDouble);
    if (parts || kind === OTHER) readWord(names, from, at, token);
    if (kind === OTHER) from = at + 1;
    else if (parts) from = at;
    isDouble = isLetter(kind) && isLetter(before);
    before = kind;
  }
  readWord(names, from, end, token);
  const { subjects, substances, isBoth } = token;
  const isProse = substances > 0 && subjects > (isBoth ? 1 : 0);
  return (token.bits & CATEGORIES) | (isProse ? 1 << PROSE : 0);
}

function startsWord(kind: number, before: number, isDouble: boolean): boolean {
  if (kind === CAPITAL) return before === SMALL || before === DIGIT;
  return kind === DIGIT && isDouble;
}

function readWord(names: string, from: number, to: number, token: Token): void {
  const length = to - from;
  if (length < 1 || length > MAX_WORD) return;
  const letter = (names.charCodeAt(from) | 32) - LETTER_A;
  if ((((LENGTHS[letter] ?? 0) >> length) & 1) === 0) return;
  const bits = WORDS.get(names.slice(from, to).toLowerCase()) ?? 0;
  token.bits |= bits;
  if ((bits & IS_SUBJECT) !== 0) token.subjects += 1;
  if ((bits & IS_SUBSTANCE) === 0) return;
  if (token.substances === 0) token.isBoth = (bits & IS_SUBJECT) !== 0;
  token.substances += 1;
}

const OTHER = 0;
const DIGIT = 1;
const SMALL = 2;
const CAPITAL = 3;

function kindOf(code: number): number {
  if (code >= 97 && code <= 122) return SMALL;
  if (code >= 65 && code <= 90) return CAPITAL;
  return code >= 48 && code <= 57 ? DIGIT : OTHER;
}

const isLetter = (kind: number): boolean => kind >= SMALL;

/** Bit set of the categories a tag and a role stand for. */
export function tagCategories(tag: string, role: string | undefined): number {
  const byTag = TAG_CATEGORY[tag];
  const byRole = role === undefined ? undefined : ROLE_CATEGORY[role];
  let bits = 0;
  if (byTag !== undefined) bits |= 1 << (INDEX.get(byTag) ?? 0);
  if (byRole !== undefined) bits |= 1 << (INDEX.get(byRole) ?? 0);
  return bits;
}

/** The bit of a category. */
export const categoryBit = (name: (typeof CLASS_CATEGORIES)[number]): number =>
  1 << (INDEX.get(name) ?? 0);
