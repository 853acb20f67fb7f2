import type { Element } from 'domhandler';
import { fold, likeness, wordKey } from './fold.ts';
import type { Marked } from './marked.ts';
import type { PageFacts } from './page-facts.ts';
import type { PageFrame } from './page-frame.ts';
import { namesIn } from './page-links.ts';
import { pageShelves } from './page-paths.ts';
import { type PathContext, shelvesOf } from './path-names.ts';
import { ARROW } from './path-signs.ts';
import { isHomeWord } from './site.ts';
import { textOf } from './text-of.ts';
import { isBeside, type TitlePlace } from './title-place.ts';

export interface FoundList {
  readonly value: string[];
  readonly origin: string;
}

const SECTION_METAS = [
  'columnname',
  'article:section',
  'articlesection',
  'category',
  'section',
  'columntype',
];
const LEAD =
  /^(?:您?(?:现在|現在|当前|當前|所在)?的?(?:所在)?位置(?:是|在)?|你的位置|目前位置|you are here|sie sind hier|vous êtes ici|estás en|location)\s?[:：]?\s?/iu;
const SEPARATOR = new RegExp(
  `\\s{0,4}(?:${ARROW}|\\||┊|\\s\\/\\s|\\s-\\s|\\s·\\s|\\\\)\\s{0,4}`,
  'u',
);
const PATH_SEPARATOR = new RegExp(`\\s{0,4}(?:${ARROW}|\\s\\/\\s)\\s{0,4}`, 'u');
const BODY_WORD =
  /^(?:正文(?:\s.{1,8})?|内容|內容|内容阅读|阅读正文|文章内容|浏览文章|详细信息|查看信息|详情|article|current page|post)$/iu;
/** Characters between the title and a link to its shelf; a list of all shelves has more links. */
const CHIP_ABOVE = 40;
const CHIP_BELOW = 200;
const MOST_CHIPS = 3;
const SHELF_LINE = /cat-links|(?:post|entry)-categor/;
const SHELF_LABEL =
  /^(?:发布于|發布於|分类|分類|文章分类|目录|posted in|categor(?:y|ies)|filed under)\s?[:：]?\s?/iu;
const SHELF_JOINT = /[、,，]/u;
const MAX_LEVELS = 8;
const MAX_NAME = 40;

/**
 * The shelves the document stands on, from general to particular, without home, site and title.
 * Order of trust: line rules, JSON-LD breadcrumb, breadcrumb elements, a line that is a path from the site to the title,
 * section metas.
 */
export function chooseCategory(
  facts: PageFacts,
  ld: { breadcrumb: readonly string[]; section: readonly string[] },
  line: readonly string[],
  known: {
    readonly title: string;
    readonly site: string;
    /** Lines around the title. */
    readonly lines: readonly string[];
    readonly repair: (text: string) => string;
    readonly frame: PageFrame;
    /** Texts of links to the front page. */
    readonly homes: readonly string[];
    readonly place: TitlePlace;
  },
): FoundList {
  const context = {
    title: known.title,
    sites: [known.site, ...known.homes].filter((name) => name !== ''),
  };
  const path = pageShelves(known.frame.head, context);
  // The page's path has been read against its own last step: read again, its shelf might be taken for the title.
  const stated = tidy((path ?? []).map(fold));
  if (stated.length > 0) return { value: stated, origin: 'breadcrumb' };
  const sources: FoundList[] = [
    { value: [...ld.breadcrumb], origin: 'json-ld' },
    { value: [...line], origin: 'line' },
    ...facts.crumbs.map((element) => ({
      value: crumbNames(element, known.repair),
      origin: 'breadcrumb',
    })),
    { value: chipNames(facts, known.place), origin: 'shelf-link' },
    ...known.lines.map((text) => ({ value: pathNames(text, known), origin: 'breadcrumb' })),
    { value: [...ld.section], origin: 'json-ld' },
    ...SECTION_METAS.map((key) => ({ value: facts.metas.get(key) ?? [], origin: key })),
  ];
  for (const { value, origin } of sources) {
    const names = shelves(value, context);
    if (names.length > 0) return { value: names, origin };
  }
  return { value: [], origin: '' };
}

