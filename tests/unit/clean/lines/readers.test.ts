import { describe, expect, it } from 'vitest';
import { readBreadcrumb } from '#lib/clean/lines/breadcrumb.ts';
import { readDeclaredAddress, readLabelledAddress } from '#lib/clean/lines/declared-address.ts';
import { foldLine } from '#lib/clean/lines/fold-line.ts';
import { readLeadLine } from '#lib/clean/lines/lead-line.ts';
import { readMetaLine } from '#lib/clean/lines/meta-line.ts';
import { readPager, readTitlePager } from '#lib/clean/lines/pager.ts';
import { readSiteName } from '#lib/clean/lines/site-name.ts';

describe('readBreadcrumb', () => {
  it.each([
    [
      '您现在的位置: 某某先生网 >> 报告总结 >> 工作总结 >> 正文',
      '某某先生网',
      ['报告总结', '工作总结'],
    ],
    ['当前位置：好文驿站 → 总结 → 活动总结 → 正文', '好文驿站', ['总结', '活动总结']],
    ['现在位置：范本铺＞合同＞农业合同＞内容阅读', '范本铺', ['合同', '农业合同']],
    ['您當前的位置 : 首頁 >> 政務公開 >> 通知', null, ['政務公開', '通知']],
    ['首页 / 个人总结 / 述职报告', null, ['个人总结', '述职报告']],
    ['知页文库 > 行业资料 > 物流仓储', '知页文库', ['行业资料', '物流仓储']],
    ['Home › Speeches › Education', null, ['Speeches', 'Education']],
    ['您所在的位置：首页 > 新闻中心 > 通知公告 > 详细内容', null, ['新闻中心', '通知公告']],
    ['师说网首页 > 班主任工作', '师说网', ['班主任工作']],
    ['位置：总结 > 工会总结 > 正文', null, ['总结', '工会总结']],
    ['» 食品安全 » 小作坊', null, ['食品安全', '小作坊']],
    ['竹简先锋网 ≫ 远程教育 ≫ 平台指南', '竹简先锋网', ['远程教育', '平台指南']],
    ['首页 > 教案中心 > 语文 > 正文 用户登录 新用户注册', null, ['教案中心', '语文']],
    [
      '渡口社区 › 灶台 › 锅底糊了，用醋泡一夜还是刷不掉怎么办？',
      '渡口社区',
      ['灶台', '锅底糊了，用醋泡一夜还是刷不掉怎么办？'],
    ],
    ['首页 >> 教案中心 >> 语文 >> 文章内容 标题 全文', null, ['教案中心', '语文']],
  ])('reads %s', (line, site, category) => {
    expect(readBreadcrumb(line)).toMatchObject({ site, category });
  });

  it.each([
    '从一楼到三楼 > 这句话，是正文的一部分。',
    '3 > 2 > 1',
    '> 引用别人的话，要说明出处 > 这是规矩。',
    '要把思想统一到上级的部署上来，把力量凝聚到落实任务上来。',
    '2011/2012 学年第一学期',
  ])('leaves %s alone', (line) => {
    expect(readBreadcrumb(line)).toBeNull();
  });
});

describe('readMetaLine', () => {
  it.each([
    ['时间:2022-11-25 05:41:00', '2022-11-25T05:41:00'],
    ['时间:2007/1/22栏目:工作总结', '2007-01-22'],
    ['日期：2006-1-9　来源：网络　栏目：工会工作总结', '2006-01-09'],
    [
      '发布日期：2022年3月4日 信息来源：县住建局 浏览次数：318 【字体：大 中 小】 【打印】',
      '2022-03-04',
    ],
    ['墨白 · 2019-12-25 · 字数 2210 · 热度 98℃', '2019-12-25'],
    ['Posted 24 June 2018 · By Agnes Lau · 4 min · Print · Email', '2018-06-24'],
    ['[ 录入：fbp ┊ 日期：2006-12-20 ┊ 阅读： ┊ WORD下载 ]', '2006-12-20'],
    ['2023-01-18 07:30 来源：西岭日报 作者：陈远 点击：1022', '2023-01-18T07:30'],
    ['上載日期：2021-03-25　|　瀏覽：764', '2021-03-25'],
    ['2017-08-30 16:20 | 阅读 1,024 | 评论 6', '2017-08-30T16:20'],
    ['原创 阿南 街角食记 2022-03-05 08:00', '2022-03-05T08:00'],
  ])('reads the date of %s', (line, publishedAt) => {
    expect(readMetaLine(line)?.publishedAt).toBe(publishedAt);
  });

  it('reads author, category and page count', () => {
    expect(readMetaLine('作者：周小禾 | 栏目：小学作文 | 页数：12')).toMatchObject({
      author: '周小禾',
      category: '小学作文',
      pageCount: 12,
      viewer: true,
    });
  });

  it('reads what a viewer says of a file without labels', () => {
    expect(readMetaLine('格式 DOC | 共7页 | 88K | 2020-03-02 | 班组管理')).toMatchObject({
      pageCount: 7,
      viewer: true,
      publishedAt: '2020-03-02',
    });
    expect(readMetaLine('2020-03-02 | 浏览 77 | 班组管理')?.viewer).toBe(false);
  });

  it('reads the day beside the site with its address, and buttons for the size of the letters', () => {
    expect(readMetaLine('青枣题库(qingzao.example)【大 中 小】2012年4月9日')?.publishedAt).toBe(
      '2012-04-09',
    );
    expect(readMetaLine('青枣 | 阅读 12 | 2012年4月9日')?.publishedAt).toBe('2012-04-09');
    expect(readMetaLine('石桥镇(石桥河北岸的老镇)大 中 小学校2012年4月9日开学')).toBeNull();
  });

  it('takes what somebody does for no field', () => {
    expect(readMetaLine('上传：把照片拖进窗口再松手')).toBeNull();
    expect(readMetaLine('上传：2019-4-8')?.publishedAt).toBe('2019-04-08');
  });

  it('takes what two parties sign for no fields', () => {
    expect(readMetaLine('日期：　　　　　　日期：')).toBeNull();
    expect(readMetaLine('日期：2020-03-02　　来源：')).not.toBeNull();
  });

  it('reads no date in the time an examination takes', () => {
    expect(readMetaLine('(时间：60分钟 满分：60分)')).toBeNull();
  });

  it.each(['网友', '佚名', 'admin', '未知', '本站'])('knows that %s is nobody', (name) => {
    expect(readMetaLine(`作者：${name} 时间：2020-01-02`)?.author).toBeNull();
  });

  it.each([
    '报名时间：2023年5月1日至5月5日',
    '会议时间：2018年9月3日下午',
    '2012年7月2日',
    '时间过得真快，转眼到了2012年。',
    '作者：这篇文章写于2008年。当时我还在乡下教书，每天走五里山路，来回要一个多小时，现在想起来真是怀念。',
    '联系人：赵敏，联系电话：0000-1234567。',
  ])('leaves %s alone', (line) => {
    expect(readMetaLine(line)).toBeNull();
  });
});

