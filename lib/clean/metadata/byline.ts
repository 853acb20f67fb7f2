import { hasChinese } from '../has-chinese.ts';
import { isNameShaped, isOrganisation } from './name-shape.ts';

/** □ 章不二, ◎林知微: how newspapers set who wrote. */
const ORNAMENT = /^[□◎●○◯■◆◇▲△※☆★]\s?(\p{Script=Han}{1,2}\s?\p{Script=Han}{1,3})$/u;
/** by 阿婆家的小厨房, 文丨林知微: a label without a colon. */
const BY = /^(?:by|(?:文|撰文)\s?[丨|｜/／∕])\s{0,2}([^\s:：,，]{2,14})$/iu;
/** 【作者】范立群 */
const BRACKETED = /^[【[](?:作\s{0,4}者|撰稿人?|投稿人|署名)[】\]]\s?([^\s:：,，(（【[]{2,14})/u;
/** 楼主 采青人, 发帖人 半亩青: the card of who opened the thread; a counter or a button follows others. */
const OPENER =
  /^(?:作者|博主|楼主|樓主|层主|贴主|帖主|发帖人|發帖人|发帖者|发贴人|主题作者|原作者)\s([^\s:：,，]{2,14})(?:\s(?:发表于|發表於|发布于|上传于|于|(?:19|20)\d\d).*)?$/u;
/** 凤落在逃乘务 老司机 9 楼主; 五金小哥 楼主 初具规模 7: the card with a rank. */
const CARD = /^([^\s:：,，]{2,14})\s(?:.{1,16}\s)?楼主(?:\s.{1,16})?$/u;
/** 慢半步 IP属地: 上海 */
const PLACED = /^([^\s:：,，]{2,14}?)\s?IP\s?属地/u;
/** 小满不满 已于 2022-08-02 08:40 修改 */
const EDITED = /(?:^|\s)([^\s:：,，]{2,14})\s已?于\s?(?:19|20)\d\d.{0,20}(?:修改|发布|编辑|发表)/u;
/** 作者是林知微。, 这篇文章由 一苇 在 2013年6月18日 发布: the foot of a blog's post. */
const POSTED =
  /(?:这篇文章|本文|本条目|此条目|這篇文章)由\s?([^\s:：,，。]{2,14}?)\s?(?:在|于|發|发[布表])|作者是\s?([^\s:：,，。]{2,14})[。.]?$/u;
/** 撰文 林知微: a role of whom newspapers credit, and a name. */
const WROTE =
  /^(?:撰文|撰稿|采写|採寫|口述整理|文字)[\s\u3000]{1,2}(\p{Script=Han}[\s\u3000]?\p{Script=Han}{1,3})$/u;
const ERA =
  '(?:先秦|春秋|战国|戰國|两汉|兩漢|[东東西]?[汉漢晋晉]|魏晋|三国|三國|南北朝|隋|[初盛中晚]?唐|五代|南唐|[南北]?宋|金|元|明|清)';
/** 〔明〕林知微, 唐代：林知微, 宋·林知微, 林知微〔唐代〕, 唐代〔林知微〕: how collections of poems name who wrote; 单价（元） has no 代. */
const OF_ERA = new RegExp(
  `^(?:[〔【[(（]${ERA}[代朝]?[〕】\\])）]\\s?|${ERA}[代朝]\\s?[:：·•]\\s?|(?:${ERA}|[近今时時]人)\\s?[·•]\\s?)(\\p{Script=Han}{2,5})$|^(\\p{Script=Han}{2,5})\\s?[〔【[(（](?:${ERA}|近|现|現|近现|近現|当|當)[代朝][〕】\\])）]$|^(?:${ERA}[代朝]|近代|现代|現代|近现代|近現代|当代|當代)\\s?[〔[](\\p{Script=Han}{2,5})[〕\\]]$`,
  'u',
);
const KIND =
  '(?:诗|詩|词|詞|文|歌|剧|劇|画|畫|体|體|派|史|小说|小說|散文|随笔|文学|文學|言情|都市|戏曲|书信|童话|寓言)';
/** 〔当代〕林知微, [现代]林知微; [现代]都市小说 names a kind, as tags of novels do. */
const OF_TODAY = new RegExp(
  `^[〔【[(（](?:近|现|現|近现|近現|当|當)代[〕】\\])）]\\s?((?!\\p{Script=Han}{0,3}${KIND})\\p{Script=Han}{2,5})$`,
  'u',
);
/** 慢慢走 LV.34 / 茶博士: the card of a member, whose name ends where the level begins. */
const LEVELLED = /^([^\s:：,，/|]{2,14}?)\s?LV\.?\s?\d{1,3}(?![\p{L}\d])/iu;
const FORMS = [
  POSTED,
  BY,
  BRACKETED,
  OPENER,
  CARD,
  LEVELLED,
  PLACED,
  EDITED,
  WROTE,
  OF_ERA,
  OF_TODAY,
];
const BLANK = /\s/gu;

const LONGEST = 80;

/** Who a line that is nothing but a byline names; '' for any other line. */
export function bylineName(text: string): string {
  if (text.length > LONGEST) return '';
  // The words of all others are Chinese.
  if (!hasChinese(text)) return nameIn(BY, text);
  for (const form of FORMS) {
    const name = nameIn(form, text);
    if (name !== '') return name;
  }
  return '';
}

/** The name of a byline that is set with an ornament, which is none of the text's own lines; '' for any other. */
export function ornamentedName(text: string): string {
  return nameIn(ORNAMENT, text);
}

function nameIn(form: RegExp, text: string): string {
  const match = form.exec(text);
  const name = (match?.[1] ?? match?.[2] ?? match?.[3] ?? '').replace(BLANK, '');
  return isNameShaped(name) && !isOrganisation(name) ? name : '';
}

/** 〔明〕林知微: who wrote, and when they lived. */
export function namesEra(text: string): boolean {
  return text.length <= LONGEST && (nameIn(OF_ERA, text) || nameIn(OF_TODAY, text)) !== '';
}

/** A line that says who wrote and nothing else. */
export function isByline(text: string): boolean {
  if (bylineName(text) !== '' || ornamentedName(text) !== '') return true;
  return text.length <= SHORT && NOBODY.test(text) && OF_ERA.test(text);
}

/** 近现代〔佚名〕: nobody knows who wrote, and no poem is called so. */
const NOBODY = /佚名|无名氏|無名氏|失名/u;
const SHORT = 16;
