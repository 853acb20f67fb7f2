import { type Block, blockText } from '../block.ts';
import type { ParsedPage } from '../dom/parse-page.ts';
import { isSection } from '../lines/begins-inside.ts';
import type { LineFacts } from '../lines/line-rules.ts';
import { chooseAuthor } from './author.ts';
import { chooseCategory } from './category.ts';
import { withChapter } from './chapter-title.ts';
import { declaredUrl } from './declared-url.ts';
import { detectLanguage } from './detect-language.ts';
import { type DocumentLd, documentLd } from './document-ld.ts';
import { fieldOrigins, lineOrigins } from './field-origins.ts';
import { fold, wordKey } from './fold.ts';
import { frameTitle } from './frame-title.ts';
import { hostOf } from './host-of.ts';
import { languageSample } from './language-sample.ts';
import { isMonthFirst } from './month-first.ts';
import { emptyFacts, type PageFacts, pageFacts } from './page-facts.ts';
import { EMPTY_FRAME, type PageFrame, pageFrame } from './page-frame.ts';
import { pageLines } from './page-lines.ts';
import { choosePublishedAt } from './published-at.ts';
import { robotsDirectives } from './robots.ts';
import { isOwner, seenTitle } from './seen-title.ts';
import { titleOrPlace } from './shelf-title.ts';
import { chooseSite, siteNames } from './site.ts';
import { siteHints } from './strip-site.ts';
import { textFields } from './text-fields.ts';
import { chooseTitle, type Found, isShelfTitle } from './title.ts';
import { middleParts } from './title-parts.ts';
import { titlePlace } from './title-place.ts';
import { withWideBlanks } from './wide-blanks.ts';

export interface Metadata {
  title: string;
  author: string | null;
  publishedAt: string | null;
  site: string | null;
  category: string[];
  language: string | null;
  declaredUrl: string | null;
  page: number | null;
  pageCount: number | null;
  /** Field → where its value came from. */
  origins: Record<string, string>;
  /** robots directives of the page's own meta tags. */
  robots: string[];
}

export interface MetadataInput {
  /** null for text input. */
  readonly page: ParsedPage | null;
  /** All blocks of the page, repaired. */
  readonly all: readonly Block[];
  /** The document's blocks. */
  readonly kept: readonly Block[];
  readonly facts: LineFacts;
  readonly url: string | null;
  /** Undoes damage to characters in strings outside the blocks. */
  readonly repairText: (text: string) => string;
}

const HAN = /\p{Script=Han}/u;

/**
 * The document's fields and where each came from. Text input has only the line rules' facts. In a page the order of
 * trust is written at each field's function; what a line says of the document wins for site, category, page and date.
 */
export function readMetadata(input: MetadataInput): Metadata {
  const { url, repairText } = input;
  const line = input.page ? input.facts : textFields(input.all, input.kept, input.facts);
  const said = saidBy(line);
  const page = input.page ? pageFacts(input.page, repairText, hostOf(url)) : emptyFacts();
  const ld = repairedLd(documentLd(page.jsonLd), repairText);
  const frame = input.page ? pageFrame(input.all, input.kept) : EMPTY_FRAME;
  const stated = siteNames(page, ld.site, said.site);
  const headTitle = fold(page.headTitle);
  const keys = new Set(stated.map(wordKey));
  const isOwners = isOwner(headTitle, frame);
  const seen = isOwners ? null : seenTitle(headTitle, page.headings, frame, keys);
  const chosen = chooseTitle({
    facts: page,
    headline: ld.headline,
    line: said.title,
    firstHeading: headingOf(input.kept),
    hints: siteHints(stated, hostOf(url)),
    seen: titleOrPlace(seen, frame, () => titleByPlace(page, frame, isOwners)),
  });
  const found = chosen.value === '' ? (lineByPlace(frame) ?? chosen) : chosen;
  const title = { ...found, value: withChapter(found.value, frame) };
  const site = input.page
    ? chooseSite({
        facts: page,
        published: ld.site,
        line: said.site,
        title: title.value,
        seen,
        frame,
      })
    : textSite(said.site);
  const place = titlePlace(page, title.value);
  const lines = pageLines(input.page ? input.all : [], input.kept, title.value);
  const category = chooseCategory(page, ld, line.category ?? [], {
    title: title.value,
    site: site?.value ?? '',
    lines: lines.head,
    repair: repairText,
    frame,
    homes: page.home,
    place,
  });
  const author = chooseAuthor({
    facts: page,
    authors: ld.authors,
    line: said.author,
    lines,
    site: site?.value ?? '',
    shelves: category.value,
    place,
    frame,
    title: title.value,
    headParts: seen ? middleParts(seen.after) : [],
  });
  const publishedAt = choosePublishedAt({
    facts: page,
    published: ld.published,
    modified: ld.modified,
    line: said.publishedAt,
    lines,
    url,
    place,
    monthFirst: isMonthFirst(page.lang, url),
    frame,
  });
  const address = declaredUrl(page, said.declaredUrl, url);
  return {
    title: withWideBlanks(title.value, input.all),
    author: valueIn(author),
    publishedAt: valueIn(publishedAt),
    site: valueIn(site),
    category: category.value,
    language: detectLanguage(languageSample(input.kept, title.value), page.lang),
    declaredUrl: valueIn(address),
    page: line.page ?? null,
    pageCount: line.pageCount ?? null,
    origins: {
      ...fieldOrigins({ title, author, publishedAt, site, category, declaredUrl: address }),
      ...lineOrigins(line),
    },
    robots: robotsDirectives(page),
  };
}

const STRINGS = ['title', 'author', 'publishedAt', 'site', 'declaredUrl'] as const;

/** What the line rules say, '' where they are silent. */
function saidBy(line: LineFacts): Record<(typeof STRINGS)[number], string> {
  const said = STRINGS.map((field) => [field, line[field] ?? ''] as const);
  return Object.fromEntries(said) as Record<(typeof STRINGS)[number], string>;
}

const textSite = (name: string): Found | null =>
  name === '' ? null : { value: name, origin: 'line' };

/** A page without any heading, or whose <title> is a shelf's or its owner's, may still have a line that stands as titles do. */
function titleByPlace(
  { headings, headTitle }: PageFacts,
  frame: PageFrame,
  isOwners: boolean,
): Found | null {
  const said = fold(headTitle);
  const isUntitled = headings.length === 0 || isShelfTitle(said) || isOwners;
  return isUntitled ? lineByPlace(frame) : null;
}

function lineByPlace(frame: PageFrame): Found | null {
  const found = frameTitle(frame, '');
  return found && HAN.test(found.value) ? { value: found.value, origin: 'line' } : null;
}

const valueIn = (found: Found | null): string | null => found?.value ?? null;

function repairedLd(ld: DocumentLd, repair: (text: string) => string): DocumentLd {
  return {
    ...ld,
    headline: repair(fold(ld.headline)),
    authors: ld.authors.map(repair),
    site: repair(ld.site),
    breadcrumb: ld.breadcrumb.map(repair),
    section: ld.section.map(repair),
  };
}

function headingOf(kept: readonly Block[]): string {
  const at = kept.findIndex((block) => block.kind === 'heading');
  const heading = kept[at];
  return heading && !isSection(heading, kept.slice(at + 1)) ? fold(blockText(heading)) : '';
}
