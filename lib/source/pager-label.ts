/** What the text of a link says about the pages of an article or a listing. */
export type PagerLabel =
  | { readonly kind: 'number'; readonly page: number }
  | { readonly kind: 'next' }
  | { readonly kind: 'previous' }
  | { readonly kind: 'first' }
  | { readonly kind: 'whole' };

const MAX_LABEL = 16;
const DECORATION = /[\s<>«»‹›→←＜＞[\]【】()（）{}|·.…:：,，-]/gu;
const NUMBER = /^(?:第|page)?(\d{1,4})(?:页|頁|\/\d{1,4}(?:页|頁)?)?$/;
const CHINESE_NUMBER =
  /^第(十?[一二两三四五六七八九]|[二三四五六七八九]?十[一二三四五六七八九]?)(?:页|頁)$/;
const ARROW_NEXT = /^[>›→»＞]$/u;
const ARROW_PREVIOUS = /^[<‹←«＜]$/u;

/** Never 下一篇 or 上一篇, which lead to other articles. */
const NEXT: ReadonlySet<string> = new Set([
  '下一页',
  '下页',
  '后一页',
  '后页',
  '下一頁',
  '下頁',
  '後一頁',
  'next',
  'nextpage',
]);
const PREVIOUS: ReadonlySet<string> = new Set([
  '上一页',
  '上页',
  '前一页',
  '前页',
  '上一頁',
  '上頁',
  '前一頁',
  'prev',
  'previous',
  'previouspage',
  'prevpage',
]);
const FIRST: ReadonlySet<string> = new Set([
  '首页',
  '第一页',
  '首頁',
  '第一頁',
  'first',
  'firstpage',
]);
const WHOLE: ReadonlySet<string> = new Set([
  '余下全文',
  '阅读余下全文',
  '阅读剩余全文',
  '全文阅读',
  '阅读全文',
  '查看全文',
  '显示全文',
  '在本页阅读全文',
  '单页阅读',
  '單頁閱讀',
  '餘下全文',
  '全文閱讀',
  '閱讀全文',
  'viewall',
  'singlepage',
  'viewassinglepage',
]);
const DIGITS = '零一二三四五六七八九';

/** Meaning of a link's text as a pager's; null if it is none. Whole texts only, never parts. */
export function pagerLabel(text: string): PagerLabel | null {
  if (text.length > MAX_LABEL) return null;
  if (ARROW_NEXT.test(text)) return { kind: 'next' };
  if (ARROW_PREVIOUS.test(text)) return { kind: 'previous' };
  const word = text.toLowerCase().replaceAll(DECORATION, '');
  const number = NUMBER.exec(word);
  if (number) return { kind: 'number', page: Number(number[1]) };
  if (NEXT.has(word)) return { kind: 'next' };
  if (PREVIOUS.has(word)) return { kind: 'previous' };
  if (FIRST.has(word)) return { kind: 'first' };
  if (WHOLE.has(word)) return { kind: 'whole' };
  const chinese = CHINESE_NUMBER.exec(word)?.[1];
  return chinese === undefined ? null : { kind: 'number', page: chineseNumber(chinese) };
}

/** 二 → 2, 十 → 10, 二十三 → 23. */
function chineseNumber(text: string): number {
  const [tens = '', ones = ''] = text.includes('十') ? text.split('十') : ['零', text];
  const digit = (character: string, empty: number): number =>
    character === '' ? empty : DIGITS.indexOf(character.replace('两', '二'));
  return digit(tens, 1) * 10 + digit(ones, 0);
}
