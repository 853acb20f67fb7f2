/**
 * Lines that only documents have, however much they look like a frame's to a model: short, without a sentence, often
 * repeated. They are kept where they stand next to what is kept.
 */

const LONGEST = 60;
const LONGEST_REFERENCE = 200;
/** 篇1：军训心得体会600字; 国旗下讲话稿 篇二; 第三篇：… */
const PART =
  /^(?:【?(?:(?:范文|例文|篇章)?(?:篇|第)|范文|例文)\s?(?:[一二三四五六七八九十]{1,3}|\d{1,3})\s?(?:篇|部分)?】?\s?[：:、\s】]|【?(?:范文|例文|篇章|篇)\s?(?:[一二三四五六七八九十]{1,3}|\d{1,3})】?$|.{2,40}[\s(（【]篇\s?(?:[一二三四五六七八九十]{1,3}|\d{1,3})[)）】]?$|(?!\d)[^。，；：:\s]{2,38}(?:词|稿|信|书|文|记|诗|歌|话|语|结|划|会|告|感|讲|案|料|范本|字|句)篇(?:[一二三四五六七八九十]{1,3}|\d{1,2})$)/u;
/** A form to be filled in: 甲方（出租方）：__________ */
const BLANKS = /_{3,}|＿{3,}|…{4,}/u;
/** How a speech ends. */
const THANKS =
  /^(?:(?:我的?|今天的)?.{0,6}(?:讲话|演讲|发言|汇报|介绍|述职|话|报告).{0,8}(?:完了|完毕|结束|到此|到这里).{0,6}[，,。]?)?(?:最后[，,]?)?(?:谢谢|感谢)(?:大家|各位.{0,6}|你们|聆听|同学们|老师们)?(?:的?聆听|的?倾听|了)?[！!。]{0,2}$/u;
/** 以上检查，如有不当之处，请同志们批评指正。 妥否，请批示。 How reports and requests to an office end. */
const SUBMITTED =
  /^(?!.*(?:本站|网|小编|资料|内容|文章|联系|删除))(?:(?:以上|上述).{0,16}|[如若]有)?(?:(?:不当|不妥|不足|不到|不周|不对|错误|疏漏)之处[，,]?(?:敬|恳|还|望|务)?请.{0,16}(?:批评|指正|斧正|谅解|包涵|帮助)|(?:妥否|当否|可否|是否妥当|如无不妥|如无不当)[，,]?请.{0,12}(?:批[示复准转]|审[批议阅定]|指示)).{0,8}[。！!]?$/u;
/** 请开席！ Who leads through a ceremony ends so. */
const CALLS = /^(?:请|现在)?(?:开席|入席|奏乐|鸣炮|举杯|干杯|礼成|散会|起立|开饭)[!！。]{1,3}$/u;
/** The heading of a form or a table: 值班记录表（一）. */
const FORM =
  /^\p{sc=Han}{3,28}(?:表|单|單|卡|回执|回執|申请书|登记册|记录册|台账|协议书?|合同书?)(?:[（(].{1,12}[）)])?$/u;
/** （联系人：×××，联系电话：139********）: whom to ask, below an official paper. */
const ASK =
  /^[（(](?:此件联系人|联系人|聯絡人|联系单位)[:：]\s?[^（()）]{1,24}[，,；;、\s]\s?(?:联系|聯絡)?(?:电话|電話|方式|手机)[:：][^（()）]{3,40}[）)]$/u;
/** 第8期 above 某某办公室编　2013年9月2日: the head of a bulletin. */
const ISSUE =
  /^[（(]?第\s?[\d０-９一二三四五六七八九十]{1,4}\s?期[）)]?(?:\s?[（(]总第.{1,6}期[）)])?$/u;
const ISSUED =
  /^\p{sc=Han}{4,30}(?:编印?|主办|印发?)[\s\u3000]{1,30}[\d０-９]{4}年[\d０-９]{1,2}月[\d０-９]{1,2}日$/u;
