import { describe, expect, it } from 'vitest';
import { textBlocks } from '#lib/clean/lines/text-blocks.ts';
import { repairLayout } from '#lib/clean/repairs/repair-blocks.ts';
import { aBlock, linesOf } from './lines.ts';

const joined = (lines: readonly string[]): string[] =>
  linesOf(repairLayout(textBlocks(lines.join('\n'))).blocks);

const FILLER =
  '各单位要高度重视，加强领导，明确责任，认真组织学习贯彻，并结合实际情况制定好本单位工作计划，落实各项措施，确保全年各项目标顺利完成，同时做好宣传报道和经验总结工作，及时上报有关情况，接受社会各界的监督和群众的评议，不断提高服务水平和工作质量';

describe('segments of a viewer', () => {
  const segments = [
    `1、关于开展检查的通知${FILLER}。全县教育工作在县委、县政府`,
    `2、的正确领导下${FILLER}。1、坚持市场主导。2、`,
    `3、坚持产地优先。${FILLER}，提高了财会人员的`,
    `4、业务能力。${FILLER}。`,
  ];

  it('become one paragraph without their numbers, the own list of the text stays', () => {
    expect(joined(segments)).toEqual([
      `关于开展检查的通知${FILLER}。全县教育工作在县委、县政府的正确领导下${FILLER}。1、坚持市场主导。2、坚持产地优先。${FILLER}，提高了财会人员的业务能力。${FILLER}。`,
    ]);
  });

  it('are joined inside one paragraph with line breaks', () => {
    const paragraph = aBlock([{ text: segments.join('\n'), marks: [] }]);

    expect(linesOf(repairLayout([paragraph]).blocks)).toEqual(joined(segments));
  });

  it('are said once as a repair', () => {
    const result = repairLayout(textBlocks(segments.join('\n')));

    expect(result.repairs).toEqual(['page-breaks']);
    expect(result.events).toHaveLength(1);
  });

  it('lose the footer that stands before each page number', () => {
    const places = ['认真', '落实', '同时', '接受'];
    const withFooters = segments.map((line, index) =>
      line.replace(places[index] ?? '', (word) => `${word}青山县规划 第${index + 1}页`),
    );

    expect(joined(withFooters)).toEqual(joined(segments));
  });

  it('lose the number of the page that ends with each of them', () => {
    const numbered = segments.map((line, index) => `${line}${index + 1}`);
    const others = segments.map((line) => `${line}7`);

    expect(joined(numbered)).toEqual(joined(segments));
    expect(joined(others)[0]).toContain('县政府7的正确领导');
  });

  it('are two, if the second goes on with a mark', () => {
    const two = [`1、租赁合同${FILLER}。${FILLER}。4`, `2、、租赁期间水电费自理。${FILLER}。`];

    expect(joined(two)).toEqual([two.map((line) => line.slice(2)).join('')]);
  });

  it('are two, if both end with the number of their page', () => {
    const two = [`1、值班须知${FILLER}。发现异响、${FILLER}。冒烟、`, `2、停机并报告。${FILLER}。`];
    const numbered = two.map((line, index) => `${line}${index + 1}`);

    expect(joined(numbered)).toEqual([two.map((line) => line.slice(2)).join('')]);
    expect(joined(two)).toEqual(two);
  });

  it('lose a printed number that stands between sentences again and again', () => {
    const page = `${FILLER}。${FILLER}。`;
    const numbered = [
      `1、关于检查的通知（共印40份）26${page}一是全面`,
      `2、规划。1、布局。${page}教育局严格执行预算。262、启动新一轮建设。${page}再次`,
      `3、强调纪律。26规范用人管理，${page}`,
    ];

    const [text = ''] = joined(numbered);
    expect(text).not.toContain('26');
    expect(text).toContain('预算。2、启动');
  });

  it('lose a small total too, also inside sentences', () => {
    const page = `${FILLER}，每月取样不少于9次。`;
    const numbered = [
      `1、关于检查的通知。9${page}一是全面`,
      `2、规划。9建立9水质自检室，${page}教育局严格`,
      `3、执行纪律。9规范用人管理，${page}`,
    ];

    const [text = ''] = joined(numbered);
    expect(text.match(/9/g)).toHaveLength(3);
    expect(text).toContain('建立水质自检室');
    expect(text).toContain('不少于9次');
  });

  it('lose page numbers that count from one, wherever they stand, and keep those of sections', () => {
    const numbered = [
      `1、建设方案${FILLER}，服务半径1不超过1.5公里，${FILLER}和`,
      `2、教育局将负荷纳入2配电网规划，${FILLER}。3 施工准备3.1技术准备，${FILLER}，按`,
      `3、照快充3桩补助，${FILLER}`,
    ];

    const [text = ''] = joined(numbered);
    expect(text).toContain('服务半径不超过1.5公里');
    expect(text).toContain('纳入配电网');
    expect(text).toContain('快充桩');
    expect(text).toContain('。3 施工准备3.1');
  });

  it('lose a lone number between a sentence and the next part', () => {
    const paged = segments.map((text) => text.replace('2、坚持', '坚持'));
    const at = (number: string): string[] => {
      return joined(
        paged.with(2, `3、坚持产地优先。${number}（二）加强管理${FILLER}，提高了财会人员的`),
      );
    };

    expect(at('2')[0]).toContain('优先。（二）加强');
    expect(at('见')[0]).toContain('优先。见（二）加强');
  });

  it('are joined where they were run together in one line, also behind a number of the text', () => {
    const text = [
      `1、关于开展检查的通知${FILLER}。全县教育工作在县委、县政府`,
      `2、的正确领导下${FILLER}。1、坚持市场主导。2、坚持产地优先。有10`,
      `3、个社团${FILLER}，提高了财会人员的`,
      `4、业务能力。`,
    ];

    expect(joined([text.join('')])).toEqual([text.map((piece) => piece.slice(2)).join('')]);
  });

  it('are joined where one was cut inside a number', () => {
    const at = (mark: string): string =>
      `1、关于开展检查的通知${FILLER}。座席由90个增至52${mark}0个${FILLER}，读者存在的困3、难${FILLER}，推动信4、用免押金。`;

    expect(joined([at('2、')])[0]).toContain('增至520个');
    const listed = at('、3').replace('3、难', '难');
    expect(joined([listed])).toEqual([listed]);
  });

  it('lose numbers that count from two where the page counts pages', () => {
    const text = [
      `1、投保条款${FILLER}。${FILLER}。2第四条 责任免除因下列情形造成的费用${FILLER}，不负给`,
      `2、付责任。${FILLER}。3医院:指二级以上的医院${FILLER}，不包`,
      `3、括疗养院。`,
    ].join('\n');
    const at = (pageCount: number | null): string =>
      linesOf(repairLayout(textBlocks(text), undefined, pageCount).blocks).join('');

    expect(at(11)).toContain('。第四条');
    expect(at(11)).toContain('。医院:');
    expect(at(null)).toContain('。2第四条');
  });

  it('are two if the first is long and ends inside a word', () => {
    const halves = [`1、自查报告${FILLER}。${FILLER}，进货查验等台账齐`, `2、全。${FILLER}。`];

    expect(joined(halves)).toEqual([halves.map((piece) => piece.slice(2)).join('')]);
    const items = [`1、${FILLER}。${FILLER}。`, `2、${FILLER}。`];
    expect(joined(items)).toEqual(items);
    const short = ['1、加强领导。明确责任', '2、落实到人'];
    expect(joined(short)).toEqual(short);
  });

  it('lose the total that the page says, though it stands there only once or behind a day', () => {
    const at = (pageCount: number | null): string =>
      linesOf(
        repairLayout(
          textBlocks(
            [
              `1、印发给你们。二〇一三年三月一日8某某镇工作要点${FILLER}。${FILLER}，增`,
              `2、长8%。5月3日8名厨师${FILLER}，两名帮厨8没有戴口罩。`,
            ].join('\n'),
          ),
          undefined,
          pageCount,
        ).blocks,
      ).join('');

    expect(at(8)).toContain('三月一日某某镇');
    expect(at(8)).toContain('帮厨没有');
    expect(at(8)).toContain('增长8%。5月3日8名厨师');
    expect(at(6)).toContain('帮厨8没有');
    expect(at(null)).toContain('三月一日8某某镇');
  });

  it('may be numbered 1. between halves of Chinese sentences', () => {
    const dotted = segments.map((line) => line.replace(/^(\d)、/, '$1.'));

    expect(joined(dotted)).toEqual(joined(segments));
  });

  it('may be numbered 【1】', () => {
    const bracketed = segments.map((line) => line.replace(/^(\d)、/, '【$1】'));

    expect(joined(bracketed)).toEqual(joined(segments));
  });

  it.each([
    [
      'a numbered list of sentences',
      ['1、', '2、', '3、', '4、'].map((number) => `${number}${FILLER}。`),
    ],
    ['a list in one line', [`1、${FILLER}。2、${FILLER}。3、${FILLER}。4、${FILLER}。`]],
    [
      'English steps',
      ['1. ', '2. ', '3. '].map((number) =>
        `${number}${'Mix the flour with the water and wait '.repeat(4)}`.trim(),
      ),
    ],
    ['headings', ['1、加强领导', '2、落实责任', '3、严格考核', '4、总结经验']],
    [
      'a list that does not begin with one',
      ['2、', '3、', '4、'].map((number) => `${number}${FILLER}`),
    ],
    ['a list that restarts', [`1、${FILLER}`, `2、${FILLER}`, `1、${FILLER}`, `2、${FILLER}`]],
  ])('are not %s', (_, lines) => {
    expect(joined(lines)).toEqual(lines);
  });
});

