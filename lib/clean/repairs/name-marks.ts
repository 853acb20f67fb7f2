import { CONTINUES, placesOf, type Range } from './mark-places.ts';

/** Signs that a site puts between the characters of its name, so that no filter knows it. */
const SIGNS = [' ', '_', '~', '～', '*', '·', '^', '|', '`', '-', '.', '/'];
/** A site that calls itself so: 某 某 作 文 网, with one blank between all its characters, behind a clause. */
const SPACED_SITE =
  /(?<=[，。；！？”])(?:\p{sc=Han} ){3,9}(?:[网網站库庫坊苑]|文 库)(?= ?\p{sc=Han}{2})/gu;
/** What says that the text is a site's, before its name. */
const SAYS_WHOSE =
  /(?:本文|文章|内容|资料)(?:来源于?|来自于?|转自|选自|摘自|出自|由)[:：]?\s?$|转载请注明(?:出自|来自|来源)?[:：]?\s?$|@$/u;
const SAYS_REACH = 12;
const CLAIMS = /^ ?(?:收集整理|整理发布|整理|提供|首发|发布|原创|收集)/u;
const CLAIMS_REACH = 6;

/** 某 某 文 库, 某_某_坊: a name of the site written apart. */
export function namesApart(text: string, names: readonly string[]): Range[] {
  const known = names.flatMap((name) =>
    SIGNS.flatMap((sign) => {
      const apart = [...name].join(sign);
      return placesOf(text, apart).map((from) => ({ from, to: from + apart.length }));
    }),
  );
  const others = [...text.matchAll(SPACED_SITE)].map(({ index, 0: mark }) => ({
    from: index,
    to: index + mark.length,
  }));
  return [...known, ...others];
}

/** 本文来自某某, @某某: a name of the site with the words that claim the text, in the way of a sentence. */
export function attributedNames(text: string, names: readonly string[]): Range[] {
  return names.flatMap((name) =>
    placesOf(text, name).flatMap((at) => {
      const before = text.slice(Math.max(0, at - SAYS_REACH), at);
      const says = SAYS_WHOSE.exec(before)?.[0].length ?? 0;
      if (says === 0) return [];
      const end = at + name.length;
      if (endsClause(text, at - says, end)) return [{ from: at - says, to: end }];
      if (!CLAUSE_END.test(before.charAt(before.length - says - 1))) return [];
      const claim = CLAIMS.exec(text.slice(end, end + CLAIMS_REACH))?.[0].length ?? 0;
      const after = text.slice(end + claim, end + claim + CLAIMS_REACH);
      return STARTS.test(after) && !CONTINUES.test(after)
        ? [{ from: at - says, to: end + claim }]
        : [];
    }),
  );
}

/** 织毛衣内容来自某某论坛。: glued to the end of a clause that speaks of nothing that has an origin. */
function endsClause(text: string, from: number, to: number): boolean {
  if (!CLAUSE_END.test(text.charAt(to)) && to < text.length) return false;
  const clause = text.slice(Math.max(0, from - CLAUSE_REACH), from);
  return GLUED_CLAUSE.test(clause) && !WHAT_HAS_ORIGIN.test(clause);
}

const CLAUSE_REACH = 16;
const GLUED_CLAUSE = /[\p{sc=Han}\d]{6}$/u;
/** 以上内容来自, 这些资料来自: the sentence's own. */
const WHAT_HAS_ORIGIN =
  /(?:以上|以下|上述|下述|部分|全部|主要|相关|有关|其中|其他|其它|所有|大多|多数|基本|本|该|此|的|些|段|个|篇|条|份|章|节|都|均|和|与|及|或|关于|参考|历史|背景|采访|报道|新闻|网络|统计|调查|原始)$/u;
const CLAUSE_END = /[，。；！？”,;!?]/u;
const STARTS = /^\s?[\p{sc=Han}“]/u;
