import { describe, expect, it, test } from 'vitest';
import { textBlocks } from '#lib/clean/lines/text-blocks.ts';
import { fullNameOf } from '#lib/clean/metadata/site-lines.ts';
import { textFields } from '#lib/clean/metadata/text-fields.ts';

const PROSE =
  '今年以来，在各级领导的关心和支持下，全体职工团结一心，较好地完成了年初确定的各项任务，现将有关情况总结如下。';

/** Fields of a text; `kept` tells which lines are its document's. */
function ofText(
  lines: readonly string[],
  kept = (line: string): boolean => line === PROSE,
  facts: { readonly author?: string; readonly title?: string; readonly site?: string } = {},
) {
  const all = textBlocks(lines.join('\n'));
  const own = all.filter((_, index) => kept(lines[index] ?? ''));
  return textFields(all, own, { incomplete: [], ...facts });
}

const TITLE = '县图书馆消防安全自查报告';

describe('textFields', () => {
  it('reads path, title and the day below it together', () => {
    const lines = [
      '竹简文书 ≡ 专注公文写作',
      '竹简文书 >> 机关文档 >> 自查报告 >> 阅览',
      TITLE,
      '登记 2015-03-26 | 被引 0 次 | 取用 18 次',
      PROSE,
      '前一份：交接班制度 2014-01-01',
      '竹简文书 备案中',
    ];
    expect(ofText(lines)).toMatchObject({
      title: TITLE,
      publishedAt: '2015-03-26',
      site: '竹简文书',
      category: ['机关文档', '自查报告'],
    });
  });

  it('reads a path whose steps and signs an extractor put on lines of their own', () => {
    const path = ['当前位置：', '首页', '>', '政务公开', '>', '消防安全', '>', '自查自纠'];

    expect(ofText(['竹简县', ...path, TITLE, '2015-03-26', PROSE])).toMatchObject({
      title: TITLE,
      category: ['政务公开', '消防安全', '自查自纠'],
    });
    expect(ofText(['竹简县', '更多', '>', TITLE, '2015-03-26', PROSE]).category).toEqual([]);
  });

  it('reads a path that says nothing but shelves and ends in an arrow', () => {
    const lines = ['竹简安全资料网', '安全管理》自查报告》', TITLE, '2015-03-26', PROSE];

    expect(ofText(lines).category).toEqual(['安全管理', '自查报告']);
  });

  it('reads a title before the tools of a thread, whatever its length', () => {
    const tools = '打印 | 加为IE收藏 | 复制链接 | 收藏主题';
    const counters = ['级别: 版主', '威望: 9024 点', '铜币: 20417 枚'];
    for (const title of [TITLE, '新人必看:发帖前先读这一篇']) {
      const lines = ['竹简社区', `本页主题: ${title} ${tools}`, '竹叶', ...counters];
      expect(ofText([...lines, '楼主 发表于: 2012-04-09 09:12', PROSE]).title).toBe(title);
    }
  });

  it('reads a title before its day in brackets, below a calendar', () => {
    const lines = [
      '竹简的博客',
      '首页 目录 图片',
      '<< 2009年8月 >>',
      `${TITLE} (2009-08-30 23:14:07)`,
    ];

    expect(ofText([...lines, '转载▼', PROSE]).title).toBe(TITLE);
  });

  it('reads a title at the end of the path, where the fields stand right below', () => {
    const path = '您的位置:竹简网 > 演讲稿 > 竞聘演讲 > 在广播站招新会上的演讲';

    expect(ofText([path, '发布时间:2015-09-21 点击:402次', PROSE]).title).toBe(
      '在广播站招新会上的演讲',
    );
  });

  it.each([
    ['what a place pays', [TITLE, '5千-7千/月', '更新于 3天前 已有112人投递']],
    ['who uploaded it', [TITLE, '书友_8830 2021-06-28 字数:约980']],
    ['a bookmark', [TITLE, '一秒记住【竹简书院】，精彩小说无弹窗免费阅读！']],
  ])('takes no other line for the title: %s', (_, lines) => {
    expect(ofText(['竹简文书', ...lines, PROSE]).title).toBe(TITLE);
  });

  it('reads the site beside its buttons, and with what its firm’s name lacks', () => {
    const below = ['关于我们 | 积分规则 | 竹简文档 @2017'];
    expect(
      ofText(['竹简文档 上传我的文档 领积分', TITLE, '2015-03-26', PROSE, ...below]).site,
    ).toBe('竹简文档');
    const path = '竹简首页 > 菜谱大全 > 糕点';
    const menu = '菜谱大全 菜单 作品 市集';
    expect(ofText(['竹简美食', menu, path, TITLE, PROSE, '© 竹简 备案中']).site).toBe('竹简美食');
  });

  it('takes no field with a spaced label for the title', () => {
    const fields = ['索 引 号 ZJ0014-2015-00217', '有 效 性 有效', '文 号 无'];

    expect(ofText(['竹简县政府', ...fields, TITLE, '浏览次数：3', PROSE]).title).toBe(TITLE);
  });

  it('takes off a short title what is glued to it, if the path ends in it', () => {
    const glued = '捕鱼记2018-11-25投稿人：初一（2）班学生体裁：日记';

    expect(ofText(['您在：竹简作文·日记·捕鱼记', glued, PROSE])).toMatchObject({
      title: '捕鱼记',
      category: ['日记'],
    });
  });

  it('reads who opened the thread from their card', () => {
    const title = '酸菜怎么积？[复制]';
    const floor = '楼主 发表于2012-11-8 21:37:15 只看楼主';
    const card = '柴火垛 LV7 河堤长老 帖子1882 河币5510 注册2008-3-1 私信 关注';

    expect(ofText(['竹简社区›吃喝›查看帖子', title, card, floor, PROSE])).toMatchObject({
      title: '酸菜怎么积？',
      author: '柴火垛',
      site: '竹简社区',
    });
  });

  it('reads a path without signs from the site to the title', () => {
    const path = `竹简公文网 自查报告 消防自查 ${TITLE}`;

    expect(ofText(['首页', path, TITLE, '2015-03-26', PROSE])).toMatchObject({
      site: '竹简公文网',
      category: ['自查报告', '消防自查'],
    });
    expect(ofText(['首页', `自查 消防 ${TITLE}`, TITLE, '2015-03-26', PROSE]).category).toEqual([]);
  });

  it('reads whose office runs the site', () => {
    const foot = '主办:竹简县人民政府办公室 承办:竹简县大数据中心 网站标识码:3600000000';

    expect(ofText([TITLE, '2015-03-26', PROSE, foot]).site).toBe('竹简县人民政府');
  });

  it('takes who answers below the text for no site', () => {
    const lines = ['灶边 首页 菜谱 菜单', TITLE, '阿蒲的小厨 2017-02-09 发布', PROSE, '留言'];
    const answer = '阿蒲的小厨 回复 豆芽菜：可以的';

    expect(ofText([...lines, answer, '阿蒲的小厨 回复 小葱：是的']).site).toBe('灶边');
  });

  it('reads the site before links to log in and its basket', () => {
    const menu = '竹簡學習資源庫｜登入｜購物籃(0)｜常見問題';

    expect(ofText([menu, '首頁 ▸ 學校文書', TITLE, '2015-03-26', PROSE]).site).toBe(
      '竹簡學習資源庫',
    );
  });

  const HEAD = [TITLE, '作者：林知微　2015-03-26', PROSE];

  it.each([
    [
      '竹简县人民政府门户网站',
      ['长者模式', '竹简县人民政府门户网站', '搜索', '首页', '政务公开', ...HEAD],
    ],
    [
      '竹簡縣政府全球資訊網',
      ['竹簡縣政府全球資訊網', '網站導覽 | 回首頁 | 信箱', ...HEAD, '竹簡縣政府 版權所有'],
    ],
    [
      '竹简书屋',
      ['[logo.gif] 竹简书屋', '首页 散文 小说', ...HEAD, '竹简书屋 (c) 2003 滇ICP备05号'],
    ],
    [
      '竹简',
      [
        '竹简',
        '租赁合同',
        '首页 > 租赁合同 > 场地租赁 > 正文',
        ...HEAD,
        '租赁合同范本',
        '© 竹简 2015',
      ],
    ],
    [
      '竹简健康',
      [
        '竹简健康 就医 · 科普 · 问答',
        '找医院 找医生 查药品',
        ...HEAD,
        '林知微 主治医师',
        '林知微 擅长睡眠',
        '竹简健康许可证号：00',
      ],
    ],
  ])('tells the site %s from tools, owners, shelves and who wrote', (site, lines) => {
    expect(ofText(lines)).toMatchObject({ site, author: '林知微' });
  });

  it('takes the list of all boards for none of them', () => {
    const path = '竹简社区»论坛›老厂记忆';

    expect(ofText([path, TITLE, '2015-03-26', PROSE])).toMatchObject({
      site: '竹简社区',
      category: ['老厂记忆'],
    });
  });

  it('takes who gave a file for no title', () => {
    const lines = [TITLE, '文档贡献者 qingshan2018', '贡献于 2023-04-02', PROSE];

    expect(ofText(lines).title).toBe(TITLE);
  });

  it('keeps a shelf after which the document is called', () => {
    const path = '首页 > 机关文档 > 安全自查报告 > 正文';

    expect(ofText([path, TITLE, '2015-03-26', PROSE]).category).toEqual([
      '机关文档',
      '安全自查报告',
    ]);
    expect(ofText(['首页 > 机关文档 > 县图书馆消防安全', TITLE, PROSE]).category).toEqual([
      '机关文档',
    ]);
  });

  test.each([
    [`# ${TITLE}`],
    [`${TITLE}.docx`],
    [`文档标题：${TITLE}`],
    [`${TITLE}_竹简文书`],
    [`${TITLE}2015-03-26 17:45`],
    [`你正在看：${TITLE}.pdf`],
  ])('takes what a template glued off %j', (line) => {
    expect(ofText(['您好，欢迎光临竹简文书!', line, '2015-03-26 阅读 21', PROSE]).title).toBe(
      TITLE,
    );
  });

  it('takes the first line of a bare text, also if it was kept with the text', () => {
    expect(ofText([TITLE, PROSE], () => true).title).toBe(TITLE);
    expect(ofText(['一、基本情况', PROSE], () => true).title).toBe('');
  });

  it('believes the line that other lines quote', () => {
    const lines = [
      '竹简文库',
      '浏览历史(3)',
      TITLE,
      'Pages 31',
      `《${TITLE}》系会员发布，支持在线试读。`,
      PROSE,
    ];
    expect(ofText(lines).title).toBe(TITLE);
  });

  test.each([
    [['竹简日报', '< 上一版 下一版 >', TITLE, '2022年10月2日 星期日', PROSE]],
    [
      [
        '发布机构 云樟县人民政府办公室',
        '成文日期 2022-06-06',
        TITLE,
        '发布日期：2022-06-07',
        PROSE,
      ],
    ],
    [['竹简教案/教案/小学语文', TITLE, '更新时间:2016-10-27', PROSE]],
    [[`合集吧_岗位职责_${TITLE}`, TITLE, '发布:2023-04-11', PROSE]],
    [['竹简课件', TITLE, '幻灯片19张 文件4.2M 模板：蓝色', PROSE]],
    [
      [
        '竹简期刊',
        '2021年 第3期 第40卷',
        TITLE,
        '鲁成林1 冯婉2 蒲家明1',
        '收稿日期 2021-01-02',
        PROSE,
      ],
    ],
  ])('takes no field, path or count for the title: %j', (lines) => {
    expect(ofText(lines).title).toBe(TITLE);
  });

  it('takes no account of a forum for the title, nor a slogan for a shelf', () => {
    const lines = [
      '竹简论坛 -> 钓鱼天地 -> 查看主题',
      TITLE,
      '竹竿老五',
      '举人',
      '帖子 1203 精华 4 积分 5530',
      '发表于 2015-03-26 20:14',
      PROSE,
    ];
    expect(ofText(lines).title).toBe(TITLE);
    const slogan = ['竹简文库 ｜ 专注机关文稿十二年', TITLE, '2015-03-26 阅读 21', PROSE];
    expect(ofText(slogan).category).not.toContain('专注机关文稿十二年');
  });

  it('takes a shelf of years for no slogan', () => {
    const lines = ['首页 > 专题报道 > 改革开放四十年 > 正文', TITLE, '2015-03-26 阅读 21', PROSE];
    expect(ofText(lines).category).toEqual(['专题报道', '改革开放四十年']);
  });

  it('takes a title that quotes another whole', () => {
    const title = '《云樟县城区电动自行车停放充电管理办法》政策解读';
    expect(ofText([title, '发布日期：2023-02-14', PROSE]).title).toBe(title);
  });

  test.each([
    [
      [
        '登录',
        '注册',
        '长者助手',
        '智能问答',
        '竹简县人民政府',
        '网站首页',
        '县情概况',
        '政务动态',
        '网上办事',
      ],
      '竹简县人民政府',
    ],
    [
      ['竹简教案 （幼师的备课本）', '小班教案', '中班教案', '托班', '儿歌', '首页 >> 小班教案'],
      '竹简教案',
    ],
    [['第二竹简小学', '学校概况', '新闻动态', '教学科研', '德育之窗'], '第二竹简小学'],
    [['竹简百科', '人人可以编写的百科', '进入词条', '搜词条'], '竹简百科'],
    [['竹简问答 注册 登录', '全部问题 > 法律 > 消费维权'], '竹简问答'],
    [
      ['竹简新闻稿平台 企业登入 媒体登入 科技 金融', '目前位置：首页 ＞ 科技 ＞ 内容'],
      '竹简新闻稿平台',
    ],
    [
      ['竹简农业网 共享资料', '粮油作物 果蔬花卉 林业', '路径：农林牧渔 〉畜牧 〉在线浏览'],
      '竹简农业网',
    ],
  ])('reads the masthead of %j', (head, site) => {
    expect(ofText([...head, TITLE, '发布日期：2015-03-26', PROSE]).site).toBe(site);
  });

  it('takes shelves of a column for no site', () => {
    const head = ['工作总结', '工作报告', '心得体会', '演讲稿', '合同'];
    expect(ofText([...head, TITLE, '发布日期：2015-03-26', PROSE]).site).toBe('');
  });

  it('reads the article of a bulletin board', () => {
    const lines = [
      '竹简BBS -- 精华区文章阅读',
      `发信人: moonfish (月光下的鱼), 信区: Memory标 题: ${TITLE}`,
      '发信站: 竹简BBS (2003年05月14日22:06:31 星期三), 站内信件',
      PROSE,
    ];
    expect(ofText(lines)).toMatchObject({ title: TITLE, site: '竹简BBS' });
  });

  it('takes who answered below the text for nobody', () => {
    const lines = [
      '竹简社区 > 舞文弄墨',
      TITLE,
      '楼主：半亩花田 时间：2011-05-12',
      PROSE,
      '作者：河边草 时间：2011-05-12',
    ];
    expect(ofText(lines, undefined, { author: '河边草' }).author).toBe('半亩花田');
    expect(ofText([TITLE, PROSE, '作者：林知微'], undefined, { author: '林知微' }).author).toBe(
      '林知微',
    );
  });

  it('reads who wrote for a public account and which', () => {
    const lines = [TITLE, '原创 阿晚 竹简食堂 2021-07-22 17:30', PROSE, '作者：读者甲'];
    expect(ofText(lines)).toMatchObject({ author: '阿晚', site: '竹简食堂' });
    const reprint = [
      TITLE,
      '竹简夜读 2020-05-10 21:00',
      '以下文章来源于半山文艺 ，作者林知微',
      PROSE,
    ];
    expect(ofText(reprint).author).toBe('林知微');
  });

  it('reads a path whose steps stand between slashes, a line each', () => {
    const lines = ['您所在的位置：', '网站首页', '/', '政务公开', '/', '通告公示', TITLE, PROSE];
    expect(ofText(lines).category).toEqual(['政务公开', '通告公示']);
    const other = ['政务公开', '/', '通告公示', '/', TITLE, PROSE];
    expect(ofText(other).category).toEqual([]);
  });

  it('prefers the path that ends in the title to a list of shelves and to a slogan', () => {
    const shelves = '分类：党团工作｜安全生产｜教育资料｜建筑施工';
    const path = `竹简文库 / 安全生产 / 自查报告 / ${TITLE}`;
    expect(ofText(['竹简文库', shelves, path, TITLE, '2015-03-26 上传', PROSE]).category).toEqual([
      '安全生产',
      '自查报告',
    ]);
    const slogan = ['竹简笔坊｜写材料的人都在这', '竹简笔坊 ／ 党建材料 ／ 民主生活会'];
    expect(ofText([...slogan, TITLE, '会员 · 2022年12月30日', PROSE]).category).toEqual([
      '党建材料',
      '民主生活会',
    ]);
  });

  test.each([
    [[`${TITLE} [ 来源：工程科 | 作者：施润 | 时间：2020-04-21 | 浏览：334 ]`, PROSE]],
    [['党建材料＊领导讲话＊总结汇报＊调研信息', TITLE, '笔坊会员 · 2022年12月30日', PROSE]],
    [['竹简材料网-专注机关文稿十二年', TITLE, PROSE]],
    [['竹简新闻网', '老屋变身图书室', TITLE, '来源：竹简新闻网 2019-03-05', PROSE]],
    [['竹简学校网站首页校园概况德育天地教研之窗', TITLE, '2019-03-05', PROSE]],
    [[`竹简记_${TITLE}怎么写`, TITLE, '作者 林知微 发布于 2016-07-08', PROSE]],
    [[TITLE, '本报记者 林知微', PROSE]],
    [['竹简都市报数字版', '第A05版：民生', TITLE, '2022年10月02日 星期日 放大 缩小', PROSE]],
    [[`${TITLE}的写法_竹简记`, TITLE, 'by 林知微', PROSE]],
    [[TITLE, '鲁成林1 冯婉2', '(1.竹简灌区管理处；2.水利水电学院)', PROSE]],
  ])('finds the title of %j', (lines) => {
    expect(ofText(lines).title).toBe(TITLE);
  });

  it('takes the card of who writes for no title, also if it was judged to be one', () => {
    const card = ['半亩花田', '半亩花田 当前离线', '积分 1203', '发表于 2013-5-6 20:11'];
    const judged = { title: '半亩花田 当前离线' };
    expect(ofText(['竹简社区 > 生活', TITLE, ...card, PROSE], undefined, judged).title).toBe(TITLE);
  });

  it('takes a title that begins with a month for one, and a day for none', () => {
    const title = '2019年5月份全市规模以上工业增加值增长5.6%';
    const lines = [
      '竹简市统计局',
      '当前位置:首页-数据发布',
      title,
      '发布时间:2019-06-18 10:30',
      PROSE,
    ];
    expect(ofText(lines).title).toBe(title);
    expect(ofText(['2019年5月18日 星期六', TITLE, PROSE]).title).not.toContain('2019');
  });

  it('reads the site above buttons of an application, on a page to print, with a year behind links', () => {
    const app = ['灶前手札', '打开APP', '登录/注册', '首页 菜谱 食材 社区'];
    expect(ofText([...app, TITLE, '2015-03-26', PROSE]).site).toBe('灶前手札');
    const print = ['松溪林场党建网 - 打印预览', '[打印] [关闭]', '栏目：经验交流', TITLE, PROSE];
    expect(ofText([...print, '共打印 1 页　松溪林场党建网']).site).toBe('松溪林场党建网');
    const viewer = ['竹池文档', '登录 注册 帮助', TITLE, '2015-03-26', PROSE];
    const foot = ['竹池文档不拥有其著作权', '关于我们 | 常见问题 | 侵权处理 | 竹池文档 2020'];
    expect(ofText([...viewer, ...foot]).site).toBe('竹池文档');
  });

  it('reads the name at the top in full, where who owns the site or writes is called by its first part', () => {
    const menu = '进入词条 搜索词条 帮助';
    const rights = '© 2016 知溪 使用百科前必读 | 百科协议';
    expect(ofText(['知溪词海', menu, '廊桥', PROSE, rights]).site).toBe('知溪词海');
    const names = [
      { name: '知溪', origin: 'line' },
      { name: '知溪镇中心小学三年级一班', origin: 'masthead' },
    ];
    expect(fullNameOf({ name: '知溪', origin: 'line' }, names)).toBeNull();
    const greeting = { name: '知溪小学欢迎您', origin: 'masthead' };
    expect(fullNameOf({ name: '知溪小学', origin: 'line' }, [greeting])).toBeNull();
    expect(fullNameOf({ name: '知溪', origin: 'breadcrumb' }, [...names].slice(1))).toBeNull();
  });

  it('takes a title that begins with a quotation whole, and not the line with keywords behind it', () => {
    const title = '《小种子醒来》教学设计';
    const head = [`竹简教案>小学>科学>${title}`, title, `${title}|小学科学教案|竹简教案`];
    const lead = `小编寄语:竹简教案为老师们准备了${title},供备课时参考。`;
    const lines = [...head, '时间:2019-03-27 10:20', lead, PROSE, '© 竹简教案 版权所有'];
    expect(ofText(lines)).toMatchObject({
      title,
      category: ['小学', '科学'],
    });
  });

  it('takes no shelf’s last word for the page for a shelf', () => {
    const path = '您现在浏览的是：竹简吧>讲话稿>安全讲话>内容页';
    expect(ofText([path, TITLE, '2015-03-26', PROSE]).category).toEqual(['讲话稿', '安全讲话']);
  });

  it('takes no public account above its article for the title', () => {
    const head = ['柳河的早晨', '腌一缸雪里蕻，等冬天', '原创 小满 柳河的早晨 2019-11-09 07:30'];
    expect(ofText([...head, PROSE])).toMatchObject({ title: head[1], site: '柳河的早晨' });
  });

  it('takes where a paper stood and who looked after an entry for no title', () => {
    for (const line of ['出处:柳河水利,2012年第4期', '本词条由“乡土植物”项目审核']) {
      expect(ofText(['竹简词海', TITLE, line, PROSE]).title).toBe(TITLE);
    }
    expect(ofText(['竹简词海', `题名:${TITLE}`, '作者:方小溪', PROSE]).title).toBe(TITLE);
  });

  it('takes what a link to another document quotes for no title', () => {
    const title = '《竹简市门诊慢性病管理办法》政策解读';
    const link = '相关链接：《竹简市门诊慢性病管理办法》（竹医保发〔2021〕58号）';
    expect(ofText([title, '竹简市医疗保障局 · 2021年12月28日', link, PROSE]).title).toBe(title);
  });

  it('takes the word that the text defines for the title of an entry', () => {
    const definition = `岩白菜是虎耳草科岩白菜属的多年生草本植物，因叶片肥厚而得名。${PROSE}`;
    const head = [
      '竹简百科',
      '人人可以编写的百科',
      '进入词条',
      '编辑',
      '讨论',
      '岩白菜',
      '目录',
      '1形态特征',
    ];
    const isText = (line: string): boolean => line === definition;
    expect(ofText([...head, definition], isText).title).toBe('岩白菜');
    const firm = `竹简公司是一家生产农机的企业，创立于1987年。${PROSE}`;
    const about = ['竹简公司', '公司简介和发展历程', '2015-03-26', firm];
    expect(ofText(about, (line) => line === firm).title).toBe('公司简介和发展历程');
  });

  it('reads a name alone between title and day', () => {
    expect(
      ofText(['给母亲的旧缝纫机', '穆小砚', '[2011-08-15] 已有 914 位读者', PROSE]).author,
    ).toBe('穆小砚');
  });

  test.each([
    [['首页 诗歌 散文', TITLE, '散文', '2011-08-15 阅读 21', PROSE]],
    [['首页 警示 通报', TITLE, '警示', '2011-08-15 阅读 21', PROSE]],
    [[TITLE, '宣传科', '2011-08-15 阅读 21', PROSE]],
    [[TITLE, '工作总结', '2011-08-15 阅读 21', PROSE]],
    [[TITLE, '穆小砚', PROSE, '2011-08-15']],
  ])('takes a shelf, an office or a lone word for nobody: %j', (lines) => {
    expect(ofText(lines).author).toBe('');
  });

  it('reads a name with an ornament below the title, not an entry of a menu', () => {
    expect(ofText(['竹简日报', TITLE, '□ 竹 马', '放大 缩小', PROSE]).author).toBe('竹马');
    expect(ofText(['◎要闻动态', '◎政务公开', TITLE, '2011-08-15', PROSE]).author).toBe('');
  });

  it('never takes the day of a neighbour, of the text or of the clock', () => {
    const after = [TITLE, PROSE, '前篇 2022年3月9日', '后篇 2022年3月9日'];
    expect(ofText(after).publishedAt).toBeFalsy();
    const inside = ['今天是2022年3月9日', TITLE, '2021年1月2日', PROSE];
    expect(
      ofText(inside, (line) => line.startsWith('2021') || line === PROSE).publishedAt,
    ).toBeFalsy();
  });

  test.each([
    [['欢迎光临竹简文库!', TITLE, PROSE], '竹简文库'],
    [['竹简晨报', '往期 版面 检索', TITLE, PROSE, '竹简晨报社出品'], '竹简晨报'],
    [[TITLE, PROSE, '竹简写作www.zhujian-demo.com(站内另存同主题材料)'], '竹简写作'],
    [['竹简文库 / 活动总结', TITLE, PROSE], '竹简文库'],
    [['竹简录 | 调研报告', TITLE, '2009-06-18 浏览:207', PROSE], '竹简录'],
    [['大暑｜四道当家菜', PROSE], ''],
    [['返回网站 → 总结 → 全文浏览', TITLE, '来源：竹简日报', PROSE], ''],
    [[TITLE, PROSE], ''],
  ])('names the site of %j', (lines, site) => {
    expect(ofText(lines).site).toBe(site);
  });

  it('knows who opened a thread by where the name stands', () => {
    const lines = [
      '竹简论坛 › 闲话',
      '送外卖记',
      '浏览9120次',
      '风里来',
      '积分 18 帖数 3',
      '1# 楼主',
      '2018-12-02 20:47',
      PROSE,
    ];
    expect(ofText(lines)).toMatchObject({ author: '风里来', publishedAt: '2018-12-02T20:47' });
    expect(ofText([TITLE, '撰稿:会员供稿 2018-12-02', PROSE]).author).not.toBe('风里来');
  });

  it('says nothing of a text that says nothing', () => {
    expect(ofText([])).toMatchObject({ title: '', site: '', category: [] });
  });

  it('takes the label of a list’s owner for nobody', () => {
    expect(ofText([TITLE, '建立者 山里的老葛 2018.9.10', PROSE]).author).toBeFalsy();
    expect(ofText([TITLE, '山里的老葛 2018.9.10', PROSE]).author).toBe('山里的老葛');
  });

  const CARD = [
    '返回列表 发新帖',
    '半亩花田',
    '半亩花田 当前离线',
    '积分 1203',
    '楼主',
    '电梯直达',
  ];
  const POSTED = '发表于 2013-5-6 20:11 | 只看该作者';

  test.each([['锅底糊了，用醋泡一夜还是刷不掉怎么办？'], ['【求助】锅底糊了怎么刷']])(
    'takes the end of the path for the title of a thread that says it nowhere else: %s',
    (title) => {
      const lines = [
        `竹简社区 › 论坛 › 灶台 › ${title}`,
        ...CARD,
        POSTED,
        PROSE,
        '回复 举报',
        'Archiver|手机版|小黑屋|竹简社区',
      ];
      expect(ofText(lines, undefined, { title: '电梯直达' })).toMatchObject({
        title,
        author: '半亩花田',
        site: '竹简社区',
        category: ['灶台'],
      });
    },
  );

  it('takes the last shelf of a path for no title', () => {
    const lines = ['竹简社区 › 论坛 › 灶台 › 锅碗瓢盆', TITLE, POSTED, PROSE];
    expect(ofText(lines).title).toBe(TITLE);
  });

  it('takes tools of a forum, and how many liked an answer, for no title', () => {
    const tools = ['竹简论坛 > 灶台', TITLE, '主题工具 显示模式', '2013-05-06, 20:11 #1', PROSE];
    expect(ofText(tools, undefined, { title: '主题工具 显示模式' }).title).toBe(TITLE);
    const answer = [
      '竹简问答 首页 发现',
      '头一回坐长途火车，要带些什么？',
      '关注问题',
      '写回答',
      '1 个回答',
      '每年坐四十趟车的人',
      '1,204 人赞同了该回答',
      PROSE,
      '编辑于 2021-09-30・IP 属地上海',
    ];
    expect(ofText(answer, undefined, { title: '1,204 人赞同了该回答' })).toMatchObject({
      title: '头一回坐长途火车，要带些什么？',
      publishedAt: '2021-09-30',
    });
  });

  it('takes the question for the title, not who asked it nor what they add', () => {
    const lines = [
      '竹简问答',
      '首页·生活·灶台',
      '生锈的菜刀还能磨吗？',
      '外婆留下的，锈得很厉害，应该先除锈还是先磨？',
      '老屋的猫',
      '2020-03-02 11:09',
      '我来答',
      PROSE,
    ];
    expect(ofText(lines)).toMatchObject({
      title: '生锈的菜刀还能磨吗？',
      category: ['生活', '灶台'],
    });
  });

  it('takes the day below an answer only where it stands alone, right below', () => {
    const far = ['赞同 3', '收藏', '喜欢', '发布于 2021-09-30'];
    expect(ofText([TITLE, PROSE, ...far]).publishedAt).toBeFalsy();
    expect(ofText([TITLE, PROSE, '发布于 2021-09-30 的另一篇文章']).publishedAt).toBeFalsy();
    expect(ofText([TITLE, '2020-01-02', PROSE, '编辑于 2021-09-30']).publishedAt).toBe(
      '2020-01-02',
    );
  });

  it('takes the chapter for the title, not the book above it, nor the number of its page', () => {
    const lines = ['竹简书城 › 奇幻 › 山神休假中', '《山神休假中》', '第五回 紙門後面', PROSE];
    expect(ofText(lines).title).toBe('第五回 紙門後面');
    const page = [
      '竹简书屋 > 武侠 > 渡口无船',
      '第九章 夜渡(第1/3页)',
      '作者：林知微 所属：渡口无船',
      '上一章 目录 下一页',
      PROSE,
    ];
    expect(ofText(page).title).toBe('第九章 夜渡');
    const law = ['首页 > 法规', TITLE, '第一章 总则', PROSE];
    expect(ofText(law).title).toBe(TITLE);
  });

  it('reads whom the button behind a name below the title follows', () => {
    const lines = [TITLE, '半斤面粉 关注', '2018-05-21 发布 12096人浏览', PROSE];
    expect(ofText(lines).author).toBe('半斤面粉');
    expect(ofText([TITLE, '微信 关注', PROSE]).author).toBe('');
    expect(ofText(['半斤面粉 关注', TITLE, PROSE]).author).toBe('');
  });

  it('reads the site behind the title on the first line, with tools between it and the title', () => {
    const tools = ['跳转到导航 跳转到搜索', '页面 讨论 阅读 编辑 查看历史'];
    const isText = (line: string): boolean => line.includes(PROSE);
    const text = `灰背水鸫是河鸫科的一种鸣禽。${PROSE}`;
    expect(ofText(['灰背水鸫 - 竹简志', ...tools, '灰背水鸫', text], isText)).toMatchObject({
      title: '灰背水鸫',
      site: '竹简志',
    });
  });

  it('takes the rank of a member in traditional script for nobody', () => {
    const lines = [
      '竹簡討論區',
      `首頁 » 討論區 » 行山 » ${TITLE}`,
      '新增討論 回覆',
      '鹹檸七',
      '中級會員',
      '1#',
      '發表於 2020-12-6 23:18',
      TITLE,
      PROSE,
      '竹簡討論區 - Archiver - WAP',
    ];
    expect(ofText(lines)).toMatchObject({ author: '鹹檸七', site: '竹簡討論區' });
  });
});

