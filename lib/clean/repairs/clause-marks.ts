import { hasChinese } from '../has-chinese.ts';
import { isAfterClause, placesOf, type Range } from './mark-places.ts';

/** 某某作文网站 , with a blank behind it, is a clause of its own. */
const NAMED_SITE =
  /(?<=[，。；！？”,;!?])(\p{sc=Han}{2,10}?)(?:网站|[网站]|论坛|文库)[ \u3000]{1,2}(?=[\p{sc=Han}“])(?![的是在上将为有和与及等])/gu;
const HAN = /\p{sc=Han}/u;
const LONGEST_AD = 32;
/** A sentence that the clause begins goes on behind a comma. */
const STOP = /[。！？；;!?]/u;
const MARK = /[，。；！？,;!?]/u;
/** 专业提供论文发表服务, 竭诚为您服务, 欢迎您的访问: what a site says of itself, and no author in these words. */
const ADVERTISES =
  /^(?:专业|专注|竭诚|诚邀|诚征|长期|免费|欢迎|为(?:您|你|大家|广大)|致力于)(?!.*了).{0,16}(?:服务|提供|下载|发表|代理|办理|投稿|咨询|访问|光临|参考|阅读|浏览|收藏|整理)/u;

/**
 * 。检讨书大全网站 六分钟里: a phrase of the frame that calls itself a site between two clauses, with the blank
 * that parts it from the document.
 */
export function keywordSites(text: string, frame: readonly string[]): Range[] {
  return [...text.matchAll(NAMED_SITE)]
    .filter(([, stem = '']) => frame.some((line) => hasChinese(line) && hasWord(line, stem)))
    .map(({ index, 0: mark }) => ({ from: index, to: index + mark.length }));
}

function hasWord(line: string, word: string): boolean {
  return placesOf(line, word).some(
    (at) => !HAN.test(line.charAt(at - 1)) && !HAN.test(line.charAt(at + word.length)),
  );
}

/** ，某某期刊网专业提供论文发表服务，: a clause in which the site recommends itself, between two marks. */
export function advertisements(text: string, names: readonly string[]): Range[] {
  return names.flatMap((name) =>
    placesOf(text, name).flatMap((from) => {
      if (!isAfterClause(text, from)) return [];
      const said = text.slice(from + name.length, from + name.length + LONGEST_AD);
      const length = said.search(MARK);
      const isClosed = STOP.test(said.charAt(length)) || !STOP.test(text.charAt(from - 1));
      return length > 0 && isClosed && ADVERTISES.test(said.slice(0, length))
        ? [{ from, to: from + name.length + length }]
        : [];
    }),
  );
}