describe('readPager', () => {
  const page = (line: string) => readPager(foldLine(line));

  it('takes the highest number for the page when there is no next one', () => {
    expect(page('上一页  [1] [2] ')).toMatchObject({ page: 2, hasNext: false, hasPrevious: true });
  });

  it('takes the first for the page when there is no previous one', () => {
    expect(page('[1] [2] [3] 下一页')).toMatchObject({ page: 1, pageCount: 3, hasNext: true });
  });

  it('takes the middle of three, the number without brackets, or the gap', () => {
    expect(page('上一页 [1] [2] [3] 下一页')?.page).toBe(2);
    expect(page('上一页 [1] [2] 3 [4] 下一页')?.page).toBe(3);
    expect(page('上一页 [1] [2] [4] [5] 下一页')?.page).toBe(3);
    expect(page('上一页 [1] [2] [3] [4] 下一页')?.page).toBeNull();
  });

  it('takes no count for a page, and believes 上一页 on no first page', () => {
    expect(page('共2页: 上一页 1 [2] 下一页')).toMatchObject({
      page: 1,
      pageCount: 2,
      hasNext: true,
      hasPrevious: false,
    });
  });

  it('reads page n of m', () => {
    expect(page('首页 上一页 第3页/共3页')).toMatchObject({
      page: 3,
      pageCount: 3,
      hasNext: false,
    });
    expect(page('Page 2 of 7')).toMatchObject({ page: 2, pageCount: 7, hasNext: true });
  });

  it('takes a way back with numbers for one of its words, and not without', () => {
    expect(page('回上页 [1] [2]')).toMatchObject({ page: 2, hasNext: false });
    expect(page('回上一页')).toBeNull();
  });

  it('knows a teaser', () => {
    expect(page('下页更精彩:1 2 3 4 下一页')).toMatchObject({ teaser: true, bracketed: false });
  });

  it.each(['[1] 王某. 工会史. 2001.', '第3页的表格里写错了数字。', '1、2、3', '下一页写的是名单'])(
    'leaves %s alone',
    (line) => {
      expect(page(line)).toBeNull();
    },
  );
});

describe('readTitlePager', () => {
  it.each([
    ['第九章 夜渡(第1/3页)', { page: 1, pageCount: 3, hasNext: true, hasPrevious: false }],
    ['第九章 夜渡（第3／3頁）', { page: 3, pageCount: 3, hasNext: false, hasPrevious: true }],
    ['夜渡(2/3页)', { page: 2, pageCount: 3, hasNext: true, hasPrevious: true }],
  ])('reads %s', (title, pager) => {
    expect(readTitlePager(foldLine(title))).toMatchObject(pager);
  });

  it.each(['夜渡(2/3)', '夜渡(共3页)', '夜渡(第4/3页)', '夜渡第3页', '（第1/3页）'])(
    'leaves %s alone',
    (title) => {
      expect(readTitlePager(foldLine(title))).toBeNull();
    },
  );
});

