/**
 * The most frequent characters of running text by script. About half of any Chinese text are among the
 * first 200 (Jun Da, Modern Chinese Character Frequency List, 2004), while the same bytes read in a wrong
 * charset spread over thousands of rare ones.
 */
const HAN_BOTH =
  '的一是不了在人有我他大上之到中用生地出就分可主多公而行下方作能成自年同工和日等家好使心本文月面其最入都全新高合定部小見理法力天去名十三正水外度已前先第立元明位情化此二如平但品因只由通法信各市保安持事重制相比者加所者也以者提至基直教育委提化科目求指活建步民';
const SIMPLIFIED_ONLY =
  '这来为国个们时说对会发动学过经后里进种样还于现问关点实体当战开起业机员论间车产务将认总条应与区总县级组织领导门办团队记录计划检查发书长东难题义见报场权转话运变类设验节严积极风价资带优环单约师习项标复达营历给让获选图医电网际费号责际维护质调规则结构统统';
const TRADITIONAL_ONLY =
  '這來為國個們時說對會發動學過經後裡進種樣還於現問關點實體當戰開起業機員論間車產務將認總條應與區縣級組織領導門辦團隊記錄計劃檢查發書長東難題義見報場權轉話運變類設驗節嚴積極風價資帶優環單約師習項標復達營歷給讓獲選圖醫電網際費號責維護質調規則結構統臺灣嘅唔喺咗';
const PUNCTUATION = '，。、：；！？“”‘’（）《》【】「」『』—…·　';

const set = (...texts: string[]): ReadonlySet<number> =>
  new Set(texts.flatMap((text) => [...text].map((char) => char.codePointAt(0) ?? 0)));

export const SIMPLIFIED = set(HAN_BOTH, SIMPLIFIED_ONLY, PUNCTUATION);
export const CHINESE = set(HAN_BOTH, SIMPLIFIED_ONLY, TRADITIONAL_ONLY, PUNCTUATION);
export const TRADITIONAL = set(HAN_BOTH, TRADITIONAL_ONLY, PUNCTUATION);
export const JAPANESE = set(
  'のにはをたがでてとしれさいるなもかすことまりよきあっうだくらそけえおわつめどんじちみせやび',
  'ーンスルトリクアイラドフレグシジタマコロムテプサカメニキ',
  '日本年人大会国的一出中時間分前生上行見気事自社者地業方新場員立',
  '、。「」・　（）',
);
export const KOREAN = set(
  '이다는을의에가고하지한로도기사은를서인자시어대정나리아그수있부원일해전과스으제구장성보상라것동유만게비들주공신우여',
);
export const CYRILLIC = set('оеаинтсрвлкмдпуяыьгзОЕАИНТСРВЛКМ');
export const LATIN = set('éèêàâçùûüöäßñóíáúôîëœæøåãõìòÉÈÀÇÜÖÄ’‘“”–—…•·©®«»°€£ ');
