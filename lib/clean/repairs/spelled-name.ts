import { isTonelessReading } from './readings.ts';

const LONGEST_SYLLABLE = 6;
/** Labels of a host that name nobody. */
const NO_NAME = new Set(['www', 'com', 'cn', 'net', 'org', 'bbs', 'wap', 'cc', 'http', 'https']);
const PROTOCOL = /^https?:\/\//i;
const SUFFIX = /(?:网站|[网站])$/u;
/** 百度, 淘宝, 新浪: documents speak of the sites that have names of two characters. */
const SHORTEST = 3;
const SHORTEST_LABEL = 3;
const LONGEST = 8;
const HAN = /^\p{sc=Han}$/u;
const LABEL_ENDS = /[.-]/;
const BLANKS = ' \u3000';

/** Does the pinyin of a name, with or without its 网, make a label of the address? 读后楼 does of www.duhoulou.com. */
export function spellsHost(name: string, address: string): boolean {
  const labels = labelsOf(address);
  const short = name.replace(SUFFIX, '');
  return labels.some((label) => spells(name, label) || (short !== name && spells(short, label)));
}

/** Where a name begins that ends at `end`, blanks between its characters or not, and spells the address; -1 if none does. */
export function spelledBefore(text: string, end: number, address: string): number {
  let name = '';
  for (let at = end - 1; at >= 0 && name.length < LONGEST; at -= 1) {
    const character = text.charAt(at);
    if (BLANKS.includes(character)) continue;
    if (!HAN.test(character)) return -1;
    name = character + name;
    if (name.length >= SHORTEST && spellsHost(name, address)) return at;
  }
  return -1;
}

function labelsOf(address: string): string[] {
  const host = address.replace(PROTOCOL, '').split('/')[0] ?? '';
  return host
    .toLowerCase()
    .split(LABEL_ENDS)
    .filter((label) => label.length >= SHORTEST_LABEL && !NO_NAME.has(label));
}

function spells(name: string, label: string): boolean {
  if (name.length < SHORTEST || label.length < name.length) return false;
  let ends = new Set([0]);
  for (const character of name) {
    const next = new Set<number>();
    for (const from of ends) {
      for (let to = from + 1; to <= Math.min(label.length, from + LONGEST_SYLLABLE); to += 1) {
        if (reads(character, label.slice(from, to))) next.add(to);
      }
    }
    if (next.size === 0) return false;
    ends = next;
  }
  return ends.has(label.length);
}

/** Hosts have no ü: they write v or u for it. */
function reads(character: string, syllable: string): boolean {
  return (
    isTonelessReading(character, syllable) ||
    (syllable.includes('v') && isTonelessReading(character, syllable.replace('v', 'ü')))
  );
}
