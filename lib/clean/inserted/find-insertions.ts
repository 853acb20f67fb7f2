import { hasChinese } from '../has-chinese.ts';
import { type Range, STRICT } from '../repairs/mark-places.ts';
import { CHAPTER_TALK } from './chapter-talk.ts';
import { keywordTalk } from './keyword-talk.ts';
import { HOST, maskSite, NAME } from './mask-site.ts';
import { offers } from './offers.ts';
import { joinGain, openEnd } from './open-end.ts';
import { promoTalk } from './promo-talk.ts';
import { tile } from './promo-tiles.ts';
import { type Compiled, compiled, SITE_WORD } from './shape.ts';
import { SITE_TALK } from './site-talk.ts';
import type { SiteWords } from './site-words.ts';
import { WIDGET_TALK } from './widget-talk.ts';

/** A text of the page, masked once for all looks at it. */
export interface Masked {
  readonly text: string;
  readonly masked: string;
  readonly hasSite: boolean;
}

let siteShapes: readonly Compiled[] | undefined;
let widgetShapes: readonly Compiled[] | undefined;

const HINT =
  /点击|点此|记住|手机|电脑站|月票|更多|[>》＞]{2}|»|[↓→↑∨﹀▼▾⌄︾▲△∧︿▴★☆※@＠]|分享|打印|收藏|关闭|字体|字号|展开|收起|广告|编[：:辑]|录入|责编|小编|qq|扣扣|公众号|原文|扫一扫|\p{sc=Han}[ 　]\p{sc=Han}|大全|范文|\d[字篇]|网|[[【〔]|次[）)]|页|责编|page|未完|\)\(|代写|客户端|app|下载|vip|会员|推荐|编号|来源|转自|客服|上传|免费|返回|欢迎|版权|侵删|微信|您|标签|评论|赞|邮箱|站长|转载|ctrl|扫码|搜索|\);|关联|释义|限时|优惠|〖|仅供|有用|✎/iu;
