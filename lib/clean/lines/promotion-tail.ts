import { hasChinese } from '../has-chinese.ts';
import { classifyFolded } from './classify-line.ts';
import { foldLine } from './fold-line.ts';
import { gluedSource } from './glued-source.ts';

/** What a site appends to a paragraph is this long at most. */
const LONGEST_TAIL = 200;
/** So much of the paragraph must stand before it. */
const LEAST_BEFORE = 6;
const SENTENCE =
  /[^。！？!?]{1,200}(?:[。！？!?]{1,200}[”’」』）)]{0,4}\s?|$)|[。！？!?]{1,200}[”’」』）)]{0,4}\s?/gu;
/** What such a sentence begins with; 下面是小编… announces the text instead, and its whole paragraph goes. */
const BEGINS =
  /^[\s(（【[]{0,2}(?:以上(?:(?:内容|文章|资料|范文)?(?:就是|便是|是|为|由))|更多|想(?:要)?(?:了解|看|查看|知道|获取)更多|(?:欲|要)知更多|本文(?:来自|来源|由|转自|摘自|选自|出自|首发)|文章(?:来自|来源|由|转自)|内容来自|转载(?:请|自|须)|未经.{0,8}(?:许可|授权|允许|同意)|尽在|手机用户请|最新最快|(?:请|欢迎)(?:继续)?(?:关注|访问|收藏|登录|持续关注)|版权(?:所有|归))/u;
/** Terms of use speak of copyright in their clauses: 3.1 …, 第五条 …. */
const CLAUSE =
  /^(?:\d{1,2}\.\d{1,2}(?:\.\d{1,2})?[\s\u3000\p{sc=Han}]|第[一二三四五六七八九十百\d]{1,5}[条款])/u;
const BRACKETED = /^[(【[][^)】\]]{1,90}[)】\]]/u;
const FRAMES = new Set<string>(['promotion', 'disclaimer', 'download-prompt', 'subscribe']);
/** What stands behind it: 希望对大家有所帮助。 */
const WISH =
  /^(?:希望|欢迎|感谢|谢谢(?:阅读|观看|您的)|祝|供(?:大家|您)|仅供|敬请|如需|如有|请).{0,40}(?:帮助|参考|分享|阅读|关注|转发|下载|借鉴|喜欢|收藏|联系|出处)/u;

/**
 * Where the sentences begin that a site appended to a paragraph of the document: 更多…请访问某某网。
 * 以上就是小编分享的…，欢迎转发。 -1 if there are none, or if nothing else is in the paragraph.
 */
export function promotionTail(text: string): number {
  const from = Math.max(0, text.length - LONGEST_TAIL);
  const end = text.slice(from);
  if (!hasChinese(end) || CLAUSE.test(text)) return -1;
  let tail = -1;
  for (const { index, 0: sentence } of end.matchAll(SENTENCE)) {
    const folded = foldLine(sentence).trim();
    if (folded === '') continue;
    const isPart = isPromotion(folded) || (tail >= 0 && WISH.test(folded));
    if (!isPart) tail = -1;
    else if (tail < 0) tail = from + index;
  }
  if (tail >= 0 && closesMore(text.slice(tail))) return -1;
  return tail >= LEAST_BEFORE && !isFrame(text.slice(from, tail)) ? tail : -1;
}

/** …的动力。手机用户请到…阅读。）: the brackets were opened in another sentence, and go with that. */
function closesMore(tail: string): boolean {
  return (tail.match(OPENS)?.length ?? 0) < (tail.match(CLOSES)?.length ?? 0);
}

const OPENS = /[（(【[]/gu;
const CLOSES = /[）)】\]]/gu;

function isPromotion(folded: string): boolean {
  // Brackets that close before the sentence ends are cut alone: the sentence behind them is the document's.
  const piece = BRACKETED.exec(folded)?.[0] ?? '';
  if (piece !== '' && folded.length - piece.length >= LEAST_BEFORE) return false;
  const claim = gluedSource(folded, 0);
  const rest = folded.slice(claim);
  if (claim > 0 && rest.length >= LEAST_BEFORE) return WISH.test(rest) || isPromotion(rest);
  return (
    BEGINS.test(folded) && !isGlued(folded) && FRAMES.has(classifyFolded(folded)?.reason ?? '')
  );
}

/** 转载请注明来自某某网第二学期我又…，…; 不得转载三个月里，…: behind all that sites say the document goes on. */
function isGlued(folded: string): boolean {
  let from = 0;
  for (const { index, 0: word } of folded.matchAll(SITE_WORDS)) from = index + word.length;
  const rest = folded.slice(from);
  if (rest.length >= GLUED_LENGTH && BAN.test(folded.slice(0, from)) && GOES_ON.test(rest)) {
    return true;
  }
  const clauses = rest.split(COMMA);
  return clauses.some((clause, at) => {
    const next = clauses[at + 1];
    return clause.length >= CLAUSE_LENGTH && next !== undefined && next.length >= NEXT_LENGTH;
  });
}

const SITE_WORDS =
  /网|站|库|>|关注|收藏|下载|参考|分享|帮助|转载|点击|阅读|查看|浏览|访问|整理|提供|发布|版权|责任|小编|本文|文章|资料|内容|范文|权|感谢|谢谢|欢迎|联系|处理|来自|来源|注明|出处|www/gu;
const BAN = /(?:不得|禁止|请勿|严禁|谢绝)(?:擅自|随意)?转载$/u;
const GOES_ON = /^(?!使用|或)\p{sc=Han}{2}/u;
const GLUED_LENGTH = 12;
const COMMA = /[,，]/u;
const CLAUSE_LENGTH = 8;
const NEXT_LENGTH = 4;

/** Whether what stands before it is the site's too. */
function isFrame(before: string): boolean {
  const folded = foldLine(before).trim();
  return WISH.test(folded) || classifyFolded(folded) !== null;
}
