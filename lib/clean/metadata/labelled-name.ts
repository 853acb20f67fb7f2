/** 作者：张三 and its kin in a short line; a name ends at a blank, a bar or the next label. Who took the picture wrote nothing. 来源：某某晚报 作者 某某 has a colon at one of its labels. */
const HAN_LABEL =
  /(?:作\s{0,4}者|著者|撰文|撰稿人?|楼主|投稿人|执笔|張貼者|张贴者|博主)\s?[:：]\s?([^\s:：|，,。；;（(【[]{2,20})|(?:^|[\s|(（])文\s?[/／∕|｜:：]\s?([^\s:：|，,。；;（(【[]{2,12})|(?:本报|本刊|本网|见习)?记者\s?[:：]?\s?(?![站团會会组部证节])(\p{Script=Han}{1,3}[^\P{Script=Han}摄攝])(?=[\s)）|]|$)(?!\s?(?:摄|攝|图|圖|供图|制图|绘))|(?<![\p{Script=Han}])投稿\s?[:：]\s?(\p{Script=Han}{2,6})(?=[\s)）|]|$)|(?<=(?:来源|來源)\s?[:：]\s?[^\s:：]{2,16}\s)作者\s(\p{Script=Han}{2,5})(?=[\s)）|]|$)/u;
const LATIN_LABEL =
  /(?:^|[\s|·•(–—-])(?:By|BY|Von|VON|Par|PAR|Por|POR|Di|Door|Text:|Autor:|Autorin:|Author:|(?:Written|Posted|Words|Story|written|posted) by|[Vv]erfasst von) /u;
/** Labels of four characters and more; others have two. */
const LONG_LABEL =
  /(?:发布|發布|发表|發表|收录|上传|更新|录入|添加|创建|编辑)(?:时间|時間|日期)$|(?:指导|辅导)(?:老师|教师)$|(?:文章|信息|稿件)?(?:来源|來源)$|(?:阅读|浏览|点击)(?:次数|量|数)$/u;
const SHORT_LABEL = 2;
const NAME_WORD =
  /^(?:\p{Lu}[\p{L}.'’-]{0,24}|de|von|van|der|den|la|le|di|da|el|al|bin|zu|dos|do)$/u;
const NAME_JOINT = /^(?:and|und|et|y|&)$/u;
const CAPITAL = /^\p{Lu}/u;

/** The name a labelled line gives, '' if it gives none. */
export function labelledName(line: string): string {
  const han = HAN_LABEL.exec(line);
  if (han) {
    const name = han.slice(1).find((group) => group !== undefined) ?? '';
    const next = line.charAt(han.index + han[0].length);
    return next === ':' || next === '：' ? withoutNextLabel(name) : name;
  }
  const lead = LATIN_LABEL.exec(line);
  return lead ? leadingName(line.slice(lead.index + lead[0].length)) : '';
}

/** Without the label of the next field, which is glued to the name: 沈小满学校：江城七中. */
export function withoutNextLabel(name: string): string {
  const long = LONG_LABEL.exec(name);
  return long ? name.slice(0, long.index) : name.slice(0, -SHORT_LABEL);
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
