import { isChannelWord } from './channel-word.ts';
import { cleanTitle } from './clean-title.ts';
import { isEdition } from './edition-name.ts';
import { fold, keyLikeness, wordKey } from './fold.ts';
import type { Marked } from './marked.ts';
import type { PageFacts } from './page-facts.ts';
import { isSiteName, type SiteHints, stripSite, stripSuffix } from './strip-site.ts';
import { titleParts } from './title-parts.ts';

export interface Found {
  readonly value: string;
  readonly origin: string;
}

export interface TitleInput {
  readonly facts: PageFacts;
  readonly headline: string;
  /** What a line of the page said is the title. */
  readonly line: string;
  /** First heading block of the document, '' if none. */
  readonly firstHeading: string;
  readonly hints: SiteHints;
  /** A line that <title> has in it as a whole. */
  readonly seen: Found | null;
}

/** Two spellings of one title share this much. */
const SAME = 0.75;
const META_TITLES = [
  'articletitle',
  'og:title',
  'twitter:title',
  'dc.title',
  'dcterms.title',
  'citation_title',
  'headline',
  'title',
];
const MAX_TITLE = 300;
const BADGE = 3;
const HAN = /\p{Script=Han}/u;

/**
 * The document's title. Order of trust: a heading the reader sees that agrees with what the head says
 * (<title>, Open Graph, JSON-LD); the head's own forms without the site's name; the only h1; the line rules' title.
 * Never the site's name; '' if there is none.
 */
export function chooseTitle(input: TitleInput): Found {
  const { value, origin } = likeliestTitle(input);
  return { value: asOneLine(value, input.facts.headTitle), origin };
}

function likeliestTitle(input: TitleInput): Found {
  const references = referencesOf(input);
  const seen = input.seen && !isSiteName(input.seen.value, input.hints) ? input.seen : null;
  // Where words are written with blanks, headings that say the title in other words are as common.
  if (seen && HAN.test(seen.value)) return { value: seen.value, origin: seen.origin };
  const heading = headingLike(input, references);
  if (heading) return { ...heading, value: withoutBadge(heading.value, references) };
  if (seen) return { value: seen.value, origin: seen.origin };
  const line = fold(input.line);
  if (line !== '') return { value: line, origin: 'line' };
  const only = onlyHeading(input, references.length === 0);
  if (only) return only;
  const reference = references[0];
  if (reference) return { ...reference, value: cleanTitle(reference.value) };
  const first = fold(input.firstHeading);
  return first !== '' && !isSiteName(first, input.hints)
    ? { value: first, origin: 'heading' }
    : { value: '', origin: '' };
}

/** A long title that was broken into lines has a blank there that <title> has not. */
function asOneLine(said: string, headTitle: string): string {
  const title = said.replace(BEHIND_PARTICLE, '');
  const joined = title.replace(BETWEEN_HAN, '');
  return joined !== title && fold(headTitle).includes(joined) ? joined : title;
}

/** No title has a blank behind such a word. */
const BEHIND_PARTICLE = /(?<=[的和与及暨]) (?=\p{Script=Han})/gu;
const BETWEEN_HAN = /(?<=\p{Script=Han}) (?=\p{Script=Han})/gu;

/** A heading's badge (原创, 热) is no part of the title that the head gives without it. */
function withoutBadge(heading: string, references: readonly Found[]): string {
  const bare = references.find(({ value }) => {
    const rest = heading.length - value.length;
    return heading.startsWith(value) && rest > 0 && rest <= BADGE;
  });
  return cleanTitle(bare?.value ?? heading);
}

/** The head's forms of the title without the site's name, most particular first. */
function referencesOf({ facts, headline, hints }: TitleInput): Found[] {
  const raw: Found[] = [{ value: headline, origin: 'json-ld' }];
  for (const key of META_TITLES) {
    for (const value of (facts.metas.get(key) ?? []).slice(0, 2)) raw.push({ value, origin: key });
  }
  raw.push({ value: facts.headTitle, origin: 'head-title' });
  return raw
    .map(({ value, origin }) => ({
      value:
        origin === 'head-title' ? stripSuffix(fold(value), hints) : stripSite(fold(value), hints),
      origin,
    }))
    .filter(({ value }) => value.length > 1 && !isSiteName(value, hints) && !isShelfTitle(value));
}

/** 新闻动态--某某学会官网, 某某晚报数字版: a <title> that all pages of the shelf share. */
export function isShelfTitle(title: string): boolean {
  if (isEdition(title)) return true;
  const [first, ...others] = titleParts(title);
  return others.length === 1 && first !== undefined && isChannelWord(first.text);
}

/** The heading that says what the head says: h1 before others, the closest likeness first. */
function headingLike(input: TitleInput, references: readonly Found[]): Found | null {
  let best: { mark: Marked; score: number } | null = null;
  const keys = [...new Set(references.map(({ value }) => wordKey(value)))];
  for (const mark of input.facts.headings) {
    if (mark.text.length >= MAX_TITLE) continue;
    const own = wordKey(mark.text);
    const like = Math.max(0, ...keys.map((key) => agreement(own, key)));
    if (like < SAME || !usable(mark.text, input.hints)) continue;
    const score = like + headingBonus(mark);
    if (!best || score > best.score) best = { mark, score };
  }
  if (!best) return null;
  return { value: best.mark.text, origin: best.mark.tag === 'h1' ? 'h1' : 'heading' };
}

/**
 * Likeness, lowered where the two differ much in length: a menu word is part of many titles, and a heading that
 * says much more than the head does is another heading.
 */
function agreement(own: string, reference: string): number {
  const [a, b] = [own.length, reference.length];
  const ratio = Math.min(a, b) / Math.max(1, a, b);
  if (ratio < (a > b ? 0.5 : 0.25)) return 0;
  const contained = own.includes(reference) || reference.includes(own);
  // Texts this unlike in length cannot share enough pairs to count as the same.
  if (!contained && ratio < 0.6) return 0;
  return (contained ? 1 : keyLikeness(own, reference)) * (0.8 + 0.2 * ratio);
}

function headingBonus(mark: Marked): number {
  const level = mark.tag === 'h1' ? 0.3 : mark.tag === 'h2' ? 0.1 : 0;
  return level - (mark.aside > 0 ? 0.3 : 0);
}

/** The page's only h1, if it is not the site's name. */
function onlyHeading(input: TitleInput, anyLevel: boolean): Found | null {
  const h1 = input.facts.headings.filter(
    (mark) => mark.tag === 'h1' && mark.aside === 0 && usable(mark.text, input.hints),
  );
  const [first] = h1;
  if (!first || (h1.length > 1 && !anyLevel)) return null;
  return { value: first.text, origin: 'h1' };
}

function usable(text: string, hints: SiteHints): boolean {
  return text.length > 1 && text.length < MAX_TITLE && !isSiteName(text, hints);
}
