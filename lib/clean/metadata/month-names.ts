/**
 * Month names and their abbreviations of the languages written in Latin, Cyrillic or Arabic letters, lower
 * case, as they stand in dates (Slavic languages: genitive). Abbreviations are matched as prefixes
 * of at least three letters where that is unambiguous, so only the full names are listed.
 */
const NAMES: readonly (readonly [number, string])[] = [
  [1, 'january januar jänner janvier enero gennaio janeiro januari janvārī stycznia января січня'],
  [1, 'ledna tammikuuta ocak január ianuarie janúar jan janv gen янв'],
  [2, 'february februar feber février fevrier febrero febbraio fevereiro februari lutego февраля'],
  [2, 'лютого února helmikuuta şubat február februarie feb fév fev févr фев'],
  [3, 'march märz maerz mars marzo março maart marca марта березня března maaliskuuta mart'],
  [3, 'március martie mar mär mrz мар'],
  [4, 'april avril abril aprile kwietnia апреля квітня dubna huhtikuuta nisan április aprilie'],
  [4, 'apr avr abr апр'],
  [5, 'may mai mayo maggio maio mei maja мая травня května toukokuuta mayıs május maj mag'],
  [6, 'june juni juin junio giugno junho czerwca июня червня června kesäkuuta haziran június'],
  [6, 'iunie jun giu июн'],
  [7, 'july juli juillet julio luglio julho lipca июля липня července heinäkuuta temmuz július'],
  [7, 'iulie jul juil lug июл'],
  [8, 'august août aout agosto augusti augustus sierpnia августа серпня srpna elokuuta ağustos'],
  [8, 'augusztus aug ago ağu авг'],
  [9, 'september septembre septiembre setiembre settembre setembro września сентября вересня'],
  [9, 'září syyskuuta eylül szeptember septembrie sep sept set сен сент'],
  [10, 'october oktober octobre octubre ottobre outubro października октября жовтня října'],
  [10, 'lokakuuta ekim október octombrie oct okt ott out окт'],
  [11, 'november novembre noviembre novembro listopada ноября листопада listopadu marraskuuta'],
  [11, 'kasım noiembrie nov ноя'],
  [12, 'december dezember décembre decembre diciembre dicembre dezembro grudnia декабря грудня'],
  [12, 'prosince joulukuuta aralık decembrie dec dez déc dic дек'],
  [1, 'يناير'],
  [2, 'فبراير شباط'],
  [3, 'مارس آذار'],
  [4, 'أبريل إبريل نيسان'],
  [5, 'مايو أيار'],
  [6, 'يونيو حزيران'],
  [7, 'يوليو تموز'],
  [8, 'أغسطس آب'],
  [9, 'سبتمبر أيلول'],
  [10, 'أكتوبر'],
  [11, 'نوفمبر'],
  [12, 'ديسمبر'],
];

const MONTHS = new Map(
  NAMES.flatMap(([month, names]) => names.split(' ').map((name) => [name, month] as const)),
);

/** 1..12 for a month's name or abbreviation in any case, a final dot allowed; null for other words. */
export function monthOf(word: string): number | null {
  const lower = word.toLowerCase().normalize('NFC');
  return MONTHS.get(lower.endsWith('.') ? lower.slice(0, -1) : lower) ?? null;
}
