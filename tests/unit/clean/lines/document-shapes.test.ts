import { describe, expect, it } from 'vitest';
import { isDocumentShape, isPieceHeading, keepShapes } from '#lib/clean/lines/document-shapes.ts';

describe('isDocumentShape', () => {
  it.each([
    '篇1：军训心得体会600字',
    '感恩主题国旗下讲话稿 篇2',
    '范文三：个人述职报告',
    '第二篇 安全生产工作计划',
    '甲方（出租方）：__________　身份证号：__________',
    '谢谢大家！',
    '河口县人民法院',
    '民 事 判 决 书',
    '（2018）某0521民初713号',
    '（时间：60分钟 满分：60分）',
    '我的讲话完了，谢谢大家！',
    '可能用到的相对原子质量：H-1　C-12　O-16',
    '参考公式：柱体的体积V=Sh',
    '考生注意：本试卷共8页，满分100分',
    '柳水利〔2019〕7号',
    '本公约自公布之日起施行，原公约同时废止。',
    '青浦县水利局办公室　　　　2011年5月6日印发',
    '柳教函〔2020〕31号　　　　　签发人：许××',
    '以上检查，如有不当之处，请同志们批评指正。',
    '以上汇报，不妥之处敬请各位领导批评指正！',
    '妥否，请批示。',
    '村里红白事主持词篇2',
    '6．“它”指的是（　　），表现了作者____的心情。',
    '7、联系生活，谈谈你的看法。（4分）',
    '请开席！',
    '以上意见如无不妥，请批转各乡镇执行。',
    '*請刪去不適用者',
    '（请在相应的方框内打√）',
    '请圈选一项',
  ])('knows %s', (line) => {
    expect(isDocumentShape(line)).toBe(true);
  });

  it.each([
    '下一篇：最新入党申请书',
    '相关推荐',
    '感谢阅读',
    '第2页共6页',
    '更多范文 篇1',
    '本文共3篇',
    '3.工作总结篇2',
    '全国报刊好文章共三篇',
    '请开席的那天，下了一场雨。',
    '3.五年级语文下册期末试卷',
    '河口县人民法院公众号',
    '民事判决书下载',
    '文号：柳水利〔2019〕7号',
    '根据柳水利〔2019〕7号',
    '签发人：许××',
    '本站自即日起停止更新',
    '2011年5月6日印发材料三百份',
    '以上内容如有不当之处，请联系本站处理。',
    '以上资料如有错误之处，请批评指正。',
    '他说有不妥之处，请大家指正。',
    '请删去本站的书签',
    '请在浏览器中打开本页',
  ])('leaves %s to the model', (line) => {
    expect(isDocumentShape(line)).toBe(false);
  });
});

describe('keepShapes', () => {
  const keep = (lines: readonly (readonly [string, boolean])[]): string[] => {
    const kept = lines.map(([, isKept]) => isKept);
    keepShapes(
      lines.map(([text]) => text),
      kept,
    );
    return lines.flatMap(([text], at) => (kept[at] ? [text] : []));
  };

  it('keeps what stands beside the document', () => {
    const lines = [
      ['篇1：老井', false],
      ['井在村口。', true],
      ['谢谢大家！', false],
      ['相关文章', false],
    ] as const;
    expect(keep(lines)).toEqual(['篇1：老井', '井在村口。', '谢谢大家！']);
  });

  it('goes on with the questions below a line of the frame, whose text is not given', () => {
    const lines = [
      ['1．船老板的规矩是______。', true],
      ['', false],
      ['2．怎样理解这句话？（3分）', false],
      ['', false],
      ['下一份：四年级练习', false],
    ] as const;
    expect(keep(lines)).toEqual([lines[0][0], lines[2][0]]);
  });

  it('keeps the heading of a chapter, not a table of contents', () => {
    const lines = [
      ['1 总则', false],
      ['2 范围', false],
      ['2 范围', false],
      ['本规程适用于放水员。', true],
      ['3 巡查', false],
      ['每日巡查两次。', true],
    ] as const;
    expect(keep(lines)).toEqual(['本规程适用于放水员。', '3 巡查', '每日巡查两次。']);
  });
});

describe('who signs', () => {
  it.each(['书记员　庄某', '縣長 葉望川', '参考文献:', '附表：养殖情况登记表'])(
    'keeps %s below the text',
    (line) => {
      const kept = [true, false];
      keepShapes(['判决书送达之日起生效。', line], kept);
      expect(kept).toEqual([true, true]);
    },
  );

  it('is no list of courts', () => {
    const kept = [true, false];
    keepShapes(['判决书送达之日起生效。', '河口县人民法院'], kept);
    expect(kept).toEqual([true, false]);
  });

  it('does not begin a text', () => {
    const kept = [false, true];
    keepShapes(['站长 某某', '判决书送达之日起生效。'], kept);
    expect(kept).toEqual([false, true]);
  });
});