const HAN = /\p{sc=Han}/u;
/** A chapter or a step: 一、活动目的; 2 规范性引用文件. */
const CHAPTER =
  /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）]|第[一二三四五六七八九十百]{1,4}[章节条]|\d{1,2}(?:\.\d{1,2}){0,3}[ \u3000]\p{sc=Han})/u;
/** A source in the list at the end of a paper. */
const REFERENCE = /^(?:参考文献|參考文獻|注释|註釋)[:：]?$|^\[\d{1,3}\] ?\S(?!.*\[\d).{6,}/u;
/** The head of a court's paper: who decides, what it is, which case. */
const COURT =
  /^\p{sc=Han}{2,20}(?:人民法院|人民检察院|仲裁委员会)$|^(?:(?:民\s?事|刑\s?事|行\s?政|执\s?行|仲\s?裁)\s?(?:附带民事\s?)?)(?:判\s?决|裁\s?定|裁\s?决|调\s?解|决\s?定)\s?书$|^[（(〔[]\d{4}[)）〕\]]\s?[\p{sc=Han}\d]{2,20}第?\s?\d{1,6}(?:-\d{1,2})?号$/u;
/** Who signs: 书记员 某某, 縣長 某○○. */
const SIGNER =
  /^(?:审判长|审判员|审　判　员|代理审判员|人民陪审员|陪审员|执行员|书记员|法官助理|首席仲裁员|仲裁员|[县縣市镇鎮乡鄉区區州省局厅廳校院部村社所馆館处處][长長]|主任|主席|董事长|总经理|經理|经理)[\s\u3000：:]{0,4}\p{sc=Han}[\s\u3000]?[\p{sc=Han}○×*]{1,3}$/u;
/** The head of an examination: （时间：60分钟 满分：60分） */
const EXAM =
  /^[（(]?\s?(?:考试|答题|测试|完卷|答卷)?(?:时间|时长|用时)[:：]?\s?\d{1,3}\s?分钟.{0,6}(?:满分|总分|全卷|分值|卷面)[:：]?.{0,4}\d{2,3}\s?分.{0,4}$/u;
/** 可能用到的相对原子质量：H-1 O-16; 考生注意：本试卷共8页: what stands above the questions. */
const FOR_QUESTIONS =
  /^[（(【]?(?:(?:本[卷题]|解题|计算)?可能(?:用到|会用到|使用)的|相对原子质量|参考(?:公式|数据)[:：]|考生(?:注意|须知)|答[题卷]前|本试[卷题](?:共|分|满分))/u;
/** 阅读下面的文字，完成1～4题。 above the passage and what it is called. */
const READING =
  /^(?:[（(]?[一二三四五六七八九十\d]{1,2}[)）、．.]\s?)?阅读(?:下面|下列|以下|下文|材料|短文)[^。；]{0,24}[，,](?:完成|回答)[^。；]{0,16}题[^。；]{0,12}[。．.:：]?$/u;
const LONGEST_PASSAGE_TITLE = 20;
/** （作者系某某大学教授）: who wrote it, below the text. */
const WRITER =
  /^[（(](?:本文)?(?:作者|笔者|执笔人?|讲稿作者)(?:分别)?(?:系|为|是|现任|现为|单位[:：])[^）)]{4,80}[）)]$/u;
/** A press release ends with whom to ask. */
const PRESS =
  /^[【（(]?(?:新聞|新闻|媒體|媒体|發稿|发稿)(?:聯絡|聯繫|联络|联系|諮詢|咨询)(?:人|窗口|方式|單位|单位|資訊|电话|電話)?[】）)]?(?:[:：]|$)|^(?:press|media) contacts?:?$/iu;
const REACHED = /(?:電話|电话|手機|手机|郵件|邮箱|邮件|e-?mail|tel)[\s\u3000]*[:：.]|[\w.]@[\w.]/iu;
/** 附表:登记表: what is attached, named below the signature. */
const ATTACHED = /^附[表图錄录][一二三四五\d]{0,2}[:：]\s?\S{4,40}$/u;
/** （此件公开发布） */
const PUBLIC = /^[（(]此件.{0,6}公开.{0,6}[)）]$/u;
/** 古教提复〔2018〕12号　签发人：林××: the number of an official paper, and who let it go out. */
const PAPER_NUMBER =
  /^(?!根据|依据|按照|参照|附件)[\p{sc=Han}*×]{2,12}[〔[（(【](?:19|20)\d\d[〕\]）)】]\s?第?(?:\d{1,4}|_{2,6})号(?:[\s\u3000]{1,30}签发人[：:].{2,12})?$/u;
/** 借　　条, 回　执: who sets a text letter by letter writes its heading so, and sites a few entries of menus. */
const LETTER_SPACED = /^(?!首|主\s?页|搜|登|导|返|注)\p{sc=Han}(?:[ \u3000]{1,4}\p{sc=Han}){1,6}$/u;
/** 本通告自发布之日起施行 */
const IN_FORCE =
  /^本(?:通告|公告|通知|办法|规定|细则|方案|意见|制度|条例|章程|规程|规则|公约)自.{2,24}起(?:施行|生效|执行|实施)/u;
/** 请仔细阅读说明书并在医师指导下使用: what stands above each leaflet of a medicine. */
const LEAFLET =
  /^请仔细阅读(?:本品|产品)?(?:使用)?说明书[，,]?并?(?:按|在|遵).{2,24}(?:使用|服用|购买)[。.]?$/u;
/** 某某县财政局办公室　2009年3月2日印发: the last line of an official paper. */
const PRINTED = /^\p{sc=Han}{4,30}[\s\u3000]{1,30}(?:19|20)\d\d年\d{1,2}月\d{1,2}日印[发發]$/u;
/** 3．…写出了________。 4．你怎样理解最后那句话？（3分） */
const QUESTION =
  /^[（(]?\d{1,3}[）)]?[．.、]?\s?\S.{3,54}(?:[（(]\s?(?:共|本题)?\d{1,2}\s?分\s?[）)][。．]?$|_{4,}|＿{4,}|（[\s\u3000]{2,}）|\([\s\u3000]{2,}\))/u;
/** *請刪去不適用者, （请在方框内打√）: below what is to be filled in. */
const FORM_NOTE =
  /^[（(]?[*＊※]?\s?(?:[请請](?:[删刪划劃][去除](?:不[适適]用|[无無][关關]|多[余餘])|[圈剔][选選出]|在.{0,10}(?:方格|方框|空格|括号|□).{0,4}[打填剔画畫加])|[删刪]去不[适適]用).{0,16}[）)]?$/u;
const LISTED = /相关|推荐|更多|返回|上一|下一/u;
const LINKED = /相关|推荐|阅读|下载|更多|返回|上一|下一/u;

const LINES = [
  PART,
  BLANKS,
  THANKS,
  SUBMITTED,
  PUBLIC,
  COURT,
  EXAM,
  FOR_QUESTIONS,
  PAPER_NUMBER,
  PRINTED,
  IN_FORCE,
  QUESTION,
  CALLS,
  FORM_NOTE,
];

/** 某某工作总结 篇1: the heading of one of several pieces. */
export function isPieceHeading(text: string): boolean {
  return text.length <= LONGEST && PART.test(text);
}

/** What stands above the questions of an examination, and blanks to fill in. */
export function isExamHead(text: string): boolean {
  return [EXAM, FOR_QUESTIONS, READING, BLANKS].some((shape) => shape.test(text));
}

/** The line is a document's by its shape. */
export function isDocumentShape(text: string): boolean {
  if (text.length > LONGEST || LINKED.test(text)) return false;
  return LINES.some((shape) => shape.test(text));
}

/** Keeps such lines where one beside them is kept, and the heading of a chapter that is. */
export function keepShapes(texts: readonly string[], kept: boolean[]): void {
  for (let at = 1; at < texts.length; at += 1) {
    const text = texts[at] ?? '';
    if (kept[at] || !(kept[at - 1] || isBelowGap(texts, kept, at))) continue;
    kept[at] =
      closesDocument(text) || isReached(texts[at - 1] ?? '', text) || isAboveForm(texts, at);
  }
  for (let at = texts.length - 2; at >= 0; at -= 1) {
    if (!kept[at] && kept[at + 1] && isOpening(texts, at)) kept[at] = true;
  }
}

/** A line of the frame's, whose text is not given here, stands between two questions. */
function isBelowGap(texts: readonly string[], kept: readonly boolean[], at: number): boolean {
  return texts[at - 1] === '' && kept[at - 2] === true && QUESTION.test(texts[at] ?? '');
}

function closesDocument(text: string): boolean {
  if (COURT.test(text) || PAPER_NUMBER.test(text)) return false; // below a judgment stands the list of courts, below a paper other papers
  if (isDocumentShape(text) || isReference(text)) return true;
  return [SIGNER, ATTACHED, WRITER, PRESS, ASK].some((shape) => shape.test(text));
}

/** 我已阅读告知书。 above ____年级____班: one line between the document and what is to be filled in. */
function isAboveForm(texts: readonly string[], at: number): boolean {
  const [text = '', below = ''] = [texts[at], texts[at + 1]];
  if (text === '' || text.length > LONGEST || LISTED.test(text)) return false;
  return BLANKS.test(below) && HAN.test(below) && isDocumentShape(below);
}

/** Whom to ask, right below the line that says so. */
function isReached(above: string, text: string): boolean {
  return PRESS.test(above) && text.length <= LONGEST_REFERENCE && REACHED.test(text);
}

/** Chapters one above the other are the table of contents; 1 总则 right above 1.1 is not. */
function isOpening(texts: readonly string[], at: number): boolean {
  const text = texts[at] ?? '';
  if (isDocumentShape(text) || LETTER_SPACED.test(text)) return true;
  if (isHead(texts, at)) return true;
  const [above = '', below = '', next = ''] = [at - 1, at + 1, at + 2].map((i) => texts[i] ?? '');
  const isBelowOther = isChapter(above) && !isParent(above, text);
  // 1.1 is a sentence: its chapter stands in no table of contents.
  const isParted = isParent(text, below) && (ENDED.test(below) || !isChapter(next));
  const isAboveOther = isChapter(below) && !isParted;
  return isChapter(text) && !isBelowOther && !isAboveOther;
}

/** The head of a bulletin, of a form, of a passage. */
function isHead(texts: readonly string[], at: number): boolean {
  const [above = '', text = '', below = ''] = [at - 1, at, at + 1].map((i) => texts[i] ?? '');
  if (ISSUED.test(text) || LEAFLET.test(text) || opensPassage(above, text)) return true;
  if (ISSUE.test(text) && ISSUED.test(below)) return true;
  return FORM.test(text) && BLANKS.test(below) && !LINKED.test(text);
}

/** What is to be read, and the title right below. */
function opensPassage(above: string, text: string): boolean {
  if (READING.test(text)) return true;
  return text !== '' && text.length <= LONGEST_PASSAGE_TITLE && READING.test(above);
}

const ENDED = /[。；]$/u;
const SECTION_NUMBER = /^\d{1,2}(?:\.\d{1,2}){0,2}/u;

/** 1 总则 holds 1.1. */
function isParent(chapter: string, part: string): boolean {
  const number = SECTION_NUMBER.exec(chapter)?.[0];
  return number !== undefined && part.startsWith(`${number}.1`);
}

function isReference(text: string): boolean {
  return text.length <= LONGEST_REFERENCE && REFERENCE.test(text);
}

function isChapter(text: string): boolean {
  return text.length <= LONGEST && CHAPTER.test(text) && !LINKED.test(text);
}
