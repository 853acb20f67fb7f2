/**
 * Writes the tables of lib/clean/repairs/generated from the dictionaries of pinyin-pro and opencc-js.
 * Run after either is updated: node scripts/build-repair-tables.ts
 *
 * - readings.ts: syllable with tone → characters (GB2312 and the traditional forms within GBK);
 * - simplified-forms.ts: traditional character → simplified one, and the phrases that are exceptions;
 * - common-characters.ts: characters from frequent to rare. No corpus is used: function words and other
 *   very frequent characters are listed here in their usual order, all others follow by the number of
 *   dictionary words that contain them.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { COMMON_WORDS } from './common-words.ts';

/** The most frequent characters of modern written Chinese, in their usual order. */
const FREQUENT =
  '的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运吗呢吧您谁哪啊呀团联级育校设备质项责增企服务率纪财税银款算审监察检举组织议委党员研究准类技术环境卫医院病药食品农村族济续努推深入落实坚持加强完善升积极严格执定贯彻部署精神群众领干宣培训考核评价督排措施效困难验总结划标任责度规范理水素创新';

const require = createRequire(import.meta.url);
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const pinyinData = join(dirname(require.resolve('pinyin-pro/package.json')), 'dist/esm/data');
const openccData = join(dirname(require.resolve('opencc-js/core')), 'dict');

const HAN = /[\u4e00-\u9fff]/;
const decoder = new TextDecoder('gbk');

/** Characters of GB2312 in code order: level 1 (B0A1..D7F9), then level 2 (D8A1..F7FE). */
function gb2312(): string[] {
  const characters: string[] = [];
  for (let lead = 0xb0; lead <= 0xf7; lead += 1) {
    for (let trail = 0xa1; trail <= 0xfe; trail += 1) {
      const text = decoder.decode(Uint8Array.of(lead, trail));
      if (text.length === 1 && HAN.test(text)) characters.push(text);
    }
  }
  return characters;
}

function gbkHan(): Set<string> {
  const characters = new Set<string>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const text = decoder.decode(Uint8Array.of(lead, trail));
      if (text.length === 1 && HAN.test(text)) characters.add(text);
    }
  }
  return characters;
}

/** The dictionary of an opencc-js module: "from to|from to|…". */
async function openccDictionary(name: string): Promise<[string, string][]> {
  const module: unknown = await import(join(openccData, `${name}.js`));
  const text = Reflect.get(Object(module), 'default');
  if (typeof text !== 'string') throw new Error(`${name} is not a dictionary`);
  return text.split('|').map((line) => {
    const [from = '', to = ''] = line.split(' ');
    return [from, to];
  });
}

/** The dictionary to simplified script, with what the one to traditional script writes and it does not read (暱). */
async function traditionalForms(): Promise<[string, string][]> {
  const forms = await openccDictionary('TSCharacters');
  const known = new Set(forms.map(([from]) => from));
  const simplified = new Set(level);
  const written = (await openccDictionary('STCharacters')).filter(
    ([from, to]) => simplified.has(from) && inGbk.has(to) && from !== to && !known.has(to),
  );
  return [...forms, ...written.map(([from, to]): [string, string] => [to, from])];
}

/** char → readings, most usual first, from the key → characters map of dict1. */
function readingsOf(): Map<string, string[]> {
  const source = readFileSync(join(pinyinData, 'dict1.mjs'), 'utf8');
  const readings = new Map<string, string[]>();
  for (const [, quoted, bare, list = ''] of source.matchAll(
    /^ {4}(?:'([^']+)'|([^\s:']+)): \[([^\]]*)\]/gm,
  )) {
    const syllables = (quoted ?? bare ?? '').split(' ').filter((syllable) => syllable !== '');
    for (const [, character = ''] of list.matchAll(/'([^']+)'/g)) {
      readings.set(character, [...new Set([...(readings.get(character) ?? []), ...syllables])]);
    }
  }
  return readings;
}

