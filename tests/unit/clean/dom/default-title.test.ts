import { describe, expect, it } from 'vitest';
import { isDefaultTitle } from '#lib/clean/dom/default-title.ts';

describe('isDefaultTitle', () => {
  it.each([
    'New Page 1',
    '无标题文档',
    'Untitled Document',
    '新建网页 1',
    'Untitled-3',
    '无标题-2',
  ])('knows what editors write: %s', (title) => {
    expect(isDefaultTitle(title)).toBe(true);
  });

  it.each([
    '无标题的信',
    'Document',
    'New Pages of the Town',
    'Documents',
    '新网页设计教程',
    '标题党',
  ])('leaves titles alone: %s', (title) => {
    expect(isDefaultTitle(title)).toBe(false);
  });
});