describe('titles of texts', () => {
  it('takes no label set letter by letter for the title', () => {
    const lines = [
      '青石县人民政府',
      '首页 >> 信息公开 >> 政府文件',
      '索 引 号：QS001-2021-00011',
      '有 效 性：有效',
      TITLE,
      '发布时间：2021-03-15',
      PROSE,
    ];

    expect(ofText(lines).title).toBe(TITLE);
  });

  it('takes the name of the file before a heading of the text', () => {
    const lines = [
      '青石文档',
      `${TITLE}.doc`,
      '1页 2022-03-16 发布 88浏览 收藏',
      '分类：安全 / 消防',
      '报　　告',
      PROSE,
    ];

    expect(ofText(lines).title).toBe(TITLE);
  });

  it('takes the name of a file with its fields behind it', () => {
    const lines = [
      '青石文库 > 安全 > 消防',
      `${TITLE}.docx 上传时间：2020-12-17 页数：3 大小：41KB 青石币：0`,
      PROSE,
    ];

    expect(ofText(lines).title).toBe(TITLE);
  });

  it('believes the list below the text, without brackets too, before a list above', () => {
    const lines = [
      '欢迎光临',
      '自查报告相关推荐',
      '县文化馆安全自查报告 县剧院安全自查报告 县体育馆安全自查报告',
      TITLE,
      '时间：2017-10-09 浏览：11次',
      PROSE,
      `${TITLE}相关阅读`,
      '县文化馆安全自查报告',
    ];

    expect(ofText(lines).title).toBe(TITLE);
  });
});

