import { describe, expect, it } from 'vitest';
import { textBlocks } from '#lib/clean/lines/text-blocks.ts';
import { cutWatermarks } from '#lib/clean/repairs/cut-watermarks.ts';
import { isOwnSubject } from '#lib/clean/repairs/own-subject.ts';
import { linesOf } from './lines.ts';

const cleaned = (site: string, lines: readonly string[], foot: string): string[] => {
  const kept = textBlocks(lines.join('\n'));
  return linesOf(
    cutWatermarks(kept, {
      url: null,
      headTitle: `售后服务办法 - ${site}`,
      visible: [...textBlocks(`首页 产品 ${site}`), ...kept, ...textBlocks(foot)],
    }).blocks,
  );
};

describe('the name of a site in the sentences of its own document', () => {
  it.each(['槐序科技', '槐序药业', '槐序酒店', '槐序花木', '槐序招聘网'])('stays: %s', (site) => {
    const lines = [
      `感谢您购买${site}的记录仪，使用前请阅读本手册。`,
      `用户应当按照${site}售后部的要求填写保修卡。`,
      `寄往云港市高新区测绘路6号${site}维修部，随箱附上姓名与电话。`,
      `本办法的解释权归${site}所有，修订后以公布为准。`,
      `今年三月，市里的领导来${site}调研，看了新的车间。`,
    ];

    expect(cleaned(site, lines, `© ${site} 版权所有 地址：云港市高新区测绘路6号`)).toEqual(lines);
  });

  it('goes where it stands in the way of sentences again and again', () => {
    const lines = [
      '院子里的桂花开了，晨光书库香味一直飘到河边。',
      '老人把竹椅搬到树下，晨光书库慢慢地摇着扇子。',
    ];

    expect(cleaned('晨光书库', lines, '晨光书库')).toEqual([
      '院子里的桂花开了，香味一直飘到河边。',
      '老人把竹椅搬到树下，慢慢地摇着扇子。',
    ]);
  });
});

describe('isOwnSubject', () => {
  const told = (name: string, texts: readonly string[], frame: readonly string[] = []): boolean =>
    isOwnSubject(name, { texts, frame });

  it('knows firms by what their documents and the foot of the page call them', () => {
    expect(told('槐序律所', [])).toBe(true);
    expect(told('槐序', ['槐序（苏北）有限公司'])).toBe(true);
    expect(told('槐序花木', ['槐序花木（以下简称“甲方”）与用户订立本合同。'])).toBe(true);
    expect(told('槐序花木', [], ['槐序花木股份有限公司 电话：0000-1234'])).toBe(true);
  });

  it('knows sites that live on the documents of others', () => {
    expect(told('晨光文库', ['晨光文库首发'], ['晨光文库（北京）网络有限公司'])).toBe(false);
    expect(told('晨光小说', ['他推开门，晨光小说雪停了。'], ['版权所有 晨光小说'])).toBe(false);
  });
});
