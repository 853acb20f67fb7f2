import { frameDates } from './frame-date.ts';
import { isNameShaped, NOUN } from './name-shape.ts';
import type { FrameLine, PageFrame } from './page-frame.ts';
import { ACCOUNT_LINE } from './site-lines.ts';

/** 以下文章来源于半山文艺，作者林知微: what another account is credited with. */
const REPRINT =
  /^(?:以下)?文章(?:来源|转载|转自)于?[^，,]{1,24}[，,]\s?作者\s?[:：]?\s?([^\s，,。；;]{2,14})$/u;
const PLATFORM = /^\p{Script=Han}{1,5}号$/u;
const SHORTEST_ACCOUNT = 3;

/** Who wrote for a public account, as the line below the title says; '' if none does. */
export function accountAuthor({ head }: PageFrame): string {
  for (const { text } of head) {
    const name = (ACCOUNT_LINE.exec(text) ?? REPRINT.exec(text))?.[1];
    if (name !== undefined) return name;
  }
  return hostedAccount(head);
}

/** 某某号 > 巷口滋味 > 标题, and 巷口滋味 2019-07-15 below: the account that wrote, where a platform hosts accounts. */
function hostedAccount(head: readonly FrameLine[]): string {
  const steps = head.find(({ path, kept }) => !kept && PLATFORM.test(path?.names[0] ?? ''));
  const name = steps?.path?.names[1] ?? '';
  if (name.length < SHORTEST_ACCOUNT || NOUN.test(name) || !isNameShaped(name)) return '';
  const isDated = head.some(({ text, kept }) => {
    return !kept && text.startsWith(`${name} `) && frameDates(text).length > 0;
  });
  return isDated ? name : '';
}
