import { describe, expect, it } from 'vitest';
import { keepBroken } from '#lib/clean/lines/broken-sentence.ts';
import { classifyLine } from '#lib/clean/lines/classify-line.ts';
import { keepShapes } from '#lib/clean/lines/document-shapes.ts';
import { keepFirstParagraph } from '#lib/clean/lines/last-paragraph.ts';
import { keepClosing, signsRespectfully } from '#lib/clean/lines/letter-end.ts';
import { scanLines } from '#lib/clean/lines/scan-lines.ts';
import { keepSiblings } from '#lib/clean/lines/sibling-lines.ts';
import { storeNotes } from '#lib/clean/lines/store-notes.ts';
import { textBlocks } from '#lib/clean/lines/text-blocks.ts';

/** The lines that are kept; one that begins with a minus was not before. */
function keeper(keep: (texts: readonly string[], kept: boolean[]) => void) {
  return (...lines: readonly string[]): string[] => {
    const texts = lines.map((line) => line.replace(/^-/u, ''));
    const kept = lines.map((line) => !line.startsWith('-'));
    keep(texts, kept);
    return texts.filter((_, at) => kept[at]);
  };
}
const siblings = keeper(keepSiblings);
const shapes = keeper(keepShapes);
const broken = keeper((texts, kept) => keepBroken(texts, texts, kept));
const closing = keeper((texts, kept) => keepClosing(scanLines(textBlocks(texts.join('\n'))), kept));

describe('the head of minutes', () => {
  const meeting = ['-时间:2019年6月18日下午', '-地点:镇政府三楼', '-主持人:何**', '列席:财政所'];

  it('is kept above who was there', () => {
    expect(siblings('-2019-06-21 09:40', ...meeting, '会议议定:')).toHaveLength(5);
  });

  it('is no list of fields of the page', () => {
    expect(siblings('-时间:2019-06-21', '-浏览:320', '会议议定:')).toEqual(['会议议定:']);
    expect(siblings('-时间:2019-06-21', '地点:三号码头', '渡船停开。')).toHaveLength(2);
  });
});

describe('headings of poems', () => {
  const poems = [
    '独上空楼第几阶。',
    '临江仙·夜车',
    '末站灯昏人渐少。',
    '南乡子·除夕',
    '人似落花多。',
  ];

  it('are kept above the first of several', () => {
    expect(siblings('-浣溪沙·旧校', ...poems)).toContain('浣溪沙·旧校');
  });

  it('are no menu, and no title of the only poem', () => {
    expect(siblings('-诗社首页', ...poems)).not.toContain('诗社首页');
    expect(siblings('-浣溪沙·旧校', ...poems.slice(0, 3))).not.toContain('浣溪沙·旧校');
  });
});

describe('headings that the contents list', () => {
  const list = ['-1 分类', '-2 唱法', '-3 消失', '-4 文学'];
  const text = [
    '叫卖调是商贩所唱。',
    '-分类',
    '按声音分三类。',
    '唱法',
    '音域不宽。',
    '消失',
    '有了喇叭。',
  ];

  it('are kept among the text', () => {
    expect(siblings(...list, ...text)).toContain('分类');
  });

  it('are not kept where no contents list them, nor at the end', () => {
    expect(siblings(...text)).not.toContain('分类');
    expect(siblings(...list, ...text, '-文学', '-民间音乐')).not.toContain('文学');
  });
});

describe('a sentence that was broken at a link', () => {
  it('is kept with the words of the link', () => {
    const lines = ['经专家逐栋评定，录入', '-农房管理系统', '。', '评定后，整改。'];
    expect(broken(...lines)).toContain('农房管理系统');
  });

  it.each([
    ['the sentence is over', ['经专家逐栋评定，已录入。', '-点击查看', '，另行通知。']],
    ['no mark follows', ['经专家逐栋评定，录入', '-点击查看', '农房系统，整改。']],
    ['a heading stands above', ['办理流程', '-点击查看', '、先填表。']],
  ])('keeps nothing where %s', (_, lines) => {
    expect(broken(...lines)).toHaveLength(2);
  });
});

