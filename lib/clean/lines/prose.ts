const SENTENCE_MARK = /[，。；！？、,;!?]/u;
const SENTENCE_END = /[。！？；…!?.;:：”"』」）)》\]】]$/u;
const SHORT_SENTENCE = /[。！？；]$/u;
const LATIN_SENTENCE = /\. |\.$/u;
const UNFINISHED = /[。；;，:：,、]$/u;
const FULL_STOP = /[。！？]/u;
const COMMA = /[，、,；;]/u;
const SALUTATION =
  /^(?:尊敬的|亲爱的|敬爱的|各位|同志们|朋友们|同学们|老师们|女士们|先生们|大家好|dear )|(?:同志们|朋友们|同学们|老师们|领导|评委|嘉宾|来宾|街坊|家长|业主|股东|代表|员工|职工|村民|居民|校友|考生|单位|人民政府|学校|部门|委员会|[局厅委署院]|公司|中心|办公室)[:：]$/u;
const NUMBERED_HEADING =
  /^(?:第?[一二三四五六七八九十百]{1,4}[、，,.．章节条部篇]|[(（][一二三四五六七八九十\d]{1,3}[)）]|\d{1,3}[.、．)）](?!\d)|[①-⑳])/u;
const SIGNED_DATE =
  /^(?:(?:签订|签署|签约|签字|立约|订立)(?:日期|时间)[:：]\s?)?(?:[\dXx*×○〇零一二三四五六七八九十]{2,4}年[\dXx*×〇零一二三四五六七八九十]{1,4}月(?:[\dXx*×〇零一二三四五六七八九十]{0,4}[日号])?|\d{4}[-./]\d{1,2}[-./]\d{1,2})$/u;
/** A text in one run ends with the date it is signed with, or the form of one. */
const DATE_END =
  /(?:19|20)\d\d年\d{1,2}月(?:\d{1,2}日)?$|[二○〇零][\d一二三四五六七八九十○〇零]{2,4}年[一二三四五六七八九十]{1,2}月(?:[一二三四五六七八九十]{1,3}日)?$|年[_＿ \u3000]{1,12}月[_＿ \u3000]{1,12}日$/u;
/** 7．（1）溶解　（2）隔水；黄白: the last of the answers in a row. */
const ANSWER_END = /[\u3000 ][（(]\d{1,2}[)）][^（()）。]{1,14}$/u;
const CUT_LENGTH = 22;

/** Running text: long enough to hold a sentence and punctuated like one. */
export function isProse(line: string): boolean {
  if (line.length < 24) return line.length >= 8 && SHORT_SENTENCE.test(line);
  return SENTENCE_MARK.test(line) || (line.length >= 60 && LATIN_SENTENCE.test(line));
}

/** A date in words or figures and nothing else: a document is signed with it. */
export function isSignedDate(line: string): boolean {
  return SIGNED_DATE.test(line);
}

/** 尊敬的各位领导： begins a document, it does not name it. */
export function isSalutation(line: string): boolean {
  return SALUTATION.test(line);
}

export function isNumberedHeading(line: string): boolean {
  return NUMBERED_HEADING.test(line);
}

/** The line may be the document's title: short, without the marks of a sentence. */
export function isTitleShaped(line: string): boolean {
  if (line.length < 2 || line.length > 90) return false;
  if (UNFINISHED.test(line) || isSalutation(line)) return false;
  if (NUMBERED_HEADING.test(line) || SIGNED_DATE.test(line)) return false;
  return !(line.length > 40 && SENTENCE_MARK.test(line)) && !(COMMA.test(line) && line.length > 50);
}

/** The text breaks off inside a sentence; signatures, dates, headings and lists do not count. */
export function endsMidSentence(line: string): boolean {
  if (line.length < CUT_LENGTH || SENTENCE_END.test(line) || SIGNED_DATE.test(line)) return false;
  if (DATE_END.test(line) || ANSWER_END.test(line)) return false;
  return COMMA.test(line) || FULL_STOP.test(line) || line.length > 60;
}
