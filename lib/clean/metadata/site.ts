import { isGreeting, isNewsShelf } from './channel-word.ts';
import { fold, likeness, wordKey } from './fold.ts';
import type { PageFacts } from './page-facts.ts';
import type { PageFrame } from './page-frame.ts';
import { isHomeName } from './path-names.ts';
import type { SeenTitle } from './seen-title.ts';
import { isSiteNoun } from './site-lines.ts';
import type { SitePath } from './site-path.ts';
import { SiteVotes } from './site-votes.ts';
import type { Found } from './title.ts';
import { titleParts } from './title-parts.ts';
import { VOTE } from './vote.ts';

const STATED_METAS = ['og:site_name', 'sitename'];
const APP_METAS = ['application-name', 'apple-mobile-web-app-title'];
const SITE_METAS = [...STATED_METAS, ...APP_METAS];
const HOME_WORD =
  /^(?:首页|首頁|主页|主頁|网站首页|網站首頁|回首页|返回首页|home|homepage|startseite|accueil|inicio|index|start|zur startseite|hem|hjem|strona główna|главная|ホーム|トップ|홈)$/iu;
const MAX_SITE = 40;
/** Below this <title> is not the document's title. */
const UNLIKE = 0.3;
const HAN = /\p{Script=Han}/u;
const EDGES = /^[^\p{L}\p{N}]+|[^\p{L}\p{N})）]{1,9}$/gu;
const POWERED = /^powered by|^v?\d[\d.]*$/iu;
const LEAST_TITLE = 3;
const MOST_ADDED = 8;
const COMMA = /[，,]/u;
/** The title is the name of a file there. */
const FILE_TYPE = /^\.(?:docx?|pdf|pptx?|xlsx?|wps|rtf|txt|zip|rar)(?![\p{L}\p{N}])/iu;
const ADDRESS = /^(?:https?:\/\/)?[\w-]+(?:\.[\w-]+)+\/?$/;

/** Names the page states as its site's, before any title is known. */
export function siteNames(facts: PageFacts, published: string, line: string): string[] {
  const metas = SITE_METAS.flatMap((key) => facts.metas.get(key) ?? []);
  return [line, ...metas, published, ...facts.home]
    .map(fold)
    .filter((name) => name !== '' && name.length <= MAX_SITE && !isHomeWord(name));
}

export interface SiteInput {
  readonly facts: PageFacts;
  /** Publisher in JSON-LD. */
  readonly published: string;
  readonly line: string;
  readonly title: string;
  readonly seen: SeenTitle | null;
  readonly frame: PageFrame;
}

/**
 * The site's name: the one it states to machines, else what most of the page agrees on. Most counts <title> beside the document's title, links
 * to the front page, the path's first step, greetings and rights.
 */
export function chooseSite(input: SiteInput): Found | null {
  const { facts, published, line, title } = input;
  const own = statedName(facts, title);
  if (own) return own;
  const votes = new SiteVotes(title);
  votes.vote(facts.account, VOTE.account, 'account');
  for (const key of APP_METAS) votes.vote(facts.metas.get(key)?.[0] ?? '', VOTE.home, key);
  votes.vote(published, VOTE.headTitle, 'json-ld');
  votes.vote(besideTitle(input), VOTE.headTitle, 'head-title');
  votes.vote(titleOfAll(input), VOTE.home, 'head-title');
  for (const name of new Set(facts.home.map(fold)))
    if (isName(name)) votes.vote(name, VOTE.home, 'home-link');
  votes.vote(line, VOTE.weakLine, 'line');
  votes.read(input.frame, pathIn(input.frame));
  return votes.best();
}

/** What the page says to machines is the site's name, unless it is the title. */
function statedName(facts: PageFacts, title: string): Found | null {
  for (const key of STATED_METAS) {
    for (const raw of facts.metas.get(key) ?? []) {
      const value = fold(raw);
      if (isName(value) && wordKey(value) !== wordKey(title)) return { value, origin: key };
    }
  }
  return null;
}

function pathIn({ head }: PageFrame): SitePath | null {
  const paths = head.flatMap(({ path, kept }) => (kept ? [] : [path]));
  return paths.find((path) => path !== null && (path.strong || path.labelled)) ?? null;
}

/** The part of <title> that is not the document's title: the last of several, the first if the title is last. */
function besideTitle({ facts, title, seen }: SiteInput): string {
  if (seen) {
    const after = titleParts(`-${seen.after.replace(FILE_TYPE, '')}`).map(({ text }) => text);
    const before = titleParts(`${seen.before}-`).map(({ text }) => text);
    const first = before.find(isName) ?? '';
    return trimmed(
      after.findLast(isName) ?? (HAN.test(first) ? (first.split(' ')[0] ?? '') : first),
    );
  }
  const parts = titleParts(fold(facts.headTitle)).map((part) => part.text);
  if (parts.length < 2 || title === '') return '';
  const others = parts.filter((part) => !partOf(part, title));
  return others.length === parts.length ? '' : (others.at(-1) ?? '');
}

/** Old sites have one <title> for all of their pages: their name, unless it is a shelf's. */
function titleOfAll({ facts, title, seen }: SiteInput): string {
  const parts = titleParts(fold(facts.headTitle)).filter(
    ({ text }) => !isGreeting(text) && !isNewsShelf(text),
  );
  const [only] = parts;
  if (seen || title === '' || parts.length !== 1 || !only) return '';
  return likeness(only.text, title) < UNLIKE && isName(only.text) ? only.text : '';
}

const trimmed = (part: string): string => withoutSlogan(part.replace(EDGES, ''));

/** 某某百科，人人可编的知识库: the name, and what the site says of itself. */
function withoutSlogan(part: string): string {
  const [name = ''] = part.split(COMMA, 1);
  return isSiteNoun(name) ? name : part;
}

function partOf(part: string, title: string): boolean {
  // 梅干菜烧饼的做法: what sites add to the name of a dish, a poem, a song.
  if (title.length >= LEAST_TITLE && part.startsWith(title)) {
    return part.length - title.length <= MOST_ADDED;
  }
  return likeness(part, title) > 0.85 && wordKey(part).length <= wordKey(title).length * 1.5;
}

function isName(text: string): boolean {
  return (
    text.length > 1 &&
    text.length <= MAX_SITE &&
    !isHomeWord(text) &&
    !ADDRESS.test(text) &&
    !POWERED.test(text)
  );
}

/** A word for the front page in a breadcrumb, which names no site. */
export function isHomeWord(text: string): boolean {
  const said = text.trim();
  return HOME_WORD.test(said) || (said !== '' && isHomeName(said) && !HAN.test(said));
}
