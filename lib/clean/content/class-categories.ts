/**
 * What the words of class and id attributes say about an element. Words are whole: `tags` is no
 * match for `ag`, `shadow` none for `ad`. A category is a hint, weighed with everything else.
 */
export const LEXICON = {
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

type LexiconCategory = keyof typeof LEXICON;

/** What an element may be for; `prose` is told by several words together, see class-reader. */
export type ClassCategory = LexiconCategory | 'prose';

/** All categories; the place of each is its bit. */
export const CLASS_CATEGORIES: readonly ClassCategory[] = [
  ...(Object.keys(LEXICON) as LexiconCategory[]),
  'prose',
];

const INDEX: ReadonlyMap<string, number> = new Map(
  CLASS_CATEGORIES.map((name, index): [string, number] => [name, index]),
);

/** The bit of a category. */
export const categoryBit = (name: ClassCategory): number => 1 << (INDEX.get(name) ?? 0);
