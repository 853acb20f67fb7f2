const LONGEST = 400;
const SAYS =
  /(?:注明出处|注明来源|注明来自|转载自|本文(?:地址|链接|网址|来源|出处|永久链接)|原文(?:地址|链接|网址|出处)|原址|文章(?:地址|链接|网址|来源)|本页(?:地址|链接|网址)|永久链接|固定链接|出处链接|permalink|original (?:url|link|article)|source url)[^:：]{0,16}[:：]\s{0,4}[^\s\w]{0,4}(https?:\/\/[^\s"'<>）)】」》，。；、]{4,300})/iu;
/** 转发务请写明 https://…, 引用请保留链接:https://…, 转载请保留链接：某某网 https://…: what a copy has to name. */
const ASKS =
  /(?:转载|转发|转贴|转帖|引用|摘编|摘录)[^。:：]{0,12}(?:注明|写明|标明|保留|附上|附|带上)[^。:：]{0,10}[:：]?\s{0,4}[^\s\w]{0,12}\s?(https?:\/\/[^\s"'<>）)】」》，。；、]{4,300})/iu;
/** 网址：https://…，转载须保留; （https://…转载请注明出处）: the address first, then what a copy has to do. */
const ASKS_BEHIND =
  /(https?:\/\/[^\s"'<>）)】」》，。；、]{4,300})[\s，,。；;）)】」》]{0,3}(?:如需|若需|如要|若要|欢迎|如|凡)?(?:转载|转发|转贴|转帖|引用|摘编|复制|轉載)[^。:：]{0,8}(?:保留|注明|标明|写明|附上|附带|带上|註明)/iu;
/** 链接地址：https://…, the whole line: elsewhere in a sentence such words speak of other addresses. */
const LABELLED =
  /^\s{0,8}(?:(?:本|该|此)?(?:文档|资料|资源|页面|网页|当前)?(?:链接|网页|页面)?(?:地址|网址|链接))\s?[:：]\s{0,4}(https?:\/\/[^\s"'<>）)】」》，。；、]{4,300})\s{0,4}$/iu;
/** Of every address that is looked for: most lines have none. */
const SCHEME = '://';
const TRAILING = /[.,;:!?]{1,5}$/u;

/** The address a line states as the document's own: 转载请注明出处：https://… Null for any other line. */
export function readDeclaredAddress(line: string): string | null {
  if (line.length > LONGEST || !line.includes(SCHEME)) return null;
  return address(SAYS.exec(line) ?? ASKS.exec(line) ?? ASKS_BEHIND.exec(line));
}

/** 链接地址：https://… alone on a line outside the text; inside it is a link the document gives. */
export function readLabelledAddress(line: string): string | null {
  if (line.length > LONGEST || !line.includes(SCHEME)) return null;
  return address(LABELLED.exec(line));
}

function address(match: RegExpExecArray | null): string | null {
  const found = match?.[1]?.replace(TRAILING, '');
  return found !== undefined && URL.canParse(found) ? found : null;
}