function dictionaryWords(): string[] {
  return ['dict2', 'dict3', 'dict4', 'dict5'].flatMap((name) =>
    [
      ...readFileSync(join(pinyinData, `${name}.mjs`), 'utf8').matchAll(/^ {4}(\p{sc=Han}+):/gmu),
    ].map(([, word = '']) => word),
  );
}

const phrases = (await openccDictionary('STPhrases')).map(([simplified]) => simplified);
const level = gb2312();
const inGbk = gbkHan();
const traditional = await traditionalForms();

const counts = new Map<string, number>();
for (const word of [...phrases, ...dictionaryWords()]) {
  for (const character of new Set(word)) {
    counts.set(character, (counts.get(character) ?? 0) + 1);
  }
}
/** A word that prose uses all the time counts as much as several that dictionaries merely list. */
const COMMON_WEIGHT = 8;
for (const word of COMMON_WORDS.split(/\s+/)) {
  for (const character of word) {
    counts.set(character, (counts.get(character) ?? 0) + COMMON_WEIGHT);
  }
}
const frequent = new Set(FREQUENT);
const level1 = new Set(level.slice(0, 3755));
const rest = level
  .filter((character) => !frequent.has(character))
  .map((character) => {
    // A character of level 1 is in daily use even if few dictionary words hold it.
    const weight = (counts.get(character) ?? 0) + (level1.has(character) ? 12 : 0);
    return { character, weight };
  })
  .sort((a, b) => b.weight - a.weight || (a.character < b.character ? -1 : 1))
  .map(({ character }) => character);
const order = [...frequent, ...rest];

const wanted = new Set([
  ...level,
  ...traditional.map(([from]) => from).filter((character) => inGbk.has(character)),
]);
const simplifiedForms = new Map(traditional);
/** Readings that older dictionaries give and the mirrors write: 成績(jī). */
const OLDER_READINGS: Readonly<Record<string, readonly string[]>> = { 績: ['jī'], 跡: ['jī'] };

const readings = readingsOf();
const bySyllable = new Map<string, string>();
for (const character of wanted) {
  // Dictionaries are poorer in traditional forms: a form is also read as its simplified one.
  const simplified = simplifiedForms.get(character) ?? character;
  const syllables = [
    ...(readings.get(character) ?? []),
    ...(readings.get(simplified) ?? []),
    ...(OLDER_READINGS[character] ?? []),
  ];
  for (const syllable of new Set(syllables)) {
    bySyllable.set(syllable, (bySyllable.get(syllable) ?? '') + character);
  }
}

const banner = '// Written by scripts/build-repair-tables.ts. Not by hand.\n';
const out = join(root, 'lib/clean/repairs/generated');
writeFileSync(
  join(out, 'readings.ts'),
  `${banner}/** "syllable characters|…": which characters may be read so (pinyin-pro, MIT). */\nexport const READINGS =\n  '${[
    ...bySyllable,
  ]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([syllable, characters]) => `${syllable} ${characters}`)
    .join('|')}';\n`,
);
writeFileSync(
  join(out, 'common-characters.ts'),
  `${banner}/** The characters of GB2312 from frequent to rare (word counts: pinyin-pro, MIT; opencc-js, Apache-2.0). */\nexport const COMMON_CHARACTERS =\n  '${order.join('')}';\n`,
);

const forms = traditional.filter(
  ([from, to]) => from !== to && from.length === 1 && to.length === 1,
);
// Same length only: a conversion then is one edit a character.
const exceptions = (await openccDictionary('TSPhrases')).filter(
  ([from, to]) => from.length === to.length,
);
writeFileSync(
  join(out, 'simplified-forms.ts'),
  `${banner}/** Pairs of a traditional character and its simplified form (OpenCC t2s, Apache-2.0). */
export const SIMPLIFIED_FORMS =
  '${forms.map(([from, to]) => from + to).join('')}';
/** "from to|…": phrases whose characters are not converted one by one. */
export const SIMPLIFIED_PHRASES =
  '${exceptions.map(([from, to]) => `${from} ${to}`).join('|')}';
`,
);
