import { hasChinese } from '../has-chinese.ts';
import type { Identity } from '../repairs/identity.ts';
import { labelOf } from '../repairs/mark-places.ts';
import { isOwnSubject } from '../repairs/own-subject.ts';
import { beginsHost } from '../repairs/spelled-name.ts';
import { KINDS } from './genre-words.ts';

/** What the frame of a page says that its insertions say again. */
export interface SiteWords {
  /** What the site is called, longest first. */
  readonly names: readonly string[];
  /** maitianzw of www.maitianzw.com. */
  readonly labels: readonly string[];
  /** Pairs of characters that stand side by side in paths, titles and tags. */
  readonly pairs: ReadonlySet<string>;
  /** Numbers under which the site files the text: ZT-30218. */
  readonly codes: ReadonlySet<string>;
}

/** 麦田作文首页, 下载麦田作文APP, 麦田作文声明：, 由麦田作文整理: how a frame names its site beside the name. */
const BESIDE =
  /^ ?(?:首页|主页|网|app|客户端|公众号|小程序|声明|提示|提醒|小编|版权所有|整理|提供|收集|投稿|免责|会员|客服|仅(?:作|供|提供|展示))/iu;
const CODE = /(?<![A-Za-z0-9-])[A-Z]{1,4}-?\d{4,10}(?![\d-])/g;
const HAN_RUN = /\p{sc=Han}{2,}/gu;
const SHORTEST_NAME = 3;
const SHORTEST_LABEL = 4;
const NAV = /^([\p{sc=Han}A-Za-z]{3,8}) (?:[^\s。，]{1,8} ){1,8}[^\s。，]{1,8}$/u;
/** 麦芽糖教案 老师们的百宝箱 */
const WITH_SLOGAN = /^([\p{sc=Han}A-Za-z]{3,8}) [^\s。，]{4,16}$/u;

/** Reads the frame, the lines of a page that are not its document's. */
export function siteWords(identity: Identity, texts: readonly string[]): SiteWords {
  const { host, hosts, names, bound, mastheads, frame } = identity;
  const addresses = host === null ? hosts : [host, ...hosts];
  const head = (NAV.exec(frame[0] ?? '') ?? WITH_SLOGAN.exec(frame[0] ?? ''))?.[1] ?? '';
  // 水电站 in the title of a neighbour reads as the name of a site, too.
  const isHead = (name: string): boolean => mastheads.some((one) => one.startsWith(name));
  const heads = [
    ...names.filter(isHead),
    ...[...names, ...mastheads, head].filter((name) =>
      isSupported(name, { frame, texts, addresses }),
    ),
  ];
  const all = [
    ...new Set([...bound, ...heads, ...heads.flatMap((name) => shortOf(name, frame))]),
  ].filter(
    (name) =>
      name.length >= SHORTEST_NAME &&
      hasChinese(name) && // in letters alone it is as often what the document is about
      ![SAYS_WHOSE, KIND].some((no) => no.test(name)) &&
      !isOwnSubject(name, { texts, frame }),
  );
  return {
    names: all.sort((a, b) => b.length - a.length),
    labels: addresses.map(labelOf).filter((label) => label.length >= SHORTEST_LABEL),
    pairs: pairsIn(frame),
    codes: new Set(frame.flatMap((line) => line.match(CODE) ?? [])),
  };
}

/** 麦芽糖 of 麦芽糖教案, where the frame calls the site so, too: 成为麦芽糖会员. */
function shortOf(name: string, frame: readonly string[]): string[] {
  const short = WITH_KIND.exec(name)?.[1] ?? '';
  if (short === '') return [];
  const tail = name.slice(short.length);
  const isCalled = (line: string): boolean => {
    const at = line.indexOf(short);
    return at >= 0 && !line.includes(tail, at);
  };
  return frame.some(isCalled) ? [short] : [];
}

const WITH_KIND = new RegExp(
  `^(\\p{sc=Han}{3,6}?)(?:${KINDS}|文库|美食|健康|诗词|新闻|招聘|演讲|教育|学习|书院|读书)网?$`,
  'u',
);

/** 演讲稿 is the shelf's name, and a word of its texts. */
const KIND = new RegExp(`^${KINDS}{1,3}$`, 'u');
const SAYS_WHOSE = /^(?:本文|文章|欢迎|关于)/u;

/** A first line may be the title: it is the site's name where a host spells it or a line speaks of it as such. */
function isSupported(
  name: string,
  { frame, texts, addresses }: Readonly<Record<'frame' | 'texts' | 'addresses', readonly string[]>>,
): boolean {
  if (name.length < SHORTEST_NAME) return false;
  if (isAtBothEnds(name, frame)) return true;
  if (addresses.some((address) => beginsHost(name, address))) return true;
  // Nobody but a site writes a name so.
  const apart = [...name].join(' ');
  if (texts.some((text) => text.includes(apart))) return true;
  return [name, WITH_KIND.exec(name)?.[1] ?? name].some((called) =>
    frame.some((line) => {
      const at = line.indexOf(called);
      return at >= 0 && BESIDE.test(line.slice(at + called.length, at + called.length + 6));
    }),
  );
}

/** The frame's first line begins with it, and one of its last, where something else follows: no title of a neighbour. */
function isAtBothEnds(name: string, frame: readonly string[]): boolean {
  if (!frame[0]?.startsWith(name) || frame.includes(name)) return false;
  const last = frame.slice(Math.max(1, frame.length - LAST_LINES));
  return last.some((line) => line.startsWith(name) && OF_FOOT.test(line.slice(name.length)));
}

const LAST_LINES = 3;
const OF_FOOT = /^(?:[ |｜©(（]|所有|所收|收录|为公益|声明|版权|备案|.{0,3}ICP)/iu;

/** Lines of the frame that say more than names. */
const SENTENCE = /[。；]|，[^，]*，/u;

function pairsIn(frame: readonly string[]): Set<string> {
  const pairs = new Set<string>();
  for (const line of frame) {
    if (!hasChinese(line) || SENTENCE.test(line)) continue;
    for (const [run] of line.matchAll(HAN_RUN)) {
      for (let at = 0; at + 1 < run.length; at += 1) pairs.add(run.slice(at, at + 2));
    }
  }
  return pairs;
}

/** Which part of the pairs of characters of a phrase the frame has, 0 to 1. */
export function familiarity(phrase: string, { pairs }: SiteWords): number {
  let known = 0;
  let all = 0;
  for (const [run] of phrase.matchAll(HAN_RUN)) {
    for (let at = 0; at + 1 < run.length; at += 1) {
      all += 1;
      if (pairs.has(run.slice(at, at + 2))) known += 1;
    }
  }
  return all === 0 ? 0 : known / all;
}