describe('readLeadLine', () => {
  it.each([
    '《工作要点(发文2)》由会员上传分享，免费在线阅读，更多相关内容在应用文档-某某文库。',
    '《工作要点(发文2)》由用户上传，可在线阅读，更多相关内容请在应用文档-某某文库上搜索。',
    '《工作要点(发文2)》由会员分享，可在线阅读，更多相关内容请访问应用文档-某某文库。',
    '《工作要点(发文2)》系会员发布，支持在线试读，同主题文档请到应用文档-某某文库查找。',
  ])('reads %s', (line) => {
    expect(readLeadLine(line)).toEqual({
      title: '工作要点(发文2)',
      site: '某某文库',
      category: ['应用文档'],
    });
  });

  it('leaves a sentence about a book alone', () => {
    expect(readLeadLine('《红楼梦》由作者反复修改，批阅十载。')).toBeNull();
  });
});

describe('readDeclaredAddress', () => {
  it.each([
    '如若转载,请注明出处:https://www.example.com/263313.html',
    '本文地址：https://www.example.com/263313.html',
    '原文链接：https://www.example.com/263313.html，转载请注明出处。',
    '转载请注明来自：https://www.example.com/263313.html',
    'Permalink: https://www.example.com/263313.html',
    '原址：https://www.example.com/263313.html',
    '切勿用于商业目的；转发务请写明 https://www.example.com/263313.html',
    '引用请保留链接:https://www.example.com/263313.html',
    '转载请保留链接:砚田 https://www.example.com/263313.html',
    '网址：https://www.example.com/263313.html，转载须保留',
    '（https://www.example.com/263313.html 如需转载请注明出处）',
  ])('reads %s', (line) => {
    expect(readDeclaredAddress(line)).toBe('https://www.example.com/263313.html');
  });

  it('does not take an address that is only mentioned', () => {
    expect(readDeclaredAddress('详情见 https://www.example.com/a.html')).toBeNull();
    expect(
      readDeclaredAddress('网址：https://www.example.com/a.html，转载量超过一万次'),
    ).toBeNull();
  });

  it('takes an address below a label of its own only where the line has nothing else', () => {
    const address = 'https://www.example.com/a.html';

    expect(readLabelledAddress(`链接地址：${address}`)).toBe(address);
    expect(readLabelledAddress(`文档地址: ${address}`)).toBe(address);
    expect(readLabelledAddress(`报名地址：${address}`)).toBeNull();
    expect(readLabelledAddress(`链接地址：${address}，请于五日前填写`)).toBeNull();
    expect(readDeclaredAddress(`链接地址：${address}`)).toBeNull();
  });
});

describe('readSiteName', () => {
  it.each([
    ['欢迎来到天天某文库', '天天某文库'],
    ['某来写作网gw.example.com(可搜索其他更多资料)', '某来写作网'],
    ['墨白写作网 备案号 *ICP备1900****号', '墨白写作网'],
    ['版权所有 © 2013-2023 知页文库', '知页文库'],
    ['Powered by Discuz! 6.0 书斋夜话论坛', '书斋夜话论坛'],
    ['声明:文章系会员投稿,墨白写作网对其真实性不作保证;', '墨白写作网'],
    ['墨白写作网xz.mobai.example(可搜索其他更多资料)', '墨白写作网'],
    ['三水文档所有资源均是用户自行上传分享，仅供网友学习交流。', '三水文档'],
    ['2022-09-14 20:31 青枣范文网 字数:861 手机阅读', '青枣范文网'],
    ['更新時間：2013-03-11 来源：美育文稿网 点击：21', '美育文稿网'],
    ['本文来自青枣范文网,转载请保留链接:http://www.example.com/1.html', '青枣范文网'],
    ['2016-1-18 个人材料 青枣公文站', '青枣公文站'],
    ['本新闻稿由发布单位自负责任，青枣新闻稿平台不为其背书。', '青枣新闻稿平台'],
    ['**声明** 文友会收录的文字均出自网络或用户提供', '文友会'],
    ['站点统计|Archiver|手机版|小黑屋|渡口人家 ( 某ICP备00000000号 )', '渡口人家'],
    ['渡口健康网 互联网药品信息服务资格证编号：（某）-0000', '渡口健康网'],
    ['以上就是青枣范文网小编分享的内容', '青枣范文网'],
    ['更多合同范本尽在青枣屋www.qingzao.example', '青枣屋'],
    ['更多试题请访问青枣（http://www.qingzao.example）', '青枣'],
    ['© 2020 青枣台 某ICP备0000****号', '青枣台'],
    ['Copyright 2013 青枣写 All Rights Reserved', '青枣写'],
  ])('reads %s', (line, name) => {
    expect(readSiteName(line)).toBe(name);
  });

  it.each([
    '2022-06-06 来源：县住房城乡建设局',
    '来源：人民网',
    '本文来自人民网，作者林知微。',
    '本平台不为其背书',
    '站点统计|Archiver|手机版|小黑屋',
    '互联网药品信息服务须取得资格证书',
    '本站对内容不承担责任',
    '互联网用户自发贡献',
    '他在网上发布了一篇文章',
    '© 2020 青枣科技有限公司 某ICP备0000****号',
    '报名请登录省考试院网站，网址见附件',
  ])('finds nobody in %s', (line) => {
    expect(readSiteName(line)).toBeNull();
  });
});
