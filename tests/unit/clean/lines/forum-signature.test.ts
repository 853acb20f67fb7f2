import { describe, expect, it } from 'vitest';
import { cutSignature, markMotto } from '#lib/clean/lines/forum-signature.ts';
import { scanLines } from '#lib/clean/lines/scan-lines.ts';
import { textBlocks } from '#lib/clean/lines/text-blocks.ts';
import type { RemovalReason } from '#lib/model/removal.ts';

const POST = [
  '楼主 半亩青',
  '锅温二百二十度下叶子，焦边就少了。',
  '做茶越做越觉得自己不会做，谢谢各位！',
];
const keptOf = (lines: readonly string[]): string[] => {
  const scanned = scanLines(textBlocks(lines.join('\n')));
  const kept = scanned.map((_, at) => at > 0);
  cutSignature(scanned, kept);
  return scanned.flatMap(({ text }, at) => (kept[at] ? [text] : []));
};

describe('cutSignature', () => {
  it.each([
    [['――――――――――――', '慢慢来，比较快。']],
    [['------------------------------', '山里人', '走自己的路，喝自己的茶']],
    [['________________']],
  ])('cuts the rule below a post with the motto under it: %j', (signature) => {
    expect(keptOf([...POST, ...signature])).toEqual(POST.slice(1));
  });

  it.each([
    ['a text that is no thread', ['炒茶的火候', '火候在手。', '——————', '慢慢来，比较快。']],
    ['a rule with much below it', [...POST, '————————', ...Array<string>(6).fill('锅要热。')]],
    ['a rule with a paragraph below it', [...POST, '————————', '锅要热，手要快。'.repeat(10)]],
  ])('leaves %s', (_, lines) => {
    expect(keptOf(lines)).toEqual(lines.slice(1));
  });
});

describe('markMotto', () => {
  const lines = scanLines(
    textBlocks([...POST.slice(1), '__________________', '慢慢来，比较快。'].join('\n')),
  );
  const marked = (url: string): number[] => {
    const reasons = new Map<number, RemovalReason>();
    markMotto(lines, url, reasons);
    return [...reasons.keys()];
  };

  it('marks what stands below the rule where the address is a thread’s, and nothing on other pages', () => {
    expect(marked('https://bbs.example.org/showthread.php?t=12')).toEqual([2, 3]);
    expect(marked('https://www.example.org/hetong/12.html')).toEqual([]);
  });
});

it('markMotto leaves where the answers to an examination are written', () => {
  const exam = ['1．祖父为什么不换秤？（3分）', '__________________', '2．“平”有哪些含义？（4分）'];
  const reasons = new Map<number, RemovalReason>();
  markMotto(
    scanLines(textBlocks([...POST, ...exam].join('\n'))),
    'https://e.example/thread-9-1-1.html',
    reasons,
  );

  expect([...reasons.keys()]).toEqual([]);
});
