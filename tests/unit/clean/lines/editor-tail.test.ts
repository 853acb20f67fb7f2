import { describe, expect, it } from 'vitest';
import { editorTail } from '#lib/clean/lines/editor-tail.ts';

const TEXT = '渡口的灯一直亮到天明，摆渡人没有合眼。';

describe('editorTail', () => {
  it.each([
    '（责任编辑：小雨 审核：何为）',
    '(责任编辑:林小芹)',
    '【编辑：王小五】',
    '责任编辑：欧阳小五',
    '（责编：林芹、王小五）',
    ' （值班编辑：j019　校对：何平）',
  ])('finds %s behind a paragraph', (tail) => {
    expect(editorTail(TEXT + tail)).toBe(TEXT.length);
  });

  it.each([
    `${TEXT}（编辑：对来稿作增删的人）`,
    `${TEXT}编辑：王小五`,
    '（责任编辑：小雨）',
    '报纸的末版印着（责任编辑：小雨）',
    `${TEXT}（责任编辑：小雨）他念了一遍。`,
    `${TEXT}（记者 林小芹）`,
    `${TEXT}（责任编辑：小雨，男，二十五岁，写得一手好字）`,
  ])('finds none in %s', (text) => {
    expect(editorTail(text)).toBe(-1);
  });
});
