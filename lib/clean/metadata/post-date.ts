import { frameDates } from './frame-date.ts';
import type { PageFrame } from './page-frame.ts';

/** 小档案 短信 引用 回复 楼主: who opened the thread speaks below. */
const OPENER = /(?:^|[\s\u3000])(?:楼主|樓主)$/u;
const NEAR = 6;
/** The day with its time, and what stands beside it: IP: 已记录. */
const LONGEST = 36;
const CHANGED = /编辑|編輯|修改|更新/u;

/**
 * The day of a thread's first post where its board writes it below the post, in a line of its own with the time; '' where
 * none does, or where a day stands in its head.
 */
export function dayBelowPost({ head, tail }: PageFrame): string {
  const above = head.filter(({ kept }) => !kept);
  if (!above.some(({ text }) => OPENER.test(text))) return '';
  if (above.some(({ text }) => frameDates(text).some(({ role }) => role !== 'other'))) return '';
  for (const { text, kept } of tail.slice(0, NEAR)) {
    const [date] = kept || CHANGED.test(text) ? [] : frameDates(text);
    if (!date?.iso.includes('T')) continue;
    return date.from === 0 && text.length <= LONGEST ? date.iso : '';
  }
  return '';
}

/** 发布于 2020-04-08, 编辑于 2021-09-30: sites of questions put the day below the answer. */
const ANSWERED =
  /^(?:发布|發布|發佈|发表|發表|编辑|編輯|最后编辑|创作|回答|写|寫)[于於]\s?[:：]?\s?(?:19|20)\d\d[-/.年][\d\s:.\-/月日]{3,16}(?:[・·,，]?\s?(?:IP\s?属地|著作权|來自|来自).{0,20})?$/u;
const RIGHT_BELOW = 3;

/** The day that stands right below the text in words of such a site; null if none does. */
export function dayBelowAnswer({ tail }: PageFrame): string | null {
  const line = tail.slice(0, RIGHT_BELOW).find(({ text }) => ANSWERED.test(text));
  return line ? (frameDates(line.text)[0]?.iso ?? null) : null;
}