describe('lines that number a page', () => {
  it.each(['— 3 —', '·18·　　山地农业学刊　　第1期'])(
    'go though no other does, where they cut a sentence: %s',
    (mark) => {
      const lines = ['第一段的内容还没有说完的时候就到了这一页的', mark, '末尾，所以要连起来。'];

      expect(joined(lines)).toEqual([
        '第一段的内容还没有说完的时候就到了这一页的末尾，所以要连起来。',
      ]);
      expect(joined(['第一段的内容已经说完。', mark, '末尾。'])).toHaveLength(3);
    },
  );

  it('go, and what they parted is joined', () => {
    const lines = [
      '第一段的内容还没有说完的时候就到了这一页的',
      '第1页共16页',
      '末尾，所以要连起来。',
      '下一段。',
    ];

    expect(joined(lines)).toEqual([
      '第一段的内容还没有说完的时候就到了这一页的末尾，所以要连起来。',
      '下一段。',
    ]);
  });

  it('are cuts with a reason', () => {
    const result = repairLayout(textBlocks('一段话。\n总结报告.docx_第2页\n又一段话。'));

    expect(linesOf(result.blocks)).toEqual(['一段话。', '又一段话。']);
    expect(result.cuts.map(({ reason }) => reason)).toEqual(['page-number']);
    expect(result.repairs).toEqual([]);
  });

  it('go inside a line too', () => {
    expect(joined(['我们要继续努力第 3 页 共 9 页把工作做好。'])).toEqual([
      '我们要继续努力把工作做好。',
    ]);
  });

  it('are not sentences about pages', () => {
    const line = '请翻到课本第3页，完成第4页的练习。';

    expect(joined([line])).toEqual([line]);
  });
});

describe('footers glued into one run', () => {
  const run = (words: string): string =>
    `宿舍内禁止使用电炉和${words}第1页明火取暖，统一使用水暖片。吸烟的老人由护理员集中到${words}第2页门廊吸烟处，打火机由护理员保管。`;
  const text = (words: string): string =>
    linesOf(repairLayout(textBlocks(run(words))).blocks).join('\n');

  it('go where they stand in sentences and say the same words', () => {
    expect(text('安和镇敬老院细则 ')).toBe(run('').replaceAll(/第\d页/g, ''));
  });

  it('stay where the words are few, as an author has them', () => {
    expect(text('附件')).toBe(run('附件'));
  });
});
