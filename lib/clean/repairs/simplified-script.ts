import type { Edit } from '../block.ts';
import { simplifiedOf, toSimplified } from './traditional.ts';

/**
 * A mirror that converts character by character leaves those that both scripts share (后, 里, 只, 面) as
 * the simplified text had them: where genuine traditional text writes 以後, 家裡, 兩隻, 麵粉. Each of
 * these kinds speaks for a conversion, the names and measures that are written so in both scripts do not.
 */
const CONVERTED: readonly RegExp[] = [
  /(?<![皇太王母帝天夏國圣聖曹僖])后(?![妃土羿稷冠宮宫氏座])/g,
  /(?<![0-9０-９一二三四五六七八九十百千萬万公英海華鄉鄰邻故閭故間數几幾])里(?![長民程人弄巷鄰巿市斯克])/g,
  /[關對對由等處属屬基终終在鑒鉴]于|于是/g,
  /[怎那這多]么|什么/g,
  /里面|[一二兩三四五六七八九十這那幾每]只(?![能是有要會好])|面[粉條包食]/g,
  /[关關联聯]系|[制]造|干[部净淨活勁]|[輕放]松|准[備時確]/g,
];
/** What genuine traditional text has in their place and no mirror writes. */
const GENUINE = /[於裡裏後妳]/g;
/** What some mirrors convert by words (准備 is 準備) and some do not. */
const DOUBTFUL =
  /[纔隻麵乾幹製係繫並準鬆鬚穀衝鹹鬥佔「]|(?<=\p{sc=Han})著(?=\p{sc=Han})(?![名作述者稱])/gu;
/** Words of modern prose: classical texts share more of the spelling. */
const MODERN = /[的了這这們们是]/g;
const FIRST_HAN = 0x4e00;
const LAST_HAN = 0x9fff;

const MIN_CONVERTED = 3;
const MIN_KINDS = 2;
const MAX_GENUINE_SHARE = 0.1;
const MAX_DOUBTFUL_SHARE = 0.5;
/** Share of Chinese characters that have a simplified form, in text that is traditional. */
const MIN_TRADITIONAL = 0.1;
const MIN_MODERN = 0.02;

/** Is the page traditional by conversion: traditional characters in mainland spelling? */
export function isConvertedScript(lines: readonly string[]): boolean {
  let han = 0;
  let traditional = 0;
  for (const line of lines) {
    for (let at = 0; at < line.length; at += 1) {
      const code = line.charCodeAt(at);
      if (code < FIRST_HAN || code > LAST_HAN) continue;
      han += 1;
      if (simplifiedOf(line.charAt(at)) !== undefined) traditional += 1;
    }
  }
  if (traditional < han * MIN_TRADITIONAL) return false;
  const count = (pattern: RegExp): number =>
    lines.reduce((sum, line) => sum + (line.match(pattern)?.length ?? 0), 0);
  const kinds = CONVERTED.map(count);
  const converted = kinds.reduce((sum, found) => sum + found, 0);
  if (converted < MIN_CONVERTED || kinds.filter((found) => found > 0).length < MIN_KINDS) {
    return false;
  }
  const genuine = count(GENUINE);
  return (
    count(MODERN) >= han * MIN_MODERN &&
    genuine <= converted * MAX_GENUINE_SHARE &&
    genuine + count(DOUBTFUL) <= converted * MAX_DOUBTFUL_SHARE
  );
}

/** The line in simplified script, one edit a character. */
export function simplifiedEdits(line: string): Edit[] {
  const simplified = toSimplified(line);
  if (simplified === line) return [];
  const edits: Edit[] = [];
  for (let at = 0; at < line.length; at += 1) {
    const insert = simplified.charAt(at);
    if (insert !== line.charAt(at)) edits.push({ from: at, to: at + 1, insert });
  }
  return edits;
}
