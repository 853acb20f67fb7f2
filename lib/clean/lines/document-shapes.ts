/**
 * Lines that only documents have, however much they look like a frame's to a model: short, without a sentence, often
 * repeated. They are kept where they stand next to what is kept.
 */

const LONGEST = 60;
const LONGEST_REFERENCE = 200;
/** 篇1：军训心得体会600字; 国旗下讲话稿 篇二; 第三篇：… */
const PART =
  /^(?:【?(?:(?:范文|例文|篇章)?(?:篇|第)|范文|例文)\s?(?:[一二三四五六七八九十]{1,3}|\d{1,3})\s?(?:篇|部分)?】?\s?[：:、\s】]|【?(?:范文|例文|篇章|篇)\s?(?:[一二三四五六七八九十]{1,3}|\d{1,3})】?$|.{2,40}[\s(（【]篇\s?(?:[一二三四五六七八九十]{1,3}|\d{1,3})[)）】]?$)/u;
/** A form to be filled in: 甲方（出租方）：__________ */
const BLANKS = /_{3,}|＿{3,}|…{4,}/u;
/** How a speech ends. */
const THANKS =
  /^(?:(?:我的?|今天的)?.{0,6}(?:讲话|演讲|发言|汇报|介绍|述职|话|报告).{0,8}(?:完了|完毕|结束|到此|到这里).{0,6}[，,。]?)?(?:最后[，,]?)?(?:谢谢|感谢)(?:大家|各位.{0,6}|你们|聆听|同学们|老师们)?(?:的?聆听|的?倾听|了)?[！!。]{0,2}$/u;
/** A chapter or a step: 一、活动目的; 2 规范性引用文件. */
const CHAPTER =
  /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）]|第[一二三四五六七八九十百]{1,4}[章节条]|\d{1,2}(?:\.\d{1,2}){0,3}[ \u3000]\p{sc=Han})/u;
/** A source in the list at the end of a paper. */
const REFERENCE = /^(?:参考文献|參考文獻|注释|註釋)$|^\[\d{1,3}\] ?\S(?!.*\[\d).{6,}/u;
/** （此件公开发布） */
const PUBLIC = /^[（(]此件.{0,6}公开.{0,6}[)）]$/u;
const LINKED = /相关|推荐|阅读|下载|更多|返回|上一|下一/u;

/** The line is a document's by its shape. */
export function isDocumentShape(text: string): boolean {
  if (text.length > LONGEST || LINKED.test(text)) return false;
  return [PART, BLANKS, THANKS, PUBLIC].some((shape) => shape.test(text));
}

/** Keeps such lines where one beside them is kept, and the heading of a chapter that is. */
export function keepShapes(texts: readonly string[], kept: boolean[]): void {
  for (let at = 1; at < texts.length; at += 1) {
    const text = texts[at] ?? '';
    if (!kept[at] && kept[at - 1] && (isDocumentShape(text) || isReference(text))) kept[at] = true;
  }
  for (let at = texts.length - 2; at >= 0; at -= 1) {
    if (!kept[at] && kept[at + 1] && isOpening(texts, at)) kept[at] = true;
  }
}

/** One above the other chapters are the table of contents. */
function isOpening(texts: readonly string[], at: number): boolean {
  const text = texts[at] ?? '';
  const isListed = [texts[at - 1] ?? '', texts[at + 1] ?? ''].some(isChapter);
  return isDocumentShape(text) || (isChapter(text) && !isListed);
}

function isReference(text: string): boolean {
  return text.length <= LONGEST_REFERENCE && REFERENCE.test(text);
}

function isChapter(text: string): boolean {
  return text.length <= LONGEST && CHAPTER.test(text) && !LINKED.test(text);
}
