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
