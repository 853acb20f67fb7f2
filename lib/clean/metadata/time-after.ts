import type { TimeParts } from './calendar.ts';

/** What may stand between a date and its time: 日, weekday in brackets, T, at, um, à, a dot or bar. */
const BRIDGE =
  /(?:[日号號일]|[ ,|·•/–-]|[(（]?(?:星期|周|週|礼拜)[一二三四五六日天][)）]?|[(（][^)(（）]{1,9}[)）]|T(?=\d)|at |um |à |alle |a las |às |kl\. ?|o ){0,6}/uy;
const CLOCK =
  /(上午|下午|晚上|中午|凌晨|早上|오전|오후)? ?(\d{1,2})(?:[:：](\d\d)(?:[:：](\d\d)(?:[.,]\d{1,9})?)?|[.h](\d\d)(?= ?Uhr|(?!\d))|时(\d{1,2})分|點(\d{1,2})分|点(\d{1,2})分| ?(?=[ap]\.?m))/uy;
const HALF = / ?([ap])\.?m\b\.?/iuy;
const ZONE =
  / ?(?:(Z|UTC|GMT)(?![+\w-])|(?:UTC|GMT)? ?([+-])(\d\d):?(\d\d)(?!\d)|(CES?T|MES?Z|E[SD]T|P[SD]T)\b)/uy;

/** Zone abbreviations that mean one offset only: CST, BST and IST mean several and are left out. */
const ZONES: Readonly<Record<string, string>> = {
  CET: '+01:00',
  CEST: '+02:00',
  MEZ: '+01:00',
  MESZ: '+02:00',
  EST: '-05:00',
  EDT: '-04:00',
  PST: '-08:00',
  PDT: '-07:00',
};
const AFTERNOON = new Set(['下午', '晚上', '오후']);

/** The clock time that follows a date ending at `from`, and where it ends; null if none follows. */
export function timeAfter(text: string, from: number): { parts: TimeParts; to: number } | null {
  BRIDGE.lastIndex = from;
  const start = from + (BRIDGE.exec(text)?.[0].length ?? 0);
  CLOCK.lastIndex = start;
  const clock = CLOCK.exec(text);
  if (!clock) return null;
  const minute = clock[3] ?? clock[5] ?? clock[6] ?? clock[7] ?? clock[8];
  let to = start + clock[0].length;
  HALF.lastIndex = to;
  const half = HALF.exec(text);
  if (half) to += half[0].length;
  if (minute === undefined && !half) return null;
  // 14.30 is a time only where "Uhr" or an h says so; 5.12 after a date is another number.
  if (clock[5] !== undefined && !isSpoken(text, clock[0], to)) return null;
  const hour = hourOf(Number(clock[2]), half?.[1] ?? '', clock[1] ?? '');
  if (hour > 23 || Number(minute ?? 0) > 59) return null;
  const second = clock[4] === undefined ? null : Number(clock[4]);
  const zone = zoneAt(text, to);
  return {
    parts: { hour, minute: Number(minute ?? 0), second, zone: zone.text },
    to: zone.to,
  };
}

function isSpoken(text: string, clock: string, to: number): boolean {
  return (
    clock.includes('h') ||
    text
      .slice(to, to + 5)
      .trimStart()
      .startsWith('Uhr')
  );
}

function hourOf(hour: number, half: string, word: string): number {
  if (half.toLowerCase() === 'p' || AFTERNOON.has(word)) return hour < 12 ? hour + 12 : hour;
  return half !== '' && hour === 12 ? 0 : hour;
}

function zoneAt(text: string, from: number): { text: string; to: number } {
  ZONE.lastIndex = from;
  const zone = ZONE.exec(text);
  if (!zone) return { text: '', to: from };
  const to = from + zone[0].length;
  if (zone[1]) return { text: 'Z', to };
  if (zone[5]) return { text: ZONES[zone[5]] ?? '', to };
  return { text: `${zone[2] ?? '+'}${zone[3] ?? '00'}:${zone[4] ?? '00'}`, to };
}
