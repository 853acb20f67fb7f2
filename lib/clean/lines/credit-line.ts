import { findDates } from '../metadata/find-dates.ts';

const CREDIT =
  /^(?:文|图文|文图|文字|撰文|采写|撰稿) ?[/|] ?(\p{Script=Han}{2,4}(?:[ ,、]\p{Script=Han}{2,4}){0,2})[ |·,]{1,3}(?=(?:19|20)\d\d)/u;
const FIRST = '文图撰采';
const LONGEST = 60;
/** 日 behind the date, the time's seconds. */
const REST = /^日?\s*$/u;

interface Credit {
  readonly publishedAt: string;
  readonly author: string;
}

/** 文 / 某某　2019年6月3日 06:30: who wrote it and when, and nothing else; null for any other line. */
export function readCredit(raw: string, folded: string): Credit | null {
  if (!FIRST.includes(folded.charAt(0)) || raw.length > LONGEST) return null;
  const credit = CREDIT.exec(folded);
  if (!credit) return null;
  const from = credit[0].length;
  const [date, other] = findDates(folded);
  if (!date || other || date.from !== from || !REST.test(folded.slice(date.to))) return null;
  return { publishedAt: date.iso, author: credit[1] ?? '' };
}
