import { describe, expect, it } from 'vitest';
import { cleanPage } from '#lib/clean/clean-page.ts';
import { textBlocks } from '#lib/clean/lines/text-blocks.ts';
import { cutWatermarks } from '#lib/clean/repairs/cut-watermarks.ts';
import { linesOf } from './lines.ts';

const URL_OF_PAGE = 'http://www.chenguang-wk.example/a/1.html';
const FRAME = ['免费使用', '晨光文库 > 小说 > 正文', '版权所有 晨光文库'];

/** The blocks of a page: its frame, then its document. */
const pageOf = (frame: readonly string[], lines: readonly string[]) => {
  const visible = textBlocks([...frame, ...lines].join('\n'));
  return { visible, kept: visible.slice(textBlocks(frame.join('\n')).length) };
};

/** The lines of the document on a page whose frame is FRAME. */
const cleaned = (lines: readonly string[], url: string | null = URL_OF_PAGE): string[] => {
  const { kept, visible } = pageOf(FRAME, lines);
  return linesOf(cutWatermarks(kept, { url, headTitle: null, visible }).blocks);
};

describe('marks of the site inside sentences', () => {
  it('are no addresses of a list', () => {
    const list = ['区教育局：jyj.chenguang-wk.example', '区民政局：mzj.chenguang-wk.example'];

    expect(cleaned(list)).toEqual(list);
  });

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
    const title = '省展（南美站）昨日开幕';
    const { kept, visible } = pageOf([title], lines);

    const { blocks } = cutWatermarks(kept, { url: null, headTitle: `${title}_晨光网`, visible });

    expect(linesOf(blocks)).toEqual(lines);
  });

  it('stay where an authority that claims the page is the subject of sentences', () => {
    const lines = ['今年春天，望槐县政府修好了渡口。', '到了秋天，望槐县政府又修了桥。'];
    const { kept, visible } = pageOf(['© 2018 望槐县政府 版权所有'], lines);

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

/** What is left of the lines where nothing is known of the page but its frame. */
const unmarked = (lines: readonly string[], frame: readonly string[] = []): string[] => {
  const { kept, visible } = pageOf(frame, lines);
  return linesOf(cutWatermarks(kept, { url: null, headTitle: null, visible }).blocks);
};

describe('marks of a site that only the text itself names', () => {
  const SOURCE = '本文来源于渔火之路(http://www.yuhuozhilu.example),欢迎阅读。';

  it.each([
    [
      'its host in a line of the frame',
      [SOURCE],
      '每周一晚上学习两小时,(渔火之路http://www.yuhuozhilu.example)雷打不动。',
      '每周一晚上学习两小时,雷打不动。',
    ],
    [
      'a keyword before its address, behind a quotation mark',
      [SOURCE],
      '大嫂说:"述职报告专题http://www.yuhuozhilu.example/shuzhi/以前怕进门,现在不怕。"',
      '大嫂说:"以前怕进门,现在不怕。"',
    ],
    [
      'a keyword that has a word of asking inside',
      [SOURCE],
      '他没有迟到过一次，入党申请书范文http://www.yuhuozhilu.example/shu/年年都是先进。',
      '他没有迟到过一次，年年都是先进。',
    ],
    [
      'a keyword with its name before its address in brackets',
      ['您现在的位置:考帆船 > 公务员', '考帆船(kaofanchuan.example)【大 中 小】'],
      '可以拿到七成的分数。考帆船公务员考试频道(http://www.kaofanchuan.example/gwy/)下面谈三点。',
      '可以拿到七成的分数。下面谈三点。',
    ],
    [
      'who made it and gathered it',
      ['考帆船 京ICP备00000001号'],
      '重点:了解渡船的构造。难点:该教案由考帆船www.kaofanchuan.example收集学习围绕一个意思写话。',
      '重点:了解渡船的构造。难点:学习围绕一个意思写话。',
    ],
    [
      'its name alone in brackets, which its host spells in part',
      ['考帆船写作屋gw.kaofanchuanxz.example(会员可搜索其他材料)'],
      '针对倒班多的实际,推行(考帆船写作屋)“交接班微党课”,不漏一人。',
      '针对倒班多的实际,推行“交接班微党课”,不漏一人。',
    ],
    [
      'its name with a blank inside',
      ['文渡口 www.wendukou.example 永久收藏此文'],
      '加工园一期建成投产,文 渡口 www.wendukou.example安置就业320人。',
      '加工园一期建成投产,安置就业320人。',
    ],
    [
      'its motto in brackets',
      ['文渡口 www.wendukou.example 永久收藏此文'],
      '办结61批。[文渡口-您的案头助手]对历时八年的纠纷,我上山九次。',
      '办结61批。对历时八年的纠纷,我上山九次。',
    ],
    [
      'who claims the page, where the pinyin of the name is the label of the address',
      ['首页 书信 当前位置:天天写>申请书', 'Copyright 2013 天天写 All Rights Reserved'],
      '学费仍欠着一半。(天天写 www.tiantianxie.example 为您提供)我知道还有人更困难。',
      '学费仍欠着一半。我知道还有人更困难。',
    ],
    [
      'what the first line says behind the title, with a claim and blanks',
      ['售票岗位实习报告_实习岛'],
      '一天要卖七百多张,本文来自实习岛 http://www.shixidao.example 嗓子哑得说不出话。',
      '一天要卖七百多张,嗓子哑得说不出话。',
    ],
    [
      'a name in brackets behind a colon',
      ['老师帮网 - 教育论文 - 正文'],
      '我们后来规定:【老师帮网】一个学期内,每人有两次机会。',
      '我们后来规定:一个学期内,每人有两次机会。',
    ],
    [
      'nothing but the mark, whose name spells its address',
      [],
      '抽完了一袋烟。（读书楼：www.dushulou.example）作者没有写他难过。',
      '抽完了一袋烟。作者没有写他难过。',
    ],
    [
      'its motto beside its address',
      [],
      '路是敲出来的。【读书楼dushulou.example，您身边的读书人】我一直记着这句话。',
      '路是敲出来的。我一直记着这句话。',
    ],
    [
      'dashes around it',
      [],
      '每周组织一次读书会。--读书楼 www.dushulou.example--学生的兴趣明显提高。',
      '每周组织一次读书会。学生的兴趣明显提高。',
    ],
    [
      'a dash before the address',
      [],
      '图书角新添了书，读书楼-http://www.dushulou.example 学生常来借阅。',
      '图书角新添了书，学生常来借阅。',
    ],
    [
      'a phrase of its path that calls itself a site, with a blank behind it',
      ['检讨书大全 > 工作检讨书 > 正文'],
      '长达六分钟。检讨书大全网站 六分钟里,电流波动了两次。',
      '长达六分钟。六分钟里,电流波动了两次。',
    ],
    [
      'a clause in which it recommends itself',
      ['来源:投稿堂期刊网 | 时间:2015-07-22'],
      '坝体采用充填灌浆,投稿堂期刊网专业提供论文发表服务,单排布孔。',
      '坝体采用充填灌浆,单排布孔。',
    ],
    [
      'a clause of that kind before the full stop',
      ['来源:投稿堂期刊网 | 时间:2015-07-22'],
      '坝体采用充填灌浆，投稿堂期刊网竭诚为您服务。',
      '坝体采用充填灌浆。',
    ],
  ])('go: %s', (_, frame, line, expected) => {
    expect(unmarked([line], frame)).toEqual([expected]);
  });

  it('go where the same address parts clauses again and again', () => {
    const lines = [
      '船划到河心。（http://www.some-where.example）他停了下来。',
      '桥修好了。（http://www.some-where.example/）船停在岸上。',
    ];

    expect(unmarked(lines)).toEqual(['船划到河心。他停了下来。', '桥修好了。船停在岸上。']);
  });

  it('go behind the last sentence of a paragraph, where they come back', () => {
    const lines = [
      '放线→开挖→检查桩位→扩底→www.yuhuozhilu.example验孔→吊放钢筋笼。',
      '每日开工前检测井下有毒气体。www.yuhuozhilu.example',
    ];

    expect(unmarked(lines)).toEqual([
      '放线→开挖→检查桩位→扩底→验孔→吊放钢筋笼。',
      '每日开工前检测井下有毒气体。',
    ]);
    expect(unmarked(lines.slice(1))).toEqual(lines.slice(1));
  });

  it('are no institutions that a title begins with', () => {
    const lines = ['今年以来，县图书馆坚持免费开放。', '此外，县图书馆新馆落成。'];
    const { kept, visible } = pageOf(['县图书馆“十三五”工作总结.docx'], lines);

    expect(linesOf(cutWatermarks(kept, { url: null, headTitle: null, visible }).blocks)).toEqual(
      lines,
    );
  });

  it.each([
    [
      'an address that readers shall visit',
      ['渔火之路 www.yuhuozhilu.example'],
      '考生请登录www.yuhuozhilu.example报名，也可以到窗口办理。',
    ],
    [
      'an address that is referred to',
      ['渔火之路 www.yuhuozhilu.example'],
      '结果已经公布。（详见http://www.yuhuozhilu.example/a/1.html）获奖者请于月底前领奖。',
    ],
    [
      'an address of mail',
      ['渔火公司 www.yuhuo.example'],
      '简历请投人事部，（邮箱：hr@yuhuo.example）王经理收。',
    ],
    [
      'what a noun before it has',
      ['渔火之路 www.yuhuozhilu.example'],
      '投标人可在官网（http://www.yuhuozhilu.example）获取招标文件。',
    ],
    [
      'the address of an authority',
      [],
      '名单已经公布。（望槐网 www.wanghuai.gov.cn）市民可以查询。',
    ],
    [
      'the source of a sentence, behind it',
      [],
      '三成的人这样做。(http://www.tongji.example/report/2015)另外还有两成。',
    ],
    [
      'a firm that tells its address',
      ['渔火公司 www.yuhuo.example'],
      '详情请咨询渔火公司（www.yuhuo.example，电话0571-5550），我们将尽快回复。',
    ],
    [
      'a portal that everybody knows',
      [],
      '用户打开浏览器，百度www.baidu.com输入关键词，就能找到商品。',
    ],
    [
      'whose site it is',
      ['青禾软件有限公司 www.qinghesoft.com'],
      '本软件由青禾软件有限公司（www.qinghesoft.com）开发，问题请提到青禾社区（bbs.qinghesoft.com）。',
    ],
    [
      'sites in an enumeration',
      [],
      '可以在www.dushulou.example,www.wendukou.example查询，也可以来电。',
    ],
    [
      'a site that the sentence tells of',
      ['读书楼 www.dushulou.example'],
      '大学四年，读书楼www.dushulou.example是我常去的地方。',
    ],
    [
      'a name that is words of the sentence',
      ['当前位置:天天写>申请书', '天天写 www.tiantianxie.example'],
      '在我们班，天天写日记的有十个人。他说，天天写才会进步。',
    ],
    [
      'a name that begins a longer word',
      ['售票岗位实习报告_实习报', '实习报 www.shixibao.example'],
      '六周以后，实习报告写好了。到了年底，实习报告得了奖。',
    ],
    [
      'a heading in brackets',
      ['【摘要】读书楼 www.dushulou.example'],
      '【摘要】本文讨论了桥梁。【关键词】桥梁',
    ],
    [
      'the key to a test',
      ['考帆船(kaofanchuan.example)'],
      '选A。【解析】月为壹的，应加零。【答案】B',
    ],
    ['a citation', ['读书楼 www.dushulou.example'], '这一说法由来已久。[1]后人多有补充。'],
    [
      'a reference with its address',
      ['读书楼 www.dushulou.example'],
      '[3] 林某某. 桥梁史[EB/OL]. http://www.qiaoliang.example/a/3.html, 2015-03-02.',
    ],
    [
      'a site spoken of',
      ['来源:第一文书网 栏目:论文'],
      '有人从第一文书网抄了一篇，第一文书网为大家提供了方便，也提供了懒惰。',
    ],
    [
      'addresses in a text about software',
      [],
      '先安装依赖。访问http://localhost.example/admin登录后台，默认口令见（docs.example/setup）第二节。',
    ],
    [
      'the addresses of a list of links',
      ['用树皮做纸 (yuhuozhilu.example) 三小时前'],
      '怎样修一座石桥 (yuhuozhilu.example) 二十条评论',
    ],
    [
      'a keyword that the sentence asks to open',
      [SOURCE],
      '要投稿的，请打开述职报告专题http://www.yuhuozhilu.example/shuzhi/按提示操作。',
    ],
    [
      'a phrase of the path with no blank behind it',
      ['检讨书大全 > 工作检讨书 > 正文'],
      '这时候，检讨书大全网站上什么都有。',
    ],
    [
      'a clause about what a site did',
      ['来源:投稿堂期刊网 | 时间:2015-07-22'],
      '据统计，投稿堂期刊网为大家提供了三千篇论文，其中一半来自高校。',
    ],
  ])('stay: %s', (_, frame, line) => {
    expect(unmarked([line], frame)).toEqual([line]);
  });
});

describe('the site as the source, before a sentence ends', () => {
  const textOf = (line: string): string =>
    cleanPage({
      bytes: new TextEncoder().encode(
        [
          '河岸范文 > 心得体会 > 实习心得 > 粮库实习心得',
          '粮库实习心得',
          '2020-07-19 16:20 河岸小编',
          '七月初，我被分到城郊的粮库实习。去之前我以为粮库就是几间大房子，把粮食堆进去就算完事。',
          line,
          '六周很短，我却第一次觉得，颗粒归仓不是挂在墙上的标语，而是有人一锹一锹做出来的。',
          '本文地址：http://www.heanfw.example/xdth/88.html',
          'Copyright 2012-2020 河岸范文 版权所有',
        ].join('\n'),
      ),
      contentType: 'text/plain; charset=utf-8',
      url: null,
    }).document.text;

  it('goes', () => {
    expect(textOf('那天仓里四十一度，我的衣服拧得出水[来源：河岸范文]。')).toContain('拧得出水。');
  });

  it('stays if it is another', () => {
    const line = '那年全县收粮四十一万吨[来源：县统计局]。';
    expect(textOf(line)).toContain(line);
  });
});
