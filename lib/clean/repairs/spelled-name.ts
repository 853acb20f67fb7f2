import { hasInitial, isTonelessReading } from './readings.ts';

const LONGEST_SYLLABLE = 6;
/** Labels of a host that name nobody. */
const NO_NAME = new Set(['www', 'com', 'cn', 'net', 'org', 'bbs', 'wap', 'cc', 'http', 'https']);
const PROTOCOL = /^https?:\/\//i;
const SUFFIX = /(?:网站|[网站])$/u;
/** 百度, 淘宝, 新浪: documents speak of the sites that have names of two characters. */
const SHORTEST = 3;
/** So many letters of a label must be whole syllables: zw may be anything. */
const LEAST_SPELLED = 4;
const SHORTEST_LABEL = 3;
const LONGEST = 8;
const HAN = /^\p{sc=Han}$/u;
const LABEL_ENDS = /[.-]/;
const BLANKS = ' \u3000';

/**
 * Does the pinyin of a name, with or without its 网, make a label of the address? 读后楼 does of www.duhoulou.com,
 * 麦田作文 of www.maitianzw.com.
 */
export function spellsHost(name: string, address: string): boolean {
  const labels = labelsOf(address);
  const short = name.replace(SUFFIX, '');
  return labels.some((label) => spells(name, label) || (short !== name && spells(short, label)));
}

/** Does the name begin with what spells the address? 麦田作文网 is www.maitian.com. */
export function beginsHost(name: string, address: string): boolean {
  if (spellsHost(name, address)) return true;
  const labels = labelsOf(address);
  for (let length = 2; length < name.length; length += 1) {
    const start = name.slice(0, length);
    if (labels.some((label) => spelling(start, label) >= LEAST_SPELLED)) return true;
  }
  return false;
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
  return name.length >= SHORTEST && spelling(name, label) >= LEAST_SPELLED;
}

/** How many letters of the label whole syllables make where name and label are one, other characters by their initials; 0 if not. */
function spelling(name: string, label: string): number {
  if (label.length < name.length) return 0;
  let ends: Ends = new Map([[0, 0]]);
  for (const character of name) {
    ends = readOn(ends, character, label);
    if (ends.size === 0) return 0;
  }
  return ends.get(label.length) ?? 0;
}

/** Where in a label a reading may stand, and how many letters of it are of whole syllables. */
type Ends = ReadonlyMap<number, number>;

/** Where it may stand behind one more character. */
function readOn(ends: Ends, character: string, label: string): Ends {
  const next = new Map<number, number>();
  const reach = (to: number, spelled: number): void => {
    next.set(to, Math.max(spelled, next.get(to) ?? 0));
  };
  for (const [from, spelled] of ends) {
    if (hasInitial(character, label.charAt(from))) reach(from + 1, spelled);
    for (let to = from + 1; to <= Math.min(label.length, from + LONGEST_SYLLABLE); to += 1) {
      if (reads(character, label.slice(from, to))) reach(to, spelled + to - from);
    }
  }
  return next;
}

/** Hosts have no ü: they write v or u for it. */
function reads(character: string, syllable: string): boolean {
  return (
    isTonelessReading(character, syllable) ||
    (syllable.includes('v') && isTonelessReading(character, syllable.replace('v', 'ü')))
  );
}
