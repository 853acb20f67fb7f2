import { rememberingPage } from '../page-memory.ts';
import { type DateMention, findDates } from './find-dates.ts';

/** What is said of a date by the words before it. */
export type DateRole = 'published' | 'changed' | 'other' | 'none';

/** Verbs and nouns for the day a page went up, in the words of very different sites. */
const PUBLISHED =
  /(?:发布|發布|發佈|发表|發表|刊登|刊发|登载|刊載|上传|上傳|上载|上架|上线|上線|上版|上摊|入库|入館|入馆|入档|收录|收錄|收藏|添加|录入|錄入|公布|公佈|公告|公开|公開|张贴|張貼|贴于|写于|寫於|创建|建立|登记|登記|挂出|首发|首發|面世|印发|投稿|整理|发稿|發稿|发文|報告|报告|采集|供稿|提供|分享|贡献|貢獻|上网)(?:时间|時間|日期|日|于|於|在)?[^\p{L}\p{N}]{0,6}$|(?:posted|published|created|added|publié|veröffentlich|投稿日|公開日)[^\p{L}\p{N}]{0,6}(?:on)?[^\p{L}\p{N}]{0,3}$/iu;
const PLAIN = /(?:时间|時間|日期|日付|date|datum)\s?[:：]?[^\p{L}\p{N}]*$/iu;
const CHANGED =
  /(?:更新|修改|修订|修訂|编辑于?|刷新|updated?|modified|edited|revised)(?:时间|時間|日期|于|於)?[^\p{L}\p{N}]{0,6}(?:on)?[^\p{L}\p{N}]{0,3}$/iu;
const OTHER =
  /引用|访问日期|檢索|检索日期|查阅日期|今天是|现在是|現在是|现在时刻|当前时间|©|\(c\)|copyright|版权|版權|施行|实施|生效|有效期|截止|截至|注册|註冊|登录|登錄|最后|joined|expires|retrieved|accessed|生日|出生|开幕|会议时间|活动时间|报名|考试时间|开庭|[上前]一|[下后後]一|前[篇条則则文页]|后[篇条則则文页]|往前|往后/iu;
const BEFORE = 14;
/** The Republic of China's years as government pages of Taiwan write them: 113-09-20. */
const MINGUO =
  /(?:日期|時間|时间|日|date)\s?[:：]?\s*(?:民國)?\s?(1[0-4]\d|[6-9]\d)\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})(?!\d)/iu;
const ERA = 1911;
const LONGEST = 160;

export interface FrameDate {
  readonly iso: string;
  readonly role: DateRole;
  /** Where in the line it stands. */
  readonly from: number;
}

/** The days a line of the frame says, each with what the words before it make of it; none in prose. Linear. */
export const frameDates = rememberingPage((text: string): readonly FrameDate[] => {
  if (text.length > LONGEST) return [];
  const dates = findDates(text).filter(({ iso }) => iso.length >= 10);
  if (dates.length > 0) return dates.map((date, at) => dated(text, date, dates[at - 1]));
  const era = minguo(text);
  return era ? [era] : [];
});

function dated(text: string, date: DateMention, previous: DateMention | undefined): FrameDate {
  const before = text.slice(Math.max(previous?.to ?? 0, date.from - BEFORE), date.from);
  return { iso: date.iso, role: roleOf(before), from: date.from };
}

function roleOf(before: string): DateRole {
  if (OTHER.test(before)) return 'other';
  if (CHANGED.test(before)) return 'changed';
  return PUBLISHED.test(before) || PLAIN.test(before) ? 'published' : 'none';
}

function minguo(text: string): FrameDate | null {
  const match = MINGUO.exec(text);
  if (!match) return null;
  const [year, month, day] = [match[1], match[2], match[3]].map(Number);
  const [found] = findDates(`${ERA + (year ?? 0)}-${month}-${day}`);
  if (!found || found.iso.length < 10) return null;
  return { iso: found.iso, role: roleOf(text.slice(0, match.index + 2)), from: match.index };
}
