/** 作者：张三 and its kin in a short line; a name ends at a blank, a bar or the next label. */
const HAN_LABEL =
  /(?:作\s{0,4}者|撰文|撰稿人?|楼主|投稿人|执笔|張貼者|张贴者|博主)\s?[:：]\s?([^\s:：|，,。；;（(【[]{2,20})|(?:^|[\s|(（])文\s?(?:[/／|｜]|[:：])\s?([^\s:：|，,。；;（(【[]{2,12})|(?:本报|本刊|本网|见习)?记者\s?[:：]?\s?(\p{Script=Han}{2,4})(?=[\s)）|]|$)/u;
const LATIN_LABEL =
  /(?:^|[\s|·•(–—-])(?:By|BY|Von|VON|Par|PAR|Por|POR|Di|Door|Text:|Autor:|Autorin:|Author:|(?:Written|Posted|Words|Story|written|posted) by|[Vv]erfasst von) /u;
const NAME_WORD =
  /^(?:\p{Lu}[\p{L}.'’-]{0,24}|de|von|van|der|den|la|le|di|da|el|al|bin|zu|dos|do)$/u;
const NAME_JOINT = /^(?:and|und|et|y|&)$/u;
const CAPITAL = /^\p{Lu}/u;

/** The name a labelled line gives, '' if it gives none. */
export function labelledName(line: string): string {
  const han = HAN_LABEL.exec(line);
  if (han) return han[1] ?? han[2] ?? han[3] ?? '';
  const lead = LATIN_LABEL.exec(line);
  return lead ? leadingName(line.slice(lead.index + lead[0].length)) : '';
}

/** The capitalised words a text begins with, joined names included: "Ana de la Cruz and Bo Li". */
function leadingName(text: string): string {
  const names: string[] = [];
  for (const word of text.split(' ').slice(0, 14)) {
    const bare = word.endsWith(',') ? word.slice(0, -1) : word;
    if (!NAME_WORD.test(bare) && !(names.length > 0 && NAME_JOINT.test(bare))) break;
    names.push(word);
  }
  while (names.length > 0 && !CAPITAL.test(names.at(-1) ?? '')) names.pop();
  return names.join(' ');
}
