import { describe, expect, it } from 'vitest';
import { damageOf, mended } from './lines.ts';

const TEXT = '学校的工作总结，这是我们的第一次会议。\n大家都来参加，认真听取意见。';
const wrong = (charset: string): string =>
  new TextDecoder(charset).decode(new TextEncoder().encode(TEXT));

describe('UTF-8 read in another charset', () => {
  it('is undone after windows-1252', () => {
    expect(mended(wrong('windows-1252'))).toBe(TEXT);
    expect(damageOf(wrong('windows-1252')).repairs).toEqual(['mojibake']);
  });

  it('is undone when encoded twice', () => {
    const once = 'å·¥ä½œæ€»ç»“';
    const twice = new TextDecoder('windows-1252').decode(new TextEncoder().encode(once));

    expect(mended(`${twice} ${twice} ${twice}`)).toBe('工作总结 工作总结 工作总结');
  });

  it('is undone with the bytes that windows-1252 shows as controls', () => {
    const text = '小区的换届工作，由大家推荐。';
    const shown = new TextDecoder('windows-1252').decode(new TextEncoder().encode(text));

    expect(shown).toMatch(/\p{Cc}/u);
    expect(mended(shown)).toBe(text);
  });

  it('is undone after GBK was read as windows-1252', () => {
    // 父亲的工具箱是他自己打的，没有用一颗钉子。
    const shown = '¸¸Ç×µÄ¹¤¾ßÏäÊÇËû×Ô¼º´òµÄ£¬Ã»ÓÐÓÃÒ»¿Å¶¤×Ó¡£';

    expect(mended(shown)).toBe('父亲的工具箱是他自己打的，没有用一颗钉子。');
    expect(damageOf(shown).repairs).toEqual(['mojibake']);
  });

  it('is said to be damaged where bytes are gone', () => {
    expect(damageOf('锟斤拷学校锟斤拷').damaged).toBe(true);
    expect(damageOf('工作总结\ufffd报告').damaged).toBe(true);
  });

  it.each([
    'Ça va très bien, à bientôt — là où naît l’été',
    'Größe: 5 µm, Äpfel, Öl, Über',
    'São Paulo â€” não',
  ])('leaves languages with accents: %s', (line) => {
    expect(mended(line)).toBe(line);
  });
});
