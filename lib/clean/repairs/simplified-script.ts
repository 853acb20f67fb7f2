import type { Edit } from '../block.ts';
import { simplifiedOf, toSimplified } from './traditional.ts';

/**
 * Words written with a character that mainland usage shares with traditional script but genuine
 * traditional text writes differently (關於, 以後, 這裡, 什麼, 準備, 裡面): a mirror that converted
 * character by character leaves them so.
 */
const CONVERTED =
  /[關对對由等处處属屬基终終在鑒鉴]于|[以之然最今]后|后[来來期续續]|[這这那心手家]里|里面|什么|[怎那這这]么|[随隨沿接跟]着|[关關联聯]系|制造|干[部净淨]/g;
/** Characters that genuine traditional text writes and such a mirror does not. */
const GENUINE = /[於裡裏麼纔後]/g;
const HAN = /[\u4e00-\u9fff]/;

const MIN_CONVERTED = 3;
const MAX_GENUINE_SHARE = 0.1;
/** Share of Chinese characters that have a simplified form, in text that is traditional. */
const MIN_TRADITIONAL = 0.1;

/** Is the page traditional by conversion: traditional characters in mainland spelling? */
export function isConvertedScript(lines: readonly string[]): boolean {
  let han = 0;
  let traditional = 0;
  let converted = 0;
  let genuine = 0;
  for (const line of lines) {
    for (const character of line) {
      if (!HAN.test(character)) continue;
      han += 1;
      if (simplifiedOf(character) !== undefined) traditional += 1;
    }
    converted += line.match(CONVERTED)?.length ?? 0;
    genuine += line.match(GENUINE)?.length ?? 0;
  }
  return (
    traditional >= han * MIN_TRADITIONAL &&
    converted >= MIN_CONVERTED &&
    genuine <= converted * MAX_GENUINE_SHARE
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
