import { describe, expect, test } from 'vitest';
import { noDocumentLines, noDocumentText } from '#lib/clean/assess/no-document-lines.ts';
import { cleanPage } from '#lib/clean/clean-page.ts';
import { textBlocks } from '#lib/clean/lines/text-blocks.ts';

const judge = (kept: readonly string[], frame: readonly string[] = []): string | null =>
  noDocumentLines(textBlocks(kept.join('\n')), textBlocks([...kept, ...frame].join('\n')));

const ENTRIES = [
  '开锁师傅的规矩本2018年12月12日',
  '凌晨三点的环卫休息室2018年12月09日',
  '盲道上的停车桩拔掉了2018年12月07日',
  '护河员老马的三本日记2018年12月01日',
];

describe('noDocumentLines', () => {
  test.each([
    [
      ['哎呀，这一页飞走了', '您要找的文章可能已经被收起来了，或者网址少抄了一位。'],
      [],
      'soft-404',
    ],
    [['您来晚了，这个问题已经被提问者关闭'], [], 'soft-404'],
    [['您要看的文档仅对登录用户开放，登录后自动返回。'], [], 'login-wall'],
    [['抱歉，您当前的身份是游客。'], [], 'login-wall'],
    [['这首诗词走丢了', '网址可能少打了一位数字，十秒后带您回到首页。'], [], 'soft-404'],
    [['去年的水费单 已答复'], ['该来信的写信人选择了不公开，您无法查看内容。'], 'login-wall'],
    [['哎呀，迷路了'], ['3 秒后自动返回首页'], 'soft-404'],
    [
      ['问题：我的小名叫什么？'],
      ['主人设置了访问权限，您需要回答问题才能查看这篇日志。'],
      'login-wall',
    ],
    [['老照片一组'], ['此相册已加密，请输入访问密码后查看'], 'login-wall'],
    [['本章正在努力手打中，请稍等片刻，内容更新后重新刷新页面'], [], 'empty'],
    [ENTRIES, ['首页 1 2 3 4 下一页 尾页'], 'list-page'],
    [ENTRIES, ['共 86 条资料　第 3/13 页'], 'list-page'],
    [
      ['第一章 求雪', '第二章 知县', '第三章 梆子', '第四章 当铺', '第五章 石板', '第六章 红点'],
      [],
      'list-page',
    ],
  ])('says of %j what it is', (kept, frame, reason) => {
    expect(judge(kept, frame)).toBe(reason);
  });

  test.each([
    [
      ['因大桥伸缩缝抢修，6月18日22时起禁止一切机动车通行。', '特此通告。', '2021年6月17日'],
      ['找不到页面'],
    ],
    [ENTRIES, []],
    [['密码箱的密码写在箱底，打开之前先问问父亲。'], []],
    [['本合同自签订之日起满一年失效。', '双方各执一份。'], ['输入准考证号和密码查看成绩']],
    [['评委的打分不公开，家长可以到教务处查看。'], []],
    [[`${'我们走访了村民，听取了意见，形成了报告。'.repeat(6)}`, '文章已被删除'], []],
    [['The page you are looking for was moved', 'Log in to continue'], []],
    [[], ['1 2 3 4 下一页']],
  ])('leaves %j a document', (kept, frame) => {
    expect(judge(kept, frame)).toBeNull();
  });
});

describe('what is left of a list of chapters', () => {
  const all = Array.from({ length: 14 }, (_, at) => `第${at + 1}章 第${at}盏灯`);

  test('is no document where the page has many more', () => {
    const chapters = (kept: readonly string[], visible: readonly string[]): string | null =>
      noDocumentLines(textBlocks(kept.join('\n')), textBlocks(visible.join('\n')));

    expect(chapters(all.slice(2, 6), all)).toBe('list-page');
    expect(chapters(all.slice(2, 6), all.slice(0, 6))).toBeNull();
    expect(chapters([...all.slice(2, 6), '她提着灯走过长街。'], all)).toBeNull();
  });
});

describe('noDocumentText', () => {
  const judgeText = (kept: readonly string[], frame: readonly string[] = []): string | null =>
    noDocumentText(textBlocks(kept.join('\n')), textBlocks([...kept, ...frame].join('\n')));
  const WALL =
    '云台文秘首页公文党建当前位置：首页>提示您无权浏览此页面，该文为会员专享，请登录后阅读用户名：密码：记住我忘记密码立即登录还不是会员开通年度会员仅需98元，全站材料不限量下载付款方式微信支付银行转账最新下载县委书记在务虚会上的讲话局长在廉政谈话会上的讲话年轻干部培训班结业式讲话关于本站广告服务联系站长';

  test.each([
    [
      ['秋天的风吹过老街，我又想起了那位修鞋的老人……'],
      [...ENTRIES, '上一页 1 2 3 4 … 37 下一页'],
      'list-page',
    ],
    [[WALL], [], 'login-wall'],
    [['账号:', '密码:', '记住我 找不回密码?'], ['您当前的身份是游客,请先登录'], 'login-wall'],
    [
      ['您的访问过于频繁，请完成下面的验证。', '请拖动滑块完成拼图', '换一张', '验证码：', '提交'],
      [],
      'captcha',
    ],
    [
      ['1. 老街的风', '秋天的风吹过老街，我又想起了那位修鞋的老人……'],
      [...ENTRIES, '上一页 1 2 3 4 … 37 下一页'],
      'list-page',
    ],
  ])('says of %j what it is', (kept, frame, reason) => {
    expect(judgeText(kept, frame)).toBe(reason);
  });

  test.each([
    [
      ['秋天的风吹过老街。', '我又想起了那位修鞋的老人……'],
      [...ENTRIES, '上一页 1 2 3 4 … 37 下一页'],
    ],
    [['秋天的风吹过老街，我又想起了那位修鞋的老人……'], ENTRIES],
    [[`${WALL}登录系统的操作分三步。先打开首页。再输入用户名。最后确认。`], []],
    [['新平台登录时，用户名和密码由管理员发放，请登录后修改。'], ['附件']],
    [[], ENTRIES],
  ])('leaves %j a document', (kept, frame) => {
    expect(judgeText(kept, frame)).toBeNull();
  });

  test('of a wall nothing is kept, and all of it is explained', () => {
    const bytes = new TextEncoder().encode(WALL);
    const { document, removals, noDocument } = cleanPage({
      bytes,
      contentType: 'text/plain; charset=utf-8',
      url: null,
    });

    expect(document).toMatchObject({ text: '', incomplete: ['no-document'] });
    expect(noDocument).toBe('login-wall');
    expect(removals.map(({ text }) => text).join('')).toBe(WALL);
  });
});
