import { describe, expect, it } from 'vitest';
import { applyEdits } from '#lib/clean/block.ts';
import { editNotes } from '#lib/clean/lines/edit-notes.ts';

describe('editNotes', () => {
  it.each([
    [
      '船老大回来了。本帖最后由 山楂树 于 2012-3-28 08:10 编辑 他说水大。',
      '船老大回来了。他说水大。',
    ],
    ['[ 本帖最後由 阿順 於 2009-11-3 21:30 編輯 ]水退了。', '水退了。'],
  ])('are cut out of the paragraph: %s', (text, expected) => {
    expect(applyEdits(text, editNotes(text))).toBe(expected);
  });

  it.each(['这段话最后由编辑定稿，2012年刊出。', '本帖最后由版主关闭了。'])('spares %s', (text) => {
    expect(editNotes(text)).toEqual([]);
  });
});
