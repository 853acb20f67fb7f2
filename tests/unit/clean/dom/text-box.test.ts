import { describe, expect, it } from 'vitest';
import { blockText } from '#lib/clean/block.ts';
import { pageBlocks } from '#lib/clean/dom/page-blocks.ts';
import { parsePage } from '#lib/clean/dom/parse-page.ts';

const SPEECH =
  '同志们：\n' +
  '　　今年的渠道要修到每一块田边，各村要把人手和石料备好，开春以前完工。\n'.repeat(14);
const box = (around: string, text = SPEECH): string =>
  `<p>动员会讲话</p><form><textarea name=nr readonly>${text}</textarea>${around}</form>`;
const isRead = (html: string): boolean => parsePage(html).textBox !== null;

describe('documentBox', () => {
  it('takes the field to copy from for the document, one paragraph a line', () => {
    const page = parsePage(box('<input type=button value="全选">'));
    const last = pageBlocks(page, null).at(-1);

    expect(page.textBox?.name).toBe('textarea');
    expect(last && blockText(last).split('\n').length).toBeGreaterThan(10);
  });

  it('leaves forms to write with and licences alone', () => {
    expect(isRead(box('<input name=nick>'))).toBe(false);
    expect(isRead(box('<p><input type=checkbox> 已阅读</p>'))).toBe(false);
    expect(isRead(box('<input type=submit value="我同意">'))).toBe(false);
    expect(isRead(box('<button>I agree</button>'))).toBe(false);
  });

  it('leaves codes to embed, short texts and boxes below a document alone', () => {
    expect(isRead(box('', '&lt;iframe src="a.html"&gt;&lt;/iframe&gt;。。。'.repeat(30)))).toBe(
      false,
    );
    expect(isRead(box('', '好文章。写得好。赞。'))).toBe(false);
    expect(isRead(`<p>${SPEECH.repeat(2)}</p>${box('')}`)).toBe(false);
  });
});
