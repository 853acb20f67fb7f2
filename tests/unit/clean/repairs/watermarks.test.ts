import { describe, expect, it } from 'vitest';
import { textBlocks } from '#lib/clean/lines/text-blocks.ts';
import { cutWatermarks } from '#lib/clean/repairs/cut-watermarks.ts';
import { linesOf } from './lines.ts';

const URL_OF_PAGE = 'http://www.chenguang-wk.example/a/1.html';
const FRAME = ['免费使用', '晨光文库 > 小说 > 正文', '版权所有 晨光文库'];

/** The lines of the document on a page whose frame is FRAME. */
const cleaned = (lines: readonly string[], url: string | null = URL_OF_PAGE): string[] => {
  const kept = textBlocks(lines.join('\n'));
  const visible = [...textBlocks(FRAME.join('\n')), ...kept];
  return linesOf(cutWatermarks(kept, { url, headTitle: null, visible }).blocks);
};

describe('marks of the site inside sentences', () => {
  it.each([
    [
      'in brackets with its address',
      '往上找，是老罗家（晨光文库 www.chenguang-wk.example）洗红薯粉的水。',
      '往上找，是老罗家洗红薯粉的水。',
    ],
    [
      'without brackets',
      '老白没有进过县衙的后堂。晨光文库chenguang-wk.example首发他跺了跺脚。',
      '老白没有进过县衙的后堂。他跺了跺脚。',
    ],
    [
      'written apart',
      '九个红点，散在城里晨 光 文 库看起来没有规矩。',
      '九个红点，散在城里看起来没有规矩。',
    ],
    ['written apart with other signs', '九个红点，晨_光_文_库散在城里。', '九个红点，散在城里。'],
    [
      'that claims the text',
      '他跺了跺脚。本文来自晨光文库其实他什么也没听见。',
      '他跺了跺脚。其实他什么也没听见。',
    ],
    [
      'as the name of an account',
      '碱面用水化开。@晨光文库揉匀以后切一刀。',
      '碱面用水化开。揉匀以后切一刀。',
    ],
    [
      'that no frame names, with blanks between',
      '“什么时候才能做好呀？”南 风 作 文 网有人问。',
      '“什么时候才能做好呀？”有人问。',
    ],
    [
      'with the rights it claims and a comma of its own',
      '爷爷是修鞋的，晨光文库 www.chenguang-wk.example 版权所有，他教过我认线。',
      '爷爷是修鞋的，他教过我认线。',
    ],
    [
      'written apart with waves',
      '四月的江水墨~韻~閣~小~說~網~首~發沈七咬著。',
      '四月的江水沈七咬著。',
    ],
    ['an address written apart', '感谢我的师傅!w w w . q z f w . e x a m p l e', '感谢我的师傅!'],
    [
      'its name in brackets',
      '谁的台区谁负责，（晨光文库）线路都挂有牌。',
      '谁的台区谁负责，线路都挂有牌。',
    ],
    [
      'in full-width letters with what the site did',
      '三月里没有酿成差错。晨光文库ｗｗｗ．ｃｈｅｎｇｕａｎｇｗｋ．ｃｏｍ收藏',
      '三月里没有酿成差错。',
    ],
    [
      'the label of its host in full-width letters',
      '自己一步跨上了船，船身（ｃｈｅｎｇｕａｎｇ小说）只轻轻地晃了一晃。',
      '自己一步跨上了船，船身只轻轻地晃了一晃。',
    ],
  ])('go: %s', (_, line, expected) => {
    expect(cleaned([line])).toEqual([expected]);
  });

  it('go with the brackets they leave empty', () => {
    const lines = ['[ w w w . q z f w . c o m ]', '四月的江水还冷得咬人。'];

    expect(cleaned(lines)).toEqual(['四月的江水还冷得咬人。']);
  });

  it('go where the name alone stands in the way twice, with or without an address of the page', () => {
    const lines = ['发芽的时候，晨光文库顶着一片壳。', '天一亮，晨光文库我跑出去看。'];

    expect(cleaned(lines)).toEqual(['发芽的时候，顶着一片壳。', '天一亮，我跑出去看。']);
    expect(cleaned(lines, null)).toEqual(['发芽的时候，顶着一片壳。', '天一亮，我跑出去看。']);
  });

  it('stay where the title has the name inside, as a word of the document', () => {
    const lines = ['省展（南美站）昨日开幕。', '省展（南美站）将持续三天。'];
    const kept = textBlocks(lines.join('\n'));
    const title = '省展（南美站）昨日开幕';
    const visible = [...textBlocks(title), ...kept];

    const { blocks } = cutWatermarks(kept, { url: null, headTitle: `${title}_晨光网`, visible });

    expect(linesOf(blocks)).toEqual(lines);
  });

  it('stay where an authority that claims the page is the subject of sentences', () => {
    const lines = ['今年春天，望槐县政府修好了渡口。', '到了秋天，望槐县政府又修了桥。'];
    const kept = textBlocks(lines.join('\n'));
    const visible = [...kept, ...textBlocks('© 2018 望槐县政府 版权所有')];

    expect(linesOf(cutWatermarks(kept, { url: null, headTitle: null, visible }).blocks)).toEqual(
      lines,
    );
  });

  it('stay where an authority names its address in its own page', () => {
    const line = '报名者登录人事考试信息（www.wanghuai.gov.cn）下载准考证。';

    expect(cleaned([line], 'http://www.wanghuai.gov.cn/a/1.html')).toEqual([line]);
  });

  it('go where rules of boxes part the name from the title', () => {
    const kept = textBlocks('没有酿成差错。晨光文秘www.cg-wm.example收藏\n大家都很高兴。');
    const { blocks } = cutWatermarks(kept, {
      url: null,
      headTitle: '护理组上半年小结──晨光文秘',
      visible: kept,
    });

    expect(linesOf(blocks)[0]).toBe('没有酿成差错。');
  });

  it.each([
    [
      'an address readers shall visit',
      '请登录www.chenguang-wk.example查询成绩，也可以到窗口办理。',
    ],
    [
      'the address that the words before it have',
      '潜在投标人应在交易中心网站（http://jy.chenguang-wk.example）获取招标文件。',
    ],
    ['an address of somebody else', '他把代码放在（github.com/someone/tool）里，供大家使用。'],
    [
      'a text about the site',
      '2010年，晨光文库的编辑找到我。他说晨光文库是一家小网站，晨光文库有三个人。',
    ],
    ['a name once in the way', '那天，晨光文库开张了。'],
    [
      'a citation with its address',
      '参见《写作指南》（晨光出版社，见 www.chenguang-press.example 第3章，2019年版）。',
    ],
    [
      'a word of the menu',
      '用学校邮箱可以晨光文库专业版，社团可以晨光文库团队版。'.replaceAll('晨光文库', '免费使用'),
    ],
    ['words written apart', '横批是：国 泰 民 安，贴在门上。'],
  ])('stay: %s', (_, line) => {
    expect(cleaned([line])).toEqual([line]);
  });
});