const SITE_HINT = /[\p{sc=Han}a-z0-9][ _~～*·^|`+./＋－-]{1,2}[\p{sc=Han}a-z0-9]/iu;

/** The text with what it needs to be searched; null where a glance tells that nothing was inserted. */
export function maskedText(text: string, words: SiteWords): Masked | null {
  if (!hasChinese(text)) return null;
  const maySite =
    SITE_HINT.test(text) ||
    words.names.some((name) => text.includes(name)) ||
    words.labels.some((label) => text.includes(label));
  if (!maySite && !HINT.test(text) && words.codes.size === 0) return null;
  const masked = maskSite(text, words);
  return { text, masked, hasSite: masked.includes(NAME) || masked.includes(HOST) };
}

/** What was inserted into a line, as its shape tells; with `isProven` what authors may write so, too. */
export function findInsertions(
  line: Masked,
  words: SiteWords,
  page: { readonly isProven: boolean; readonly speaks: boolean },
): Range[] {
  const { isProven } = page;
  const isLikely = isProven && !page.speaks;
  const { masked, hasSite } = line;
  siteShapes ??= compiled(SITE_TALK);
  widgetShapes ??= compiled([...WIDGET_TALK, ...CHAPTER_TALK]);
  const shapes = hasSite ? [...siteShapes, ...widgetShapes] : widgetShapes;
  const found = shapes
    .filter(({ needsProof }) => isLikely || !needsProof)
    .flatMap(({ pattern }) =>
      [...masked.matchAll(pattern)].map(({ index, 0: said }) => ({
        from: index,
        to: index + said.length,
      })),
    );
  found.push(...keywordTalk(masked, words, isProven), ...openEnded(masked));
  found.push(...promoTalk(masked, words, page), ...(page.speaks ? [] : offers(masked)));
  found.push(...codesIn(masked, words), ...lettersApart(masked, words));
  if (isProven) found.push(...bareNames(masked, words), ...recommends(masked));
  return found.filter((range) => !opensLine(masked, range));
}

/** A line of the frame that has more to say behind the name of the site. */
function opensLine(text: string, { from, to }: Range): boolean {
  return from === 0 && (text.charAt(to) === ' ' || text.charAt(to) === '\u3000');
}

/** 广告 | 某某满99减20, 某某App 免费看课: begun so, and nothing but the sentence behind it tells the end. */
const OPEN =
  /(?<=[，。；！？：”,;!?:])(?:广告 ?[|｜:：] ?|(?:责任编辑|责编)[:：] ?|\ue000{2,40} ?(?:app|客户端|公众号)[ 　:：])/giu;
const LEAST_OPEN = 2;
const MOST_OPEN = 16;
const STOP = /[，。；！？,;!?]/;

function openEnded(text: string): Range[] {
  return [...text.matchAll(OPEN)].flatMap(({ index, 0: head }) => {
    const start = index + head.length;
    const stop = text.slice(start, start + MOST_OPEN).search(STOP);
    const most = start + (stop < 0 ? MOST_OPEN : stop);
    const to = openEnd(text, index, { least: start + LEAST_OPEN, most });
    return to < 0 ? [] : [{ from: index, to }];
  });
}

/** ID:ZT-30218: the number under which the frame files the text. */
function codesIn(text: string, { codes }: SiteWords): Range[] {
  return [...codes].flatMap((code) => {
    const at = text.indexOf(code);
    const lead = LEAD.exec(text.slice(Math.max(0, at - 4), at))?.[0].length ?? 0;
    const from = at - lead;
    const isGlued = at >= 0 && CLAUSE_END.test(text.charAt(from - 1));
    return isGlued && GOES_ON.test(text.slice(at + code.length))
      ? [{ from, to: at + code.length }]
      : [];
  });
}

const LEAD = /(?:ID|编号|No\.?)[:：]? ?$/iu;
const CLAUSE_END = /[，。；！？：”,;!?:]/u;
const GOES_ON = /^(?:[\p{sc=Han}“《]|\s*$)/u;

/** (某)(某)(w)(网): single characters in brackets of their own that make up the name of the site. */
const APART = /(?:[（(【[{<《][\p{L}\d][）)】\]}>》] ?){3,12}/gu;
const SIGNS = /[（(【[{<《）)】\]}>》 ]/gu;

function lettersApart(text: string, { names, labels }: SiteWords): Range[] {
  const known = [...names, ...labels].join('').toLowerCase();
  return [...text.matchAll(APART)]
    .filter(({ 0: row }) => {
      const letters = [...row.replace(SIGNS, '').toLowerCase()];
      const shared = letters.filter((letter) => known.includes(letter)).length;
      return shared >= 2 && shared >= letters.length - 1 && HAN.test(row);
    })
    .map(({ index, 0: row }) => ({ from: index, to: index + row.length }));
}

const HAN = /\p{sc=Han}/u;

/** A name that no word leads to and that is no subject of what follows. */
const BARE = new RegExp(
  `(?<=^|[\\p{sc=Han}，。；！？：、”,;!?:])(?:\\ue000{3,40}${SITE_WORD}|\\ue001{8,40})(?=[\\p{sc=Han}“《])(?![的地得是在将上里中等有会可能要了成]|[讯訊]|消息|电[（(]|用户|编辑|记者|网友|站长|邀请|推出|举办|刊登|采用|录用|成立|宣布|上线|组织|主办|承办|创办|寄来|联系|通知|开设|设立|收录|曾经?|[帮给请约][我她他]|帮助|为(?!了)|[您你]|[和与及].{0,8}(?:网|平台|站))`,
  'gu',
);
const NAMED_BEFORE = 6;
const WHOLE_TALK = 7;

/** What a site says right before its name, in the middle of a clause too. */
const LED =
  /(?:(?:本文|文章|内容|资料)?(?:来源于?|来自于?|转自|转载自|摘自|出自)[:：]?|(?:本文|本文档|文章)由|上传[于至]|版权归|欢迎(?:访问|光临|关注|收藏|来到)|(?:扫码)?关注|转载请注明(?:来自|出处|来源)?[:：]?)$/u;
const LED_REACH = 12;

/** 为什么不去某某网抄一篇: the verb or preposition that the name belongs to. */
const USES =
  /[去上到在用给找问看逛搜靠从于叫让请帮替对比像读买卖投寄由向跟同与和及是为把被说写登查访了过着的]$/u;

function bareNames(text: string, words: SiteWords): Range[] {
  return [...text.matchAll(BARE)].flatMap(({ index, 0: name }) => {
    const before = text.slice(Math.max(0, index - LED_REACH), index);
    const lead = LED.exec(before)?.[0].length ?? 0;
    const said = tile(text, index, words);
    // 达到某某网友情提示：转发请带链接要求: so much behind it belongs to no sentence, whatever stands before.
    const isTalk = lead > 0 || (said !== null && said.weight >= WHOLE_TALK);
    if (!isTalk && (STRICT.test(before.slice(-NAMED_BEFORE)) || USES.test(before))) return [];
    const to = Math.max(index + name.length, said?.to ?? 0);
    return [{ from: index - lead, to }];
  });
}

/** 。小编推荐书中最打动我的: what follows is the sentence's. */
const RECOMMENDS = /(?<=[。！？”])小编(?:推荐|荐读|寄语)(?=\p{sc=Han})/gu;

function recommends(text: string): Range[] {
  return [...text.matchAll(RECOMMENDS)]
    .map(({ index, 0: said }) => ({ from: index, to: index + said.length }))
    .filter(({ from, to }) => joinGain(text, from, to) > 0);
}