describe('names of the site beside the title', () => {
  it('reads the name of a file and that of its viewer on one line', () => {
    const lines = [
      '竹简手册网_说明书下载_设备资料',
      `${TITLE}.pdf-竹简手册网`,
      '大小:1.2MB 上传日期:2014-07-08 页码:24',
      PROSE,
      '内容来自竹简手册网www.zhujian.example转载请标明出处.',
    ];

    expect(ofText(lines)).toMatchObject({ title: TITLE, site: '竹简手册网', category: [] });
  });

  it('takes no slogan and no file for a shelf', () => {
    const path = `竹简文库-海量公文写作,合同下载平台>办公文档>自查报告>${TITLE}.docx`;
    const lines = [
      path,
      `${TITLE}.docx`,
      '上传时间：2021-01-20 页数：14',
      PROSE,
      '©2018-2023 竹简文库 版权所有',
    ];

    expect(ofText(lines)).toMatchObject({ site: '竹简文库', category: ['办公文档', '自查报告'] });
    expect(
      ofText(['竹简文档-专业的文档分享社区', `${TITLE}.doc`, '上传时间:2016-05-24 页数:9', PROSE])
        .category,
    ).toEqual([]);
  });

  it('takes the site and its address off the title', () => {
    const at = (line: string): string | undefined =>
      ofText(['竹简书屋 > 报告', line, PROSE], undefined, { title: line }).title;

    expect(at(`竹简书屋(www.zhujian.example)${TITLE}`)).toBe(TITLE);
    expect(at(`${TITLE} www.zhujian.example`)).toBe(TITLE);
    expect(at('竹简(第三稿)修改意见汇总报告')).toBe('竹简(第三稿)修改意见汇总报告');
  });

  it('reads the site before the title, which is no shelf of the path', () => {
    const lines = [`竹简道-${TITLE}`, '竹简首页>安全>自查>正文', TITLE, '2015-03-26', PROSE];

    expect(ofText(lines).site).toBe('竹简道');
    expect(ofText([`自查-${TITLE}`, ...lines.slice(1)]).site).not.toBe('自查');
  });

  it('takes who is the source and wrote it for the site', () => {
    const lines = [TITLE, '来源：竹简屋　作者：竹简屋　2015-03-26', PROSE, '竹简屋 版权所有'];

    expect(ofText(lines, undefined, { site: '竹简屋' }).site).toBe('竹简屋');
    expect(
      ofText(
        lines.map((line) => line.replace('来源：竹简屋', '来源：县图书馆')),
        undefined,
        { site: '竹简屋' },
      ).site,
    ).toBe('竹简屋');
  });
});