/** Links to shelves right below the title, or above it: blogs and forums without a path. */
function chipNames({ shelves }: PageFacts, place: TitlePlace): string[] {
  if (place.at < 0) return [];
  const near = shelves.filter((mark) => {
    const away = mark.at - place.at;
    return isBeside(mark, place) && away > -CHIP_ABOVE && away < CHIP_BELOW;
  });
  const chips = near.length > 0 ? near : belowDocument(shelves, place);
  return chips.length > MOST_CHIPS ? [] : chips.flatMap(namesOf);
}

/** Blogs name the shelves below the document, too; lists of several documents do so below each. */
function belowDocument(shelves: readonly Marked[], place: TitlePlace): readonly Marked[] {
  const lines = shelves.filter((mark) => isBeside(mark, place) && isShelfLine(mark));
  return lines.length === 1 ? lines : [];
}

/** 分类 修修补补、旧物 */
function namesOf(mark: Marked): string[] {
  if (!isShelfLine(mark)) return [mark.text];
  return mark.text.replace(SHELF_LABEL, '').split(SHELF_JOINT);
}

const isShelfLine = ({ tag, tokens }: Marked): boolean => tag === 'span' && SHELF_LINE.test(tokens);

/** 请点击“文件→页面设置”: a hint has arrows too. */
const HINT = /请(?:点击|选择|使用|按)/u;
const isHint = (name: string): boolean =>
  name.lastIndexOf('“') > name.lastIndexOf('”') || HINT.test(name);

/** Names without home, site, title, "正文" and what is too long to be a shelf; each once. */
function shelves(raw: readonly string[], context: PathContext): string[] {
  if (raw.some(isHint)) return [];
  const path = { names: raw.map(fold), labelled: true, shelf: false, strong: true, bar: false };
  return tidy(shelvesOf(path, context).names);
}

function tidy(names: readonly string[]): string[] {
  if (names.some(isHint)) return [];
  const kept: string[] = [];
  for (const name of names) {
    if (name === '' || name.length > MAX_NAME || kept.includes(name)) continue;
    if (!isHomeWord(name) && !BODY_WORD.test(name)) kept.push(name);
  }
  return kept.slice(0, MAX_LEVELS);
}

function isTitle(name: string, title: string): boolean {
  if (title === '') return false;
  const key = wordKey(name);
  const whole = wordKey(title);
  return key === whole || (key.length > whole.length * 0.5 && likeness(name, title) > 0.9);
}

/** The names of a line that is a path from the site to the title, whatever its element is called. */
function pathNames(
  text: string,
  known: { readonly title: string; readonly site: string },
): string[] {
  const names = text.replace(LEAD, '').split(PATH_SEPARATOR).map(fold);
  const [first = ''] = names;
  const last = names.at(-1) ?? '';
  const fromSite =
    isHomeWord(first) || (known.site !== '' && wordKey(first) === wordKey(known.site));
  return names.length > 2 && fromSite && isTitle(last, known.title) ? names : [];
}

/** The names in a breadcrumb element: its list items or links, else its text cut at separators. */
function crumbNames(element: Element, repair: (text: string) => string): string[] {
  const text = repair(textOf(element, 300)).replace(LEAD, '');
  const cut = text
    .split(SEPARATOR)
    .map(fold)
    .filter((name) => name !== '');
  const links = namesIn(element).map(repair);
  if (cut.length > 1) return withoutLabel(cut, links);
  return links.length > 1 ? links : [];
}

/** 书架：养蜂 → 蜂箱, where 养蜂 is the link: whatever the site calls it, what stands before a link and a colon is no step. */
function withoutLabel(cut: string[], [first = '']: readonly string[]): string[] {
  const [step = '', ...others] = cut;
  const isLed = first !== '' && first !== step && step.endsWith(first);
  return isLed && COLON_END.test(step.slice(0, -first.length)) ? [first, ...others] : cut;
}

const COLON_END = /^[^：:]{1,8}[：:]\s?$/u;
