import { isSalutation, isSignedDate } from './prose.ts';
import { isPlain, type Line } from './scan-lines.ts';

const LONGEST = 30;
/** 祝贵公司事业蒸蒸日上! Sites wish things, too, but nobody signs that. */
const WISH = /^(?:最后[，,]?)?(?:谨|恭|敬|顺|预|衷心)?祝.{3,26}[！!。]$/u;
/** How who opens a meeting ends; a site that wishes something has no meeting. */
const SPOKEN_WISH =
  /^(?:最后[，,]?)?(?:谨|恭|敬|预|衷心)?祝.{0,12}(?:大会|会议|运动会|活动|比赛|晚会|论坛|演出|联欢|典礼|各位|同志们|同学们|老师们|来宾).{2,18}[！!。]$/u;
/** 求职人：×××: who writes letters, petitions and the like signs as what he is. */
const WRITER =
  /^(?:入党|转正|助学|思想)?(?:申请|检讨|检查|求职|自荐|应聘|竞聘|竞选|辞职|承诺|保证|述职|汇报|倡议|建议|借款|欠款|收款|立据|立约|具结|委托|受托|声明|悔过|道歉|起诉|上诉|答辩|申诉|具状)人[：:][\s\u3000]*[\p{sc=Han}×xX*○_·]{1,8}$/u;
/** Who a paper of rules is of, below its last article. */
const BODY =
  /^\p{sc=Han}{3,24}(?:合作社|委员会|居委会|村委会|业委会|理事会|董事会|监事会|办公室|领导小组|有限公司|工会|协会|学会|人民政府)$/u;
/** 教務組 敬啟: how a notice is signed. */
const RESPECTFULLY =
  /^\p{sc=Han}{2,14}[\s\u3000]{0,4}(?:敬[啟启上]|[謹谨][啟启]|[謹谨]上|拜上|鞠躬)$/u;
/** 记录：镇党政办, below who was there. */
const MINUTES = /^(?:记录(?:人|员)?|列席(?:人员)?|缺席(?:人员)?|请假(?:人员)?|抄[送报])[：:]\s?\S/u;
const THERE = /^(?:参会|出席|与会|列席|缺席|请假|主持|参加|记录|抄[送报])[\p{sc=Han}]{0,4}[：:]/u;
/** 抄送：区政协提案委，区政府督查室。 below the date of an official paper. */
const COPIED = /^抄\s{0,2}[送报][：:]\s?\p{sc=Han}\S{2,}/u;
const LONGEST_COPIED = 120;
const SENTENCE = /[。；]$/u;

/** Whether an office signs with the line: 某某鄉公所 敬啟. */
export function signsRespectfully(text: string): boolean {
  return text.length <= LONGEST && RESPECTFULLY.test(text);
}

/**
 * Keeps what closes a letter or a paper of rules right below the text that stays: the wish above the signature, who
 * signs, the body whose rules they are. Such lines are short and without a sentence: to a model they are a frame's.
 */
export function keepClosing(lines: readonly Line[], kept: boolean[]): void {
  const isSpeech = isSalutation(lines[kept.indexOf(true)]?.text ?? '');
  for (let at = 1; at < lines.length; at += 1) {
    const line = lines[at];
    if (!line || kept[at] || !kept[at - 1] || !isPlain(line)) continue;
    if (isCopied(lines, at)) kept[at] = true;
    if (kept[at] || line.text.length > LONGEST) continue;
    kept[at] =
      isSignature(lines, at) ||
      isSignedWish(lines, at) ||
      (isSpeech && SPOKEN_WISH.test(line.text)) ||
      isBody(lines, at) ||
      isEndOfNotice(lines, at);
  }
}

/** Who signs a notice, who took the minutes. */
function isEndOfNotice(lines: readonly Line[], at: number): boolean {
  const [above = '', text = ''] = [lines[at - 1]?.text, lines[at]?.text];
  return RESPECTFULLY.test(text) || (MINUTES.test(text) && THERE.test(above));
}

/** Who else gets an official paper, below the date it is signed with. */
function isCopied(lines: readonly Line[], at: number): boolean {
  const [above = '', text = ''] = [lines[at - 1]?.text, lines[at]?.text];
  return text.length <= LONGEST_COPIED && COPIED.test(text) && isSignedDate(above);
}

/** Who signs, and the date below. */
function isSignature(lines: readonly Line[], at: number): boolean {
  const [above = '', text = ''] = [lines[at - 1]?.text, lines[at]?.text];
  return WRITER.test(text) || (isSignedDate(text) && WRITER.test(above));
}

function isSignedWish(lines: readonly Line[], at: number): boolean {
  return WISH.test(lines[at]?.text ?? '') && WRITER.test(lines[at + 1]?.text ?? '');
}

/** Between a sentence and the heading of a list; the owner of a site stands in the page's last lines. */
function isBody(lines: readonly Line[], at: number): boolean {
  const [above, below] = [lines[at - 1], lines[at + 1]];
  if (!BODY.test(lines[at]?.text ?? '') || !SENTENCE.test(above?.text ?? '')) return false;
  return below?.frame?.opens === 'section' && below.frame.where === 'anywhere';
}
