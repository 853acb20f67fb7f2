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

const WORDS: ReadonlyMap<string, number> = new Map(
  Object.entries(LEXICON).flatMap(([, words], category) =>
    words.split(' ').map((word): [string, number] => [word, category]),
  ),
);
/** Words that name the text itself when both kinds meet: article-body, entry-content. */
const SUBJECT = new Set(
  'article entry post story news page main blog detail single text'.split(' '),
);
const SUBSTANCE = new Set('content body text main copy con cont contents inner'.split(' '));
const FUSED = new Set(
  'articlebody articlecontent articletext entrycontent postcontent postbody storybody storycontent maincontent maintext newscontent newstext newsbody pagecontent bodytext bodycontent contentbody contenttext textcontent richtext zhengwen jscontent zoom ucapcontent'.split(
    ' ',
  ),
);

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

const BOUNDARY = /[^a-zA-Z0-9]+|(?<=[a-z0-9])(?=[A-Z])|(?<=[a-zA-Z]{2})(?=\d)/;
const MAX_NAME = 300;

/** Categories by attribute value, remembered for one page. */
export function classReader(): (names: string) => number {
  const known = new Map<string, number>();
  return (names) => {
    const before = known.get(names);
    if (before !== undefined) return before;
    const bits = readNames(names);
    known.set(names, bits);
    return bits;
  };
}

/** Bit set of the categories the words of `names` belong to. */
function readNames(names: string): number {
  let bits = 0;
  for (const token of names.slice(0, MAX_NAME).split(' ')) {
    const words = token.split(BOUNDARY).map((word) => word.toLowerCase());
    for (const word of words) bits |= wordBits(word);
    if (isProseName(words)) bits |= 1 << PROSE;
  }
  return bits;
}

function wordBits(word: string): number {
  const category = WORDS.get(word);
  return (category === undefined ? 0 : 1 << category) | (FUSED.has(word) ? 1 << PROSE : 0);
}

/** A word for what is written and one for its body, in either order and not the same word. */
function isProseName(words: readonly string[]): boolean {
  const substance = words.findIndex((word) => SUBSTANCE.has(word));
  return substance >= 0 && words.some((word, index) => index !== substance && SUBJECT.has(word));
}

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
