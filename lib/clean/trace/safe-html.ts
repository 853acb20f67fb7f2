import { load } from 'cheerio/slim';
import sanitizeHtml from 'sanitize-html';
import type { CleanTrace } from '../clean-trace.ts';
import type { PageElement } from '../dom/page-element.ts';

/** Longer pages are shown as pieces only. */
const MAX_CHARS = 400_000;
/** Class of an element of which nothing is in the document; its reason follows as a class of its own. */
const CUT = 'w-cut';

const TAGS = [
  ...['div', 'span', 'p', 'a', 'br', 'hr', 'center', 'font', 'blockquote', 'pre'],
  ...[
    'h1',
    'h2',
    'h3',
    'h4',
    'h5',
    'h6',
    'ul',
    'ol',
    'li',
    'dl',
    'dt',
    'dd',
    'figure',
    'figcaption',
  ],
  ...['table', 'caption', 'colgroup', 'col', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td'],
  ...[
    'b',
    'strong',
    'i',
    'em',
    'u',
    's',
    'del',
    'ins',
    'sub',
    'sup',
    'small',
    'big',
    'mark',
    'code',
  ],
  ...['kbd', 'samp', 'var', 'cite', 'q', 'abbr', 'time', 'address', 'ruby', 'rt', 'rp', 'wbr'],
  ...['article', 'section', 'main', 'header', 'footer', 'nav', 'aside', 'details', 'summary'],
];
/** Presentation that cannot name an address. */
const LOOKS = [
  'align',
  'valign',
  'width',
  'height',
  'bgcolor',
  'color',
  'size',
  'colspan',
  'rowspan',
];
/** Their text is not the page's. */
const WITHOUT_TEXT = ['script', 'style', 'textarea', 'option', 'noscript', 'template', 'title'];

/**
 * The page as harmless HTML: structure and presentational attributes alone. No script, style, address,
 * image or form survives. Null for text and for pages that are too long.
 */
export function safeHtml(trace: CleanTrace): string | null {
  if (!trace.page) return null;
  markCuts(trace);
  const html = load(trace.page.root, { xml: { xmlMode: false, decodeEntities: false } }).html();
  if (html.length > MAX_CHARS) return null;
  return sanitizeHtml(html, {
    allowedTags: TAGS,
    allowedAttributes: { '*': LOOKS, ol: ['start'], li: ['value'], span: ['data-alt'] },
    allowedClasses: { '*': [CUT, 'w-*'] },
    nonTextTags: WITHOUT_TEXT,
    disallowedTagsMode: 'discard',
    transformTags: {
      img: (_, { alt = '', class: marks = '' }) => ({
        tagName: 'span',
        attribs: { class: `w-image ${marks}`, 'data-alt': alt },
        text: alt,
      }),
      a: (_, { class: marks = '' }) => ({ tagName: 'span', attribs: { class: `w-link ${marks}` } }),
    },
  });
}

/** Marks each element of which all blocks went for one reason; classes of the page are dropped. */
function markCuts({ page, all, cuts, layout }: CleanTrace): void {
  if (!page) return;
  const reasons = new Map<number, string | null>();
  const note = (element: PageElement, reason: string | null): void => {
    const known = reasons.get(element.index);
    reasons.set(element.index, known === undefined || known === reason ? reason : null);
  };
  const kept = new Set(layout.blocks.map(({ where }) => where));
  const whole = cuts.filter(({ from }) => from === 0);
  const cut = new Map(whole.map(({ block, reason }) => [block, reason]));
  for (const block of all) {
    if (!block.element) continue;
    const own = kept.has(block.where) ? null : (cut.get(block) ?? null);
    for (let at: unknown = block.element; isPageElement(at); at = at.parent) note(at, own);
  }
  for (const element of page.elements) {
    const reason = reasons.get(element.index);
    element.attribs['class'] = reason ? `${CUT} w-${reason}` : '';
  }
}

function isPageElement(value: unknown): value is PageElement {
  return typeof value === 'object' && value !== null && 'index' in value && 'attribs' in value;
}
