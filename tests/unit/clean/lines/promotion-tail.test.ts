import { describe, expect, it } from 'vitest';
import { blockText } from '#lib/clean/block.ts';
import { cutPromotions } from '#lib/clean/lines/cut-lines.ts';
import { promotionTail } from '#lib/clean/lines/promotion-tail.ts';
import { scanLines } from '#lib/clean/lines/scan-lines.ts';
import { textBlocks } from '#lib/clean/lines/text-blocks.ts';

const SENTENCE = '槐花落了一地，奶奶把它们扫进竹匾里。';

describe('promotionTail', () => {
  it.each([
    '更多精彩作文请访问墨白作文网。',
    '更多优秀教案，尽在墨白教案网。',
    '想了解更多工作总结，请收藏墨白范文网。',
    '本文来自墨白公文网，转载请注明出处',
    '本文来自墨白公文网，未经许可不得转载，违者必究。',
    '以上就是墨白范文网小编分享的老槐树的全部内容，欢迎转发。',
    '以上内容由墨白范文网小编整理。',
    '手机用户请到m.mobai.example阅读。',
    '最新最快更新尽在墨白小说网',
    '以上就是小编为大家整理的老槐树。希望对大家有所帮助。',
  ])('finds %s behind a paragraph', (promotion) => {
    expect(promotionTail(SENTENCE + promotion)).toBe(SENTENCE.length);
  });

  it.each([
    SENTENCE,
    '3.1 全部课程的讲义归本平台所有。未经书面许可，任何人不得转载、转售。',
    '第十二条 会刊由本会编印。转载须经秘书处同意。',
    '更多优秀教案，尽在墨白教案网。',
    `更多优秀教案，尽在墨白教案网。${SENTENCE}`,
    `${SENTENCE}更多的时候，她只是坐在树下。`,
    `${SENTENCE}本文来源:墨白之路http://www.mobaizhilu.example对这棵树，她另有安排。`,
    `${SENTENCE}以上就是我对奶奶的回忆。`,
    `${SENTENCE}（未完待续。手机用户请到m.mobai.example阅读。）`,
    `${SENTENCE}手机用户请他到窗口去办，他不肯。`,
    `${SENTENCE}更多信息请登录县政府门户网站查询。`,
    '希望对大家有所帮助。更多优秀教案，尽在墨白教案网。',
    `${SENTENCE}转载请注明来自墨白文档第二天她又把竹匾端到院子里晒，一边晒一边翻。`,
    `${SENTENCE}未经许可不得转载第二天清早，她又把竹匾端到院子里。`,
    `${SENTENCE}（本文由墨白范文网收集整理，转载请注明）她说这样晒着香。`,
  ])('finds none in %s', (text) => {
    expect(promotionTail(text)).toBe(-1);
  });

  it('leaves the paragraph in the document', () => {
    const [line] = scanLines(textBlocks(`${SENTENCE}更多精彩作文请访问墨白作文网。`));
    const cut = line && cutPromotions(line);

    expect(line?.frame).toBeNull();
    expect(cut?.block && blockText(cut.block)).toBe(SENTENCE);
    expect(cut?.cuts).toMatchObject([{ reason: 'promotion' }]);
  });
});

describe('what somebody says in a short line', () => {
  it.each(['“渠开了。”最新最快更新尽在墨白小说网', '“渠开了！”手机用户请到m.mobai.example阅读。'])(
    'is left of %s',
    (line) => {
      const [scanned] = scanLines(textBlocks(`${line}\n${SENTENCE}`));

      expect(scanned?.frame).toBeNull();
      expect(scanned?.promotions).toHaveLength(1);
    },
  );
});
