const DEFAULT =
  /^(?:new page|untitled(?:[ -]?(?:document|page))?|title|insert title here|page title|无标题(?:文档|文件|页|网页)?|無標題(?:文檔|文件|頁|網頁)?|未命名(?:文档|页面|网页)?|新建(?:网页|页面|文档|文本文档)|新(?:网页|页面|頁面|網頁)|网页标题|在此处?插入标题)[\s_-]{0,2}\d{0,3}$/iu;
const LONGEST = 24;

/** Whether a <title> is what the editor wrote there before anybody did: New Page 1, 无标题文档. */
export function isDefaultTitle(title: string): boolean {
  return title.length <= LONGEST && DEFAULT.test(title);
}
