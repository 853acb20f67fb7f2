import type { Range } from '../repairs/mark-places.ts';
import { BAIT, KINDS } from './genre-words.ts';
import { joinGain } from './open-end.ts';
import { familiarity, type SiteWords } from './site-words.ts';

const INNER = '(?<=[，。；！？：、”）,;!?:）)…])';
/** No Latin letters: documents write ISO 9660 格式, pip 下载. */
const WORDS = '[\\p{sc=Han}\\d《》]';
const ON =
  '(?=[\\p{sc=Han}“《]|(?<=[。！？”][^。！？”]{0,40})$)(?![的地得了过是里上中等各]|以[上下内])';
/** Phrases that end as titles of the genre or as baits for machines do, parted by blanks: 某某总结范文 某某总结怎么写. */
const ROW = new RegExp(
  `${INNER}${WORDS}{2,16}(?:[ 　]${WORDS}{2,16}){0,3}?[ 　]${WORDS}{0,12}?(?:${KINDS}${BAIT}?|${BAIT})${ON}`,
  'giu',
);
const HAS_BAIT = new RegExp(BAIT, 'iu');
/** One such phrase alone: 某某讲话稿大全100篇, 某某体会1500字, 某某体会网. */
const ALONE = new RegExp(
  `${INNER}(?:(?:19|20)\\d\\d年?)?([\\p{sc=Han}《》]{3,14}?)((?:范文)?大全(?:[（(]?(?:共|精选)?[一二三四五六七八九十百\\d]{1,4}篇[）)]?)?|[（(](?:精选|通用|优秀|推荐|共)[一二三四五六七八九十百\\d]{1,4}篇[）)]|(?:范文)?免费下载|范文|\\d{3,4}字(?!左|之|多|内|到|至)|(?:范文|精选|通用|最新)[一二三四五六七八九十百\\d]{1,4}篇|网(?![站络页友购红课民银校点址店]))${ON}`,
  'giu',
);
/** 写心得体会1500字并交流: somebody shall write it. */
const TASK =
  /^(?:写|交|读|抄|背|完成|要求|每|共|约|不少|字数|撰写|提交|上交|编|做|有|是|在|从|到|把|将|我|他|她|你)/u;
/** A document too has its model, and something to download. */
const OF_DOCUMENTS = /^(?:范文|(?:范文)?免费下载)$/u;
const CLEAR_GAIN = 1;
const LEAST_OF_ROW = 0.5;
const LEAST_OF_BAIT = 0.3;
const LEAST_ALONE = 0.7;
const HAS_BLANK = /[^\s][ 　][^\s]/u;
const MAY_BE_ALONE = /大全|下载|字|篇|网|范文/;

/** 。[外婆的针线筐作文]: the title in brackets of its own. */
const TITLED = new RegExp(
  `(?<=[。！？”!?])[\\[【〔]([\\p{sc=Han}《》]{2,20}${KINDS})[\\]】〕](?=\\p{sc=Han}|\\s*$)`,
  'gu',
);

/** The frame says the title, seldom with the word for its kind behind it. */
const KIND_LAST = new RegExp(`${KINDS}$`, 'u');
const SHORTEST_STEM = 4;

/** The keywords for machines that search inside a line; `isProven` where the page is known to insert such things. */
export function keywordTalk(text: string, words: SiteWords, isProven: boolean): Range[] {
  const rows = HAS_BLANK.test(text) ? rowsIn(text, words, isProven) : [];
  rows.push(...titlesIn(text, words));
  if (isProven && text.includes('更多')) rows.push(...moreIn(text, words));
  return MAY_BE_ALONE.test(text) ? [...rows, ...aloneIn(text, words, isProven)] : rows;
}

function titlesIn(text: string, words: SiteWords): Range[] {
  return [...text.matchAll(TITLED)]
    .filter(({ 1: title = '' }) => {
      const stem = title.replace(KIND_LAST, '');
      return familiarity(stem.length >= SHORTEST_STEM ? stem : title, words) === 1;
    })
    .map(({ index, 0: said }) => ({ from: index, to: index + said.length }));
}

/** 。更多初一写物作文,: a link to the shelf without its call, and the comma that came with it. */
const MORE = new RegExp(
  `(?<=[。！？”!?])更多(\\p{sc=Han}{3,10}?)${KINDS}[，,](?=\\p{sc=Han})`,
  'gu',
);

function moreIn(text: string, words: SiteWords): Range[] {
  return [...text.matchAll(MORE)]
    .filter(({ 0: said }) => familiarity(said.slice(MORE_LENGTH), words) === 1)
    .map(({ index, 0: said }) => ({ from: index, to: index + said.length }));
}

const MORE_LENGTH = 2;

function rowsIn(text: string, words: SiteWords, isProven: boolean): Range[] {
  return [...text.matchAll(ROW)]
    .filter(({ 0: row }) => {
      const known = familiarity(row, words);
      return known >= (HAS_BAIT.test(row) ? LEAST_OF_BAIT : isProven ? LEAST_OF_ROW : 2);
    })
    .map(({ index, 0: row }) => ({ from: index, to: index + row.length }));
}

function aloneIn(text: string, words: SiteWords, isProven: boolean): Range[] {
  return [...text.matchAll(ALONE)]
    .filter(({ index, 0: phrase, 1: stem = '', 2: end = '' }) => {
      if (TASK.test(stem)) return false;
      const known = familiarity(stem, words);
      if (end === '网') return isProven && known === 1;
      if (OF_DOCUMENTS.test(end))
        return isProven && known === 1 && joinGain(text, index, index + phrase.length) > CLEAR_GAIN;
      return (isProven || end.length > 2) && known >= LEAST_ALONE;
    })
    .map(({ index, 0: phrase }) => ({ from: index, to: index + phrase.length }));
}
