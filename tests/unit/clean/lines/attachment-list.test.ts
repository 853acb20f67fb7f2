import { describe, expect, it } from 'vitest';
import { cutAttachmentHeading } from '#lib/clean/lines/attachment-list.ts';
import { scanLines } from '#lib/clean/lines/scan-lines.ts';
import { textBlocks } from '#lib/clean/lines/text-blocks.ts';

const left = (heading: string, below: string, isBelowKept = false): number => {
  const lines = ['现将名单予以公布。', '2019年3月1日', heading, below];
  const kept = [true, true, true, isBelowKept];
  cutAttachmentHeading(scanLines(textBlocks(lines.join('\n'))), kept);
  return kept.filter(Boolean).length;
};

describe('cutAttachmentHeading', () => {
  it.each(['附件：', '附件下载', '【相关附件】'])('cuts %s above files that are cut', (heading) => {
    expect(left(heading, '渡口名单.docx')).toBe(2);
  });

  it.each([
    ['附件：渡口名单', '渡口名单.docx'],
    ['附件：', '分享到：微信'],
    ['附件如下，请查收。', '渡口名单.docx'],
  ])('leaves %s above %s', (heading, below) => {
    expect(left(heading, below)).toBe(3);
  });

  it('leaves the heading of a list that stays', () => {
    expect(left('附件：', '1.渡口名单.docx', true)).toBe(4);
  });
});
