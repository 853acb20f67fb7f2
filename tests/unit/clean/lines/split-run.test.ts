import { describe, expect, it } from 'vitest';
import { splitRun } from '#lib/clean/lines/split-run.ts';

const BODY =
  '同志们：今天这个会，本来安排在三楼会议室，我临时改到河边上来开。坐在会议室里，看到的河都是蓝颜色的线；站到这里，大家闻一闻，就知道河是什么颜色了。'.repeat(
    5,
  );

describe('splitRun', () => {
  it('tells menu, path, title and labels from a text that is glued to them', () => {
    const head =
      '公文岛工作总结会议主持当前位置：首页>领导讲话>正文在河长会上的讲话日期：2018-03-22来源：本站整理浏览：981收藏本文';

    expect(splitRun(head + BODY)).toEqual([
      '公文岛工作总结会议主持',
      '当前位置：首页>领导讲话>正文',
      '在河长会上的讲话',
      '日期：2018-03-22来源：本站整理浏览：981收藏本文',
      BODY,
    ]);
  });

  it('tells the links below a text in half width from it', () => {
    const head = '您的位置:公文岛 > 讲话 > 在河长会上的讲话 发布时间:2018-03-22 点击:981次';
    const below = ['上一篇:在座谈会上的发言', '下一篇:动员讲话', '【相关文章】消防讲话02-11'];
    const body = `${BODY}谢谢大家!`;

    expect(splitRun(`${head} ${body} ${below.join(' ')}`).slice(-4)).toEqual([body, ...below]);
  });

  it('ends a row of labels behind the buttons for the size of the letters', () => {
    const head = '禁放通告来源：市局 发布时间：2020-12-28 15:30 访问次数：【字体：大 中 小】';

    expect(splitRun(head + BODY).slice(1)).toEqual([
      '来源：市局 发布时间：2020-12-28 15:30 访问次数：【字体：大 中 小】',
      BODY,
    ]);
  });

  it('tells them apart in a line of its own above the text', () => {
    const head = [
      '公文岛首页 书信 申请书 检讨书',
      '当前位置:公文岛>申请书>助学金申请书',
      '个人助学金申请书',
      '时间:2013-09-17 08:31:20 编辑:小颜 手机版',
    ];

    expect(splitRun(head.join(' '))).toEqual(head);
    expect(splitRun(head.slice(1).join(' '))).toEqual(head.slice(1));
  });

  it.each([
    '当前位置：首页 > 领导讲话 > 在河长会上的讲话',
    '时间：2013-09-17 来源：公文岛 所在栏目：讲话',
    '会议时间：2013-09-17 地点：三楼 座次位置：见附图 联系人：小颜',
    '各村要标明泵站位置：村名、桩号、管理人，时间：9月底前报来。',
  ])('leaves the line %s alone', (line) => {
    expect(splitRun(line)).toEqual([line]);
  });

  it('splits off what stands below the last sentence', () => {
    const tail = '上一篇：防汛讲话下一篇：安全讲话提纲相关文章河长制汇报版权所有公文岛';

    expect(splitRun(BODY + tail)).toEqual([
      BODY,
      '上一篇：防汛讲话',
      '下一篇：安全讲话提纲',
      '相关文章河长制汇报',
      '版权所有公文岛',
    ]);
  });

  it('tells the name of a file from the path, and the end of a preview from its last words', () => {
    const path = '公文岛文库 > 农林牧渔 > 河道管理';
    const fields = '上传时间：2018-05-03 页数：8 大小：34KB 公文币：5';
    const wall = ['（预览结束，全文共8页）', '立即下载 收藏', '猜你想看 防汛预案'];
    const text = [path, '河道巡查方案.docx', fields, `${BODY}巡查人员应当`, ...wall];

    expect(splitRun(text.join(' '))).toEqual(text);
    expect(splitRun(`${BODY}主持人说：“预览结束，立即下载。”大家都笑了。`)).toHaveLength(1);
  });

  it('ends a line at each bar where an extractor put one between all elements', () => {
    const pieces = ['题库', '登录', '注册', '首页', '期中检测', '共 6 页', '在线预览', '下载'];
    const text = [...pieces, ...BODY.split('。').map((part) => `${part}。`), '版权所有'];

    expect(splitRun(text.join('|'))).toEqual(text);
    expect(
      splitRun(pieces.concat(pieces, pieces, pieces, pieces, pieces).join('|'.repeat(3))),
    ).toHaveLength(1);
  });

  it('leaves a text alone that speaks of such things in a sentence', () => {
    const text = `${BODY}他点开“上一篇：秋天”，又合上了本子。`;

    expect(splitRun(text)).toEqual([text]);
    expect(splitRun('上一篇：防汛讲话下一篇：安全讲话')).toHaveLength(1);
  });

  it('does not take a value it cannot end for the end of the labels', () => {
    const text = `在河长会上的讲话日期：2018-03-22作者：${BODY}`;

    expect(splitRun(text)).toEqual([text]);
  });

  it('tells them apart where the date has no label', () => {
    const head = '首页>党团范文>申请书>申请书1000字 2021-05-28 编辑:小稿 来源:快学稿 点击:52';

    expect(splitRun(`${head} ${BODY}`).at(-1)).toBe(BODY);
    expect(splitRun(`${head.replace('2021-05-28', '')} ${BODY}`)).toHaveLength(1);
  });

  it('tells who claims a text from its last sentence', () => {
    expect(splitRun('大会到此结束,散会。 文章来源:快学稿,转载请保留链接')).toEqual([
      '大会到此结束,散会。',
      '文章来源:快学稿,转载请保留链接',
    ]);
    expect(splitRun('表中的文章来源:期刊、报纸、网络。')).toHaveLength(1);
  });

  it('ends lines at wide blanks behind half-width signs, too', () => {
    const lines = ['敬爱的党组织:', '我志愿加入!', '我是工人。', '请考验我!', '此致', '敬礼!'];
    const run = [...lines, '从2009年到今天，'.repeat(40), '谢谢!'].join('　　');

    expect(splitRun(run).slice(0, 3)).toEqual(lines.slice(0, 3));
  });
});
