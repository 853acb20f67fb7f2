import { accountAuthor } from './account-author.ts';
import { isChannelWord } from './channel-word.ts';
import { cleanAuthor } from './clean-author.ts';
import { wordKey } from './fold.ts';
import { frameAuthor } from './frame-author.ts';
import { labelledName } from './labelled-name.ts';
import type { Marked } from './marked.ts';
import { isNameShaped } from './name-shape.ts';
import type { PageFacts } from './page-facts.ts';
import type { PageFrame } from './page-frame.ts';
import type { PageLines } from './page-lines.ts';
import type { Found } from './title.ts';
import { distanceTo, isBeside, type TitlePlace } from './title-place.ts';

const AUTHOR_METAS = [
  'author',
  'article:author',
  'parsely-author',
  'sailthru.author',
  'byl',
  'dc.creator',
  'dcterms.creator',
  'dc.contributor',
  'article.author',
  'og:article:author',
  'creator',
  'citation_author',
  'twitter:data1',
];
const TWITTER_AUTHOR = /written by|author|verfasst|écrit/i;
const EXACT_AUTHOR = /(?:^| )(?:author|p-author|fn)(?: |$)/;
const NAME_TOKENS =
  /author[-_]?name|name[-_]author|byline[-_]?name|byline[-_]author|post[-_]?author/;
/** The last is a public account's line of who wrote and when. */
const AUTHOR_TOKENS =
  /byline|author|autor|auteur|writer|poster|username|readname|rich_media_meta_text/;
const NO_AUTHOR = /comment|avatar|image|desc|bio|social|count|follow|powered/;
const BUSINESS =
  /^the |\b(?:blog|news|times|post|magazine|foundation|media|network|team|online|group|inc|ltd|llc|gmbh|company|store|shop|university|institute|press|radio|tv|club|center|centre|academy|studio|journal|daily|weekly)\b/i;
const FULL_NAME = /^\p{Lu}[\p{L}.'’-]*(?: [\p{L}.'’-]+){1,3}$/u;
const HAN = /\p{Script=Han}/u;
const MAX_NEAR = 2_000;
const SAME_BYLINE = 120;
const MAX_MARK = 120;
/** Counters and buttons stand between the title and the card of who opened the thread. */
const MEMBER_BELOW = 100;

export interface AuthorInput {
  readonly facts: PageFacts;
  readonly authors: readonly string[];
  readonly line: string;
  readonly lines: PageLines;
  readonly site: string;
  /** The document's shelves: a name in the head that is one of them is nobody's. */
  readonly shelves: readonly string[];
  readonly place: TitlePlace;
  readonly frame: PageFrame;
  readonly title: string;
  /** Parts of <title> between the document's title and the site's name. */
  readonly headParts: readonly string[];
}

/** Accounts that publish on Chinese sites, where nobody signs so: qxadmin, 某某小助手. */
const STAFF = /^\w{0,12}admin\w{0,4}$|^.{0,8}(?:小助手|小秘书|管理员|客服)$/iu;
/** hwrc as the author of a Chinese page's head: the site's own sign. */
const SITE_SIGN = /^[a-z0-9_]{2,12}$/u;

/**
 * Who wrote it. Order of trust: JSON-LD, line rules, author metas, author elements near the title (itemprop, rel and
 * exact classes before others), a labelled line, author elements elsewhere. Each value is cleaned. The site is nobody,
 * unless it bears a person's full name.
 */
export function chooseAuthor(input: AuthorInput): Found | null {
  for (const { value, origin } of candidates(input)) {
    const names = cleanAuthor(value);
    if (names === '' || isSite(names, input.site)) continue;
    if (!HAN.test(input.title) || !STAFF.test(names)) return { value: names, origin };
  }
  return null;
}

function isSite(name: string, site: string): boolean {
  if (isPublisher(name, site)) return true;
  if (site === '' || wordKey(name) !== wordKey(site)) return false;
  return HAN.test(name) || BUSINESS.test(name) || !FULL_NAME.test(name);
}

/** 网易 of 网易财经: the house whose channel the site is. */
function isPublisher(name: string, site: string): boolean {
  return HAN.test(name) && site.startsWith(name) && isChannelWord(site.slice(name.length));
}

function* candidates(input: AuthorInput): Generator<Found> {
  const { facts, lines } = input;
  yield { value: input.authors.join('; '), origin: 'json-ld' };
  yield { value: input.line, origin: 'line' };
  for (const key of AUTHOR_METAS) {
    if (
      key === 'twitter:data1' &&
      !TWITTER_AUTHOR.test(facts.metas.get('twitter:label1')?.[0] ?? '')
    )
      continue;
    const names = (facts.metas.get(key) ?? []).filter((name) => !isSign(name.trim(), input));
    yield { value: names.join('; '), origin: key };
  }
  const { near, far } = bylines(input);
  for (const value of near) yield { value, origin: 'byline' };
  for (const line of [...lines.head, ...lines.tail])
    yield { value: labelledName(line), origin: 'line' };
  for (const value of far) yield { value, origin: 'byline' };
  const { frame, title, headParts, site, shelves } = input;
  const taken = [site, ...shelves];
  yield { value: accountAuthor(frame), origin: 'line' };
  yield { value: frameAuthor({ frame, title, taken, headParts }), origin: 'line' };
  yield { value: memberNear(input), origin: 'byline' };
}

const isSign = (name: string, { title }: AuthorInput): boolean =>
  HAN.test(title) && SITE_SIGN.test(name);

/** Who opened a thread: the first link to a member below the title. */
function memberNear({ facts, place, site, shelves }: AuthorInput): string {
  if (place.at < 0) return '';
  const first = facts.members.find((mark) => mark.at > place.at && mark.text.trim() !== '');
  if (!first || distanceTo(first, place) > MEMBER_BELOW || first.aside > 0) return '';
  const name = first.text.trim();
  const isTaken = [site, ...shelves].some((one) => wordKey(one) === wordKey(name));
  return isNameShaped(name) && !isTaken ? name : '';
}

/** Texts of author elements, the strongest tokens first; near = not further from the title than a lead. */
function bylines({ facts, place }: AuthorInput): { near: string[]; far: string[] } {
  const usable = facts.authors
    .filter((mark) => mark.text.length > 1 && mark.text.length < MAX_MARK)
    .filter((mark) => isBeside(mark, place) && !NO_AUTHOR.test(mark.tokens))
    .sort((a, b) => rank(a) - rank(b) || a.at - b.at);
  const isNear = (mark: Marked): boolean => place.at >= 0 && distanceTo(mark, place) < MAX_NEAR;
  const near = usable.filter(isNear);
  const far = usable.filter((mark) => !isNear(mark) && rank(mark) < 3);
  return {
    near: near.map((mark) => withColleagues(mark, near)),
    far: far.map((mark) => mark.text),
  };
}

function rank(mark: Marked): number {
  if (EXACT_AUTHOR.test(mark.tokens)) return 0;
  if (NAME_TOKENS.test(mark.tokens)) return 1;
  if (AUTHOR_TOKENS.test(mark.tokens)) return 2;
  return labelledName(mark.text) === '' ? 4 : 3;
}

/** The mark's name and those of elements of its kind right beside it: several authors, one element each. */
function withColleagues(mark: Marked, near: readonly Marked[]): string {
  if (rank(mark) > 1) return rank(mark) > 2 ? labelledName(mark.text) : mark.text;
  const same = near.filter(
    (one) => one.tokens === mark.tokens && Math.abs(one.at - mark.at) < SAME_BYLINE,
  );
  return same.map((one) => one.text).join('; ');
}
