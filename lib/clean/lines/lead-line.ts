/** What a document-sharing site says of a file in the sentence above its viewer. */
export interface LeadLine {
  readonly title: string;
  readonly site: string | null;
  readonly category: readonly string[];
}

const LONGEST = 300;
const TITLE = /^[^《]{0,8}《([^》]{1,120})》/u;
const SHARED =
  /》(?:一文|文档|资料|文件)?(?:是)?(?:由|为|系).{0,16}(?:会员|用户|网友|上传者|作者).{0,16}(?:上传|分享|提供|投稿|发布)/u;
/** 更多相关内容在应用文档-某某文库。 / 同主题文档请到应用文档-某某文库查找。 / 更多…请在某某文库上搜索。 / 更多…请访问某某网。 */
const WHERE =
  /(?:更多|同类|同主题).{0,24}?(?:请?(?:在|到|上|访问|登录|关注|查看|前往)|尽在)\s?(.{2,60}?)(?:上?(?:搜索|查找|查看|浏览|阅读|下载)|[。.!！]|$)/u;
const STEP = /\s?(?:-|—|_|>|»|\/|\|)\s?/u;
const QUOTES = /^[“”"「」【】\s]{1,4}|[“”"「」【】\s。]{1,4}$/gu;

/** 《…》由会员上传分享，…更多相关内容在栏目-站名。 Null for any other line. */
export function readLeadLine(line: string): LeadLine | null {
  if (line.length > LONGEST || !line.includes('》') || !SHARED.test(line)) return null;
  const title = TITLE.exec(line)?.[1];
  if (title === undefined) return null;
  const path = WHERE.exec(line.slice(line.indexOf('》')))?.[1] ?? '';
  const names = path
    .split(STEP)
    .map((name) => name.replace(QUOTES, ''))
    .filter((name) => name !== '' && name.length <= 20);
  const site = names.pop() ?? null;
  return { title: title.trim(), site, category: names };
}