describe('shapes of documents', () => {
  it('has a chapter above its clauses, and no table of contents', () => {
    expect(
      shapes('-1 总则', '1.1 为规范放水，制定本手册。', '1.2 本手册适用于干渠。'),
    ).toHaveLength(3);
    expect(shapes('-1 总则', '1.1 目的', '1.2 范围', '1.3 术语')).toHaveLength(3);
  });

  it('has the number of a paper with masks', () => {
    expect(shapes('-**镇政发〔2018〕__号　　签发人:***', '县人民政府:')).toHaveLength(2);
    expect(shapes('-**2018 3号', '县人民政府:')).toHaveLength(1);
  });
});

describe('the end of papers', () => {
  it('keeps who else gets it, below the date', () => {
    const paper = ['专此答复。', '2018年7月16日'];
    expect(closing(...paper, '-抄送：县提案委，县督查室。')).toHaveLength(3);
    expect(closing('专此答复。', '-抄送：县提案委，县督查室。')).toHaveLength(1);
    expect(closing(...paper, '-发送：12次')).toHaveLength(2);
  });

  it('knows who signs', () => {
    expect(signsRespectfully('桃源鄉公所　敬啟')).toBe(true);
    expect(signsRespectfully('小編 上')).toBe(false);
  });
});

describe('keepFirstParagraph', () => {
  const isKept = (above: string, probability = 0.45): boolean => {
    const texts = ['合唱团须知', above, '报名', '凡年满五十五周岁、喜爱唱歌的朋友，均可报名参加。'];
    const kept = [false, false, false, true];
    const keep = Float64Array.of(0.2, probability, 0.47, 1);
    keepFirstParagraph(scanLines(textBlocks(texts.join('\n'))), keep, kept);
    return kept[1] === true;
  };

  it('keeps two sentences that the model is nearly sure of, with the heading below', () => {
    const welcome = '欢迎加入青石合唱团。为了大家唱得开心、来得安心，请您仔细看看。';

    expect(isKept(welcome)).toBe(true);
    expect(isKept(welcome, 0.2)).toBe(false);
    expect(isKept('2021年5月 青石文化站')).toBe(false);
  });
});

describe('storeNotes', () => {
  const at = (...lines: readonly string[]): number =>
    storeNotes(
      lines.map((text) => ({ text })),
      lines.map(() => true),
    );

  it('finds what a store of documents says of its files', () => {
    const notes = [
      '1. 本站资源均须用电脑安装办公软件打开，压缩包请先解压。',
      '2. 资料内不含图纸，如需图纸请和上传者商量。',
      '3. 预览有水印的，下载后没有。',
    ];
    expect(at('遇有植物倾倒，', '温馨提示', ...notes)).toBe(1);
    expect(at('遇有植物倾倒，', '温馨提示', ...notes.slice(0, 2))).toBe(-1);
    expect(at('遇有植物倾倒，', '温馨提示', ...notes, '落款：园林科')).toBe(-1);
  });

  it.each([
    [['1. 进馆请预约。', '2. 请勿吸烟。', '3. 照片请勿上传网络。']],
    [['1. 安装前先解压压缩包。', '2. 需要Office 2007以上。', '3. 打印前预览。']],
  ])('leaves the notes of a document: %j', (notes) => {
    expect(at('开放时间如下。', '温馨提示', ...notes)).toBe(-1);
  });
});

describe('classifyLine', () => {
  it.each([
    ['media', '[点击观看：老渡口航拍视频 时长2分10秒]'],
    ['media', '【点击收听：站长讲话录音】'],
    ['promotion', '小石榴精心挑选了2022年入党申请书，一共5篇，供各位同学参考。'],
    ['disclaimer', '网页上的说明书可能不是最新，请以您手中药盒里的为准；处方药请遵医嘱。'],
    [
      'disclaimer',
      '青石书房是个人知识管理的网络存储空间，全部内容由书友自行保存，不代表书房观点。',
    ],
  ])('knows what is of the site: %s %s', (reason, line) => {
    expect(classifyLine(line)?.reason).toBe(reason);
  });

  it.each([
    '点击观看视频以后，请同学们回答三个问题。',
    '我们精心挑选了学生习作，一共12篇，供家长参考。',
    '教研组精心整理了试卷，共3篇，供各班使用。',
    '说明书图片仅供示意，请以实物为准。',
    '系统应当提供不少于2TB的存储空间，用于档案管理。',
  ])('leaves what documents say: %s', (line) => {
    expect(classifyLine(line)).toBeNull();
  });
});