describe('paths that another line tells', () => {
  it('believes a first step that ends the line of the day', () => {
    const lines = [TITLE, '青石范文 - 报告 - 自查报告', '时间:2012-08-16 10:22:31 青石范文', PROSE];

    expect(ofText(lines)).toMatchObject({ site: '青石范文', category: ['报告', '自查报告'] });
    expect(ofText([TITLE, '报告 - 自查报告 - 消防', '2012-08-16 自查报告 报告', PROSE]).site).toBe(
      '',
    );
  });

  it('reads shelves of a path that lost its signs, and none from the menu above it', () => {
    const menu = '首页 讲话稿 汇报材料 心得体会 登录';
    const lines = [menu, '首页 讲话稿 城建工作 正文', TITLE, '2015-03-26 阅读 21', PROSE];
    expect(ofText(lines).category).toEqual(['讲话稿', '城建工作']);
    expect(ofText([menu, TITLE, '2015-03-26 阅读 21', PROSE]).category).toEqual([]);
  });

  it('reads the site behind links to sign in', () => {
    const lines = [
      '登录 注册 竹简文档 > 实用文 > 自查报告',
      `${TITLE}.docx`,
      '发布：2015-03-26',
      PROSE,
    ];
    expect(ofText(lines)).toMatchObject({ site: '竹简文档', category: ['实用文', '自查报告'] });
  });

  it('believes a path though the links at the page’s end have the site, not though a menu has it', () => {
    const head = ['竹无忧 > 生活 > 花木', TITLE, '浏览 5281 次 2017-12-18', PROSE];
    expect(ofText([...head, '我要提问 帮助 意见反馈 竹无忧 使用须知'])).toMatchObject({
      site: '竹无忧',
      category: ['生活', '花木'],
    });
    expect(ofText([...head, '旧物 竹无忧 花木 厨房 出行']).site).toBe('');
  });

  test.each([
    [[TITLE, '【 发布日期：2020-05-06 点击：2307 次 】', PROSE]],
    [[TITLE, '【 发布日期：2019-10-21 作者：呼吸内科 林医师 点击：455 次 】', PROSE]],
  ])('takes fields between brackets for no title: %j', (lines) => {
    const path = '首页 > 新闻中心 > 通知公告';
    const judged = { title: lines[1] ?? '' };
    expect(ofText([path, ...lines], undefined, judged).title).toBe(TITLE);
  });

  it('reads the name of an entry before its buttons, not an entry of the table of contents', () => {
    const opening =
      '油纸伞,又称雨伞,是以竹作架、以皮纸涂桐油作面的伞,流行于江南各地,以轻巧耐用著称。';
    const head = ['竹简百科 首页 分类 任务 登录', '油纸伞 编辑 讨论 上传视频', '收藏 0有用+1'];
    const lines = [...head, '目录', '1 沿革', '2 相关习俗', opening];
    const judged = { title: '2 相关习俗' };
    expect(ofText(lines, (line) => line === opening, judged).title).toBe('油纸伞');
  });

  it('takes the account on a platform of accounts for who wrote, on other sites a shelf for none', () => {
    const lines = (site: string, step: string) => [
      `${site} > ${step} > ${TITLE}`,
      TITLE,
      `${step} 2019-07-15`,
      PROSE,
    ];
    expect(ofText(lines('竹读号', '巷口的风'))).toMatchObject({ author: '巷口的风', category: [] });
    expect(ofText(lines('竹读号', '工作总结')).author).toBe('');
    expect(ofText(lines('竹简文库', '自查自纠'))).toMatchObject({
      author: '',
      category: ['自查自纠'],
    });
  });

  it('reads shelves between slashes right above the title, no buttons and no line further up', () => {
    const site = '竹简文库 zhujianwk.example 海量文档';
    const below = [`${TITLE}.doc`, '上传人:青瓦 上传时间:2016-05-17', PROSE];
    expect(ofText([site, '应用文书 / 应急预案', ...below]).category).toEqual([
      '应用文书',
      '应急预案',
    ]);
    expect(ofText([site, '登录 / 注册', ...below]).category).toEqual([]);
    expect(ofText([site, '应用文书 / 应急预案', '今日推荐', ...below]).category).toEqual([]);
  });

  it('knows the site by its app, and no shelf by the titles of others', () => {
    const lines = ['竹疑铺 发现 等你来答 我的', '花木', TITLE, '关注问题 写回答 浏览 4,812', PROSE];
    expect(ofText([...lines, '下载竹疑铺APP 与百万人一起提问']).site).toBe('竹疑铺');

    const menu = '首页|晨会讲话|竞聘演讲|婚礼致辞|竹楼演讲稿';
    const neighbours = ['推荐阅读', '晨会讲话:珍惜粮食', '晨会讲话:从弯腰开始'];
    expect(ofText([menu, TITLE, '时间:2019-09-16', PROSE, ...neighbours]).site).not.toBe(
      '晨会讲话',
    );
  });
});

