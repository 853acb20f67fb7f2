import { describe, expect, it } from 'vitest';
import { beginsHost, spellsHost } from '#lib/clean/repairs/spelled-name.ts';

describe('a name that its host spells', () => {
  it.each([
    ['in full', '读后楼', 'www.duhoulou.example'],
    ['with initials behind', '麦田作文', 'maitianzw.example'],
    ['without 网', '麦田作文网', 'http://www.maitianzw.example/a/1.html'],
  ])('%s', (_, name, address) => {
    expect(spellsHost(name, address)).toBe(true);
  });

  it.each([
    ['initials alone', '麦田作文', 'www.mtzw.example'],
    ['another name', '麦田作文', 'www.maidizw.example'],
    ['a word of two characters', '麦田', 'www.maitian.example'],
  ])('is not %s', (_, name, address) => {
    expect(spellsHost(name, address)).toBe(false);
  });

  it('may have its beginning spelled alone', () => {
    expect(beginsHost('麦田演讲稿', 'www.maitianyj.example')).toBe(true);
    expect(beginsHost('麦田教育网', 'www.maitian.example')).toBe(true);
    expect(beginsHost('教育网麦田', 'www.maitian.example')).toBe(false);
  });
});
