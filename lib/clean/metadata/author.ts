import { cleanAuthor } from './clean-author.ts';
import type { PageFacts } from './page-facts.ts';
import type { PageLines } from './page-lines.ts';
import type { SiteHints } from './strip-site.ts';
import type { Found } from './title.ts';

const AUTHOR_METAS = [
  'author',
  'article:author',
  'parsely-author',
  'sailthru.author',
  'byl',
  'dc.creator',
  'dcterms.creator',
  'dc.contributor',
  'citation_author',
  'article.author',
  'og:article:author',
  'creator',
  'twitter:data1',
];
/** 作者：张三 and its kin anywhere in a short line; a name ends at a blank run, a bar or the next label. */
const HAN_LABEL =
  /(?:作\s{0,4}者|撰文|撰稿人?|文字|楼主|投稿人)\s?[:：]\s?([^\s:：|，,。；;（(【[]{2,20})|(?:^|[\s|(（])文\s?[/／]\s?([^\s:：|，,。；;（(【[]{2,12})|(?:本报|本刊|本网|见习)?记者\s?[:：]?\s?(\p{Script=Han}{2,4})(?=[\s)）|]|$)/u;
const LATIN_LABEL =
  /(?:^|[\s|·•(–—-])(?:by|von|par|por|di|door|text:|autor:|autorin:|author:|auteur\s?:|written by|posted by|verfasst von) ((?:\p{Lu}[\p{L}.'’-]{0,20}|de|von|van|der|den|la|le|di|da|el|al|bin|zu)(?: (?:\p{Lu}[\p{L}.'’-]{0,20}|de|von|van|der|den|la|le|di|da|el|al|bin|zu)){0,4}(?:(?:, | and | & | und | et | y )\p{Lu}[\p{L}.'’-]{0,20}(?: \p{Lu}[\p{L}.'’-]{0,20}){1,3}){0,4})/u;
const LATIN_ANY_CASE =
  /(?:^|[\s|·•(–—-])(?:By|BY|Von|VON|Par|PAR|Por|POR|Di|Door|Text:|Autor:|Autorin:|Author:|Written by|Posted by|Verfasst von|Words by|Story by) /u;
const MAX_NEAR = 3_000;

export interface AuthorInput {
  readonly facts: PageFacts;
  readonly authors: readonly string[];
  readonly line: string;
  readonly lines: PageLines;
  readonly hints: SiteHints;
  /** Characters of the page before the title, -1 if unknown. */
  readonly titleAt: number;
}

/**
 * Who wrote it. Order of trust: JSON-LD, line rules, author elements near the title (itemprop and rel before classes),
 * author metas, a labelled line, author elements elsewhere. Each value is cleaned; the site is nobody.
 */
export function chooseAuthor(input: AuthorInput): Found | null {
  for (const { value, origin } of candidates(input)) {
    const name = cleanAuthor(value, input.hints);
    if (name !== '') return { value: name, origin };
  }
  return null;
}

function* candidates(input: AuthorInput): Generator<Found> {
  const { facts, lines } = input;
  yield { value: input.authors.join('; '), origin: 'json-ld' };
  yield { value: input.line, origin: 'line' };
  for (const key of AUTHOR_METAS) {
    if (
      key === 'twitter:data1' &&
      !/written by|author/i.test(facts.metas.get('twitter:label1')?.[0] ?? '')
    )
      continue;
    yield { value: (facts.metas.get(key) ?? []).join('; '), origin: key };
  }
  const marks = marksByTrust(input);
  for (const value of marks.near) yield { value, origin: 'byline' };
  for (const line of [...lines.head, ...lines.tail]) {
    yield { value: labelled(line), origin: 'line' };
  }
  for (const value of marks.far) yield { value, origin: 'byline' };
}

/** Author elements, the strongest tokens first; near = between a little above the title and the text. */
function marksByTrust({ facts, titleAt }: AuthorInput): { near: string[]; far: string[] } {
  const usable = facts.authors.filter((mark) => mark.text.length > 1 && mark.text.length < 120);
  const strong = (tokens: string): number => {
    if (/(?:^| )author(?: |$)/.test(tokens)) return 0;
    if (/author[-_]?name|authorname|name[-_]author|byline[-_]name/.test(tokens)) return 1;
    return /byline|author|autor|auteur|writer|poster|username/.test(tokens) ? 2 : 3;
  };
  const sorted = [...usable].sort((a, b) => strong(a.tokens) - strong(b.tokens) || a.at - b.at);
  const isNear = (at: number): boolean => titleAt >= 0 && Math.abs(at - titleAt) < MAX_NEAR;
  return {
    near: sorted.filter((mark) => !mark.aside && isNear(mark.at)).map((mark) => mark.text),
    far: sorted
      .filter((mark) => !mark.aside && !isNear(mark.at) && strong(mark.tokens) < 3)
      .map((mark) => mark.text),
  };
}

/** The name a labelled line gives, '' if it gives none. */
function labelled(line: string): string {
  const han = HAN_LABEL.exec(line);
  if (han) return han[1] ?? han[2] ?? han[3] ?? '';
  const lead = LATIN_ANY_CASE.exec(line);
  if (!lead) return '';
  return (
    LATIN_LABEL.exec(
      `${line.slice(0, lead.index)} by ${line.slice(lead.index + lead[0].length)}`,
    )?.[1] ?? ''
  );
}