describe('paths, members and buttons of templates', () => {
  it('takes the kind of a site at the start of a path for its front page', () => {
    const lines = [
      '一叶文秘网 设为首页 加入收藏',
      '文秘网 → 规章制度 → 学校 → 阅读正文',
      TITLE,
      PROSE,
    ];
    expect(ofText(lines, undefined, { site: '一叶文秘网' }).category).toEqual(['规章制度', '学校']);
  });

  it('keeps a shelf that is called as other sites are', () => {
    const lines = ['一叶文秘 首页', '论坛 → 规章制度 → 学校 → 阅读正文', TITLE, PROSE];
    expect(ofText(lines, undefined, { site: '一叶文秘' }).category).toContain('论坛');
  });

  it('reads who is followed behind what the site calls its members', () => {
    const lines = ['首页/家常菜/蒸菜', TITLE, '灶台用户 阿禾 关注', '2020-09-21 发布', PROSE];
    expect(ofText(lines).author).toBe('阿禾');
  });

  it('takes neither the field to search nor the button of the app for the site', () => {
    const lines = [
      '灶台 App 内打开',
      '搜索菜谱、食材',
      '首页/家常菜/蒸菜',
      TITLE,
      PROSE,
      '打开App',
    ];
    expect(ofText(lines).site).toBe('灶台');
  });

  it('takes no buttons for the title', () => {
    const lines = ['河岸诗词', '渡口的灯', '〔现代〕林知微', '拼音 繁体 纠错 收藏', PROSE];
    expect(ofText(lines).title).toBe('渡口的灯');
  });

  it('reads a title between a badge and a button', () => {
    const lines = [
      '论坛›钓友›野钓›冬天钓鲫鱼的笨经验',
      '[原创] 冬天钓鲫鱼的笨经验 [复制链接]',
      '发消息 加好友',
      PROSE,
    ];
    expect(ofText(lines).title).toContain('冬天钓鲫鱼的笨经验');
  });

  it('takes what stands between two rules for no title', () => {
    const lines = ['论药房的药品管理.pdf', '———— 以下为文档文本内容 ————', PROSE];
    expect(ofText(lines).title).toBe('论药房的药品管理');
  });
});
