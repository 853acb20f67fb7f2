import { describe, expect, it } from 'vitest';
import { blockText } from '#lib/clean/block.ts';
import model from '#lib/clean/content/content-model.json' with { type: 'json' };
import { fillGaps } from '#lib/clean/content/fill-gaps.ts';
import { pageFeatures } from '#lib/clean/content/page-features.ts';
import { readLexicon } from '#lib/clean/content/words/lexicon.ts';
import { pageBlocks } from '#lib/clean/dom/page-blocks.ts';
import { parsePage } from '#lib/clean/dom/parse-page.ts';

/** Whether the line between the text and its signature is kept, though the model thinks little of it. */
function isKept(line: string): boolean {
  const html = `<div><p>经研究，定于五月举办采茶技能比赛，请各村报名。</p><p>${line}</p><p>青坪镇文化站</p></div>`;
  const page = parsePage(html);
  const blocks = pageBlocks(page, null);
  const features = pageFeatures(page, blocks, null, readLexicon(model.lexicon));
  const kept = fillGaps(
    features,
    blocks.map((block) => /经研究|文化站/.test(blockText(block))),
    new Float64Array(blocks.length),
    blocks.map(() => null),
  );
  return kept.every(Boolean);
}

describe('what stands between two kept lines', () => {
  it.each([
    '<a href="/up/1.doc">附件1：报名表.doc</a>',
    '附件：<a href="/up/2.xls">各村名额分配表</a>',
    '<a href="/up/3.pdf">附件二：比赛规则</a>',
  ])('is kept if the office attaches it: %s', (line) => {
    expect(isKept(line)).toBe(true);
  });

  it.each([
    '<a href="/b/7">去年的采茶比赛</a>',
    '<a href="/down/1">附件下载</a>',
    '<a href="/b/8">更多附件请看这里</a>',
  ])('is no attachment: %s', (line) => {
    expect(isKept(line)).toBe(false);
  });
});