describe('below the text', () => {
  const keep = (...lines: readonly string[]): string[] => {
    const kept = lines.map((_, at) => at === 0);
    keepShapes(lines, kept);
    return lines.filter((_, at) => kept[at]);
  };
  const TEXT = '凡是审核扣减的费用，一律不得转嫁给病人。';

  it.each([
    '（作者系某某医学院副教授、专家库成员）',
    '(本文作者为县农技站高级农艺师)',
    '（笔者现任某某小学教导主任）',
  ])('stands who wrote it: %s', (line) => {
    expect(keep(TEXT, line)).toEqual([TEXT, line]);
  });

  it.each([
    ['新聞聯絡人', '公共關係室　范小姐　電話：(04)0000-5812'],
    ['媒体联系', '市场部 小林 邮箱：press@guyu.example'],
    ['新闻联系人：', '王小五 电话：0000-1234567'],
    ['Media Contact', 'Ann Lee, press@guyu.example'],
  ])('stands whom the press may ask: %s', (heading, contact) => {
    expect(keep(TEXT, heading, contact)).toEqual([TEXT, heading, contact]);
    expect(keep(TEXT, contact)).toEqual([TEXT]);
  });

  it.each(['（责任编辑：林晓）', '（作者：林晓）', '新闻联系人名单下载', '客服电话：0000-1234567'])(
    'what frames say too is left to the model: %s',
    (line) => {
      expect(keep(TEXT, line)).toEqual([TEXT]);
    },
  );
});

describe('chapters', () => {
  const keep = (lines: readonly string[]): boolean[] => {
    const kept = lines.map((_, index) => index === lines.length - 1);
    keepShapes(lines, kept);
    return kept;
  };

  it('begin right above their first part', () => {
    expect(keep(['1 综合说明', '1.1 工程现状', '古井坪水库位于支流上游。'])).toEqual([
      true,
      true,
      true,
    ]);
  });

  it('are left to the model in a table of contents', () => {
    expect(keep(['1 综合说明', '2 工程任务', '古井坪水库位于支流上游。'])).toEqual([
      false,
      false,
      true,
    ]);
  });
});

describe('headings and signatures by their shape', () => {
  const keep = (texts: readonly string[], kept: boolean[]): string[] => {
    keepShapes(texts, kept);
    return texts.filter((_, at) => kept[at]);
  };

  it('keeps a heading set letter by letter above the text, and no entry of a menu', () => {
    expect(keep(['收　　条', '今收到________元。'], [false, true])).toHaveLength(2);
    expect(keep(['首　　页', '今收到________元。'], [false, true])).toHaveLength(1);
    expect(keep(['今收到________元。', '留　　言'], [true, false])).toHaveLength(1);
  });

  it('keeps who signs without a full name, and no number of another paper below the text', () => {
    expect(keep(['特此公告。', '鎮長　吳○○'], [true, false])).toHaveLength(2);
    expect(keep(['特此公告。', '鎮長信箱　吳○○'], [true, false])).toHaveLength(1);
    expect(keep(['特此公告。', '柳水利〔2019〕8号'], [true, false])).toHaveLength(1);
  });

  it('knows the heading of a piece', () => {
    expect(isPieceHeading('客服部工作总结 篇2')).toBe(true);
    expect(isPieceHeading('客服部工作总结(精选3篇)')).toBe(false);
  });

  it('keeps the heading of a form', () => {
    const keptOf = (texts: readonly string[]): number => {
      const kept = texts.map((_, at) => at > 0);
      keepShapes(texts, kept);
      return kept.filter(Boolean).length;
    };

    expect(keptOf(['渡口值班记录表', '值班人：________　天气：________'])).toBe(2);
    expect(keptOf(['渡口值班记录表', '渡口每天有两人值班。'])).toBe(1);
    expect(keptOf(['下载登记表', '值班人：________'])).toBe(1);
    expect(keptOf(['文本预览', '值班人：________'])).toBe(1);
  });

  it('keeps the head of a bulletin, and what stands below a paper', () => {
    const below = (...texts: readonly string[]): number => {
      const kept = texts.map((_, at) => at === 0);
      keepShapes(texts, kept);
      return kept.filter(Boolean).length;
    };
    const above = (...texts: readonly string[]): number => {
      const kept = texts.map((_, at) => at === texts.length - 1);
      keepShapes(texts, kept);
      return kept.filter(Boolean).length;
    };
    const receipt = ['…………回执…………', '我已阅读告知书，并转告家人。', '____班　签名________'];

    expect(above('第８期', '渡口管理所办公室编　２０１３年９月２日', '本月共渡客三千人。')).toBe(3);
    expect(above('渡口简报', '第8期', '本月共渡客三千人。')).toBe(1);
    expect(above('渡口管理所发布　2013年9月2日', '本月共渡客三千人。')).toBe(1);
    expect(below('此复。', '（联系人：何平，联系电话：139********）', '相关文章')).toBe(2);
    expect(below('此复。', '联系人：何平，联系电话：139********')).toBe(1);
    expect(below('请家长填好。', ...receipt)).toBe(4);
    expect(below('请家长填好。', '相关推荐', '____班　签名________')).toBe(1);
    expect(below('请家长填好。', '往年的告知书', '________________')).toBe(1);
  });

  it('keeps the task above a passage, and the title of the passage', () => {
    const keptOf = (...texts: readonly string[]): number => {
      const kept = texts.map((_, at) => at === texts.length - 1);
      keepShapes(texts, kept);
      return kept.filter(Boolean).length;
    };
    const passage = '东街的灯笼铺子，到了他手上是第四代。';

    expect(keptOf('阅读下面的文字，完成1～4题。', '灯笼', passage)).toBe(3);
    expect(keptOf('二、阅读短文，回答后面的问题。', passage)).toBe(2);
    expect(keptOf('阅读更多试题', '灯笼', passage)).toBe(1);
    expect(keptOf('阅读下面的文章', '灯笼', passage)).toBe(1);
  });
});
