/** Authorities, schools and firms are what their own documents speak of. */
const SUBJECT =
  /(?:政府|[局厅委署院部处]|委员会|银行|大学|学校|[小中]学|幼儿园|公司|协会|中心|集团|医院|法院|学会|办公室|科技|药业|医药|股份|实业|重工|物业|酒店|宾馆|律所|事务所|研究所|出版社|图书馆|博物馆|档案馆|联合会|基金会|合作社)$/u;
/** 澜石（苏北）有限公司, 澜石（以下简称“本公司”）: what stands behind the name of who speaks. */
const BEHIND_FIRM =
  /^(?:[（(]\p{sc=Han}{2,6}[）)])?\p{sc=Han}{0,8}(?:有限|股份|责任|集团)(?:责任|股份)?公司|^(?:集团)?公司|^[^，。；]{0,12}[（(](?:以下|下[称简同]|简称)/u;
const REACH = 24;
/** Sites that live on the documents of others have a firm behind them too; theirs is named in the frame alone. */
const OF_SITE =
  /(?:[网站库坊屋阁吧網庫]|书[院城楼]|中文|文学|小说|范文|作文|文秘|公文|论坛|读书|之家|大全)$/u;

/** Is it called as sites are whose pages are other people's documents? */
export function isOfSite(name: string): boolean {
  return OF_SITE.test(name);
}

/** Is the name of the site one that a document of this page speaks of, a firm's or an authority's own? */
export function isOwnSubject(
  name: string,
  { texts, frame }: { readonly texts: readonly string[]; readonly frame: readonly string[] },
): boolean {
  if (SUBJECT.test(name)) return true;
  if (texts.some((text) => isFirm(text, name))) return true;
  return !isOfSite(name) && frame.some((line) => isFirm(line, name));
}

function isFirm(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    const end = at + name.length;
    if (BEHIND_FIRM.test(text.slice(end, end + REACH))) return true;
  }
  return false;
}
