/** What the marks of a document mean, for somebody who reads one for the first time. */
export const INCOMPLETE_WORDS: Readonly<Record<string, string>> = {
  'starts-mid-document': 'begins in the middle: an earlier page of it exists',
  'continues-on-next-page': 'goes on on a next page',
  paywall: 'the rest is behind a paywall',
  preview: 'a viewer shows only part of the file',
  'parts-missing': 'a page of the article could not be fetched',
  damaged: 'bytes were lost that no repair restored',
  'no-document': 'the page holds no document',
};

export const REPAIR_WORDS: Readonly<Record<string, string>> = {
  'pinyin-annotations': 'pinyin added by a mirror',
  'gbk-byte-shift': 'GBK bytes lost or shifted',
  'simplified-script': 'script turned back to Simplified',
  'zero-width': 'invisible characters',
  'page-breaks': 'page breaks of a viewer',
  mojibake: 'text read in the wrong charset',
  escapes: 'escapes left in the text',
  'doubled-runs': 'text said twice',
  'image-characters': 'pictures of characters',
};

export const FIELD_WORDS: Readonly<Record<string, string>> = {
  title: 'Title',
  author: 'Author',
  publishedAt: 'Published',
  site: 'Site',
  category: 'Category',
  language: 'Language',
  declaredUrl: 'Says its address is',
  page: 'Page',
  pageCount: 'Pages',
};

export const NO_DOCUMENT_WORDS: Readonly<Record<string, string>> = {
  'login-wall': 'the page asks to log in',
  captcha: 'the page is a captcha',
  'soft-404': 'the page says that there is nothing here',
  'list-page': 'the page is a list of other pages',
  empty: 'the page has no text',
};
