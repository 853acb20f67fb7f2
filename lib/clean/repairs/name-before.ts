/** What a site says before its name: 本文转载自某某网. */
const PRECEDES =
  /(?:转载请注明(?:出自|来自)?|(?:本文|文章)?(?:来源于?|来自于?|转载自|转自|选自|摘自)[:：]?)$/u;
const PRECEDES_REACH = 8;
const BETWEEN = ' \u3000:：(（-－—|';

/** Where a name of the site begins that ends at `end`, blanks between its characters or not; -1 if none does. */
export function nameBefore(text: string, end: number, names: readonly string[]): number {
  for (const name of names) {
    let at = end;
    let left = name.length;
    while (at > 0 && left > 0) {
      const character = text.charAt(at - 1);
      if (character === name.charAt(left - 1)) left -= 1;
      else if (!BETWEEN.includes(character)) break;
      at -= 1;
    }
    if (left === 0) return at;
  }
  return -1;
}

/** Where the words begin with which the site says that the text is its own, before the name at `at`; `at` if there are none. */
export function claimBefore(text: string, at: number): number {
  const claim = PRECEDES.exec(text.slice(Math.max(0, at - PRECEDES_REACH), at))?.[0].length ?? 0;
  return at - claim;
}

/** 该教案由, 本文由: the same where the address behind the name says that the sentence is the site's. */
const BY =
  /(?:本|该|此|这)[篇份]?(?:文[章档]?|教案|范文|资料|作文|课件|试[题卷]|材料|内容|文稿|论文|合同)?(?:是|系)?由$/u;
const BY_REACH = 8;

/** Where those words begin before the name at `at`; `at` if there are none. */
export function makerBefore(text: string, at: number): number {
  return at - (BY.exec(text.slice(Math.max(0, at - BY_REACH), at))?.[0].length ?? 0);
}

/** Before the blanks, colons and brackets between a name and its address. */
export function endOfName(text: string, end: number): number {
  let at = end;
  while (at > 0 && BETWEEN.includes(text.charAt(at - 1))) at -= 1;
  return at;
}
