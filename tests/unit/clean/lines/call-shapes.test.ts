import { describe, expect, it } from 'vitest';
import { cleanPage } from '#lib/clean/clean-page.ts';
import { insertions } from '#lib/clean/inserted/insertions.ts';
import { classifyLine } from '#lib/clean/lines/classify-line.ts';

describe('calls in brackets between the paragraphs', () => {
  it.each([
    '【手腕疼不知道挂哪个科？点击免费咨询，平均30秒回复】',
    '[点此预约专家门诊]',
    '（腰疼怎么办？点击向医生提问，在线一对一解答）',
  ])('are promotion: %s', (line) => {
    expect(classifyLine(line)).toMatchObject({ reason: 'promotion', sure: true });
  });

  it.each([
    '（点击咨询按钮后，选择科室并填写姓名）',
    '（如有不适，请立即咨询医生）',
    '【预约】每周一上午九点放号，请携带身份证。',
    '（学生可到教务处咨询，也可以在线提交申请表）',
  ])('are the document’s: %s', (line) => {
    expect(classifyLine(line)?.reason).not.toBe('promotion');
  });

  it('go from inside a paragraph, with nothing else', () => {
    const rest = (line: string): string => {
      const identity = { host: null, hosts: [], names: [], mastheads: [], bound: [], frame: [] };
      const [found = []] = insertions([line], [[]], { identity, isProven: false });
      return found.reduceRight((said, { from, to }) => said.slice(0, from) + said.slice(to), line);
    };

    expect(rest('两周可以弯到九十度。[点此预约术后评定]达不到就回来复查。')).toBe(
      '两周可以弯到九十度。达不到就回来复查。',
    );
    expect(rest('请准备好材料。（点击预约入口）选择日期，提交以后打印。')).toContain('预约入口');
    expect(rest('表格见附件。（点击下载报名表）填好以后交给班主任。')).toContain('报名表');
  });
});

describe('what a collection says below each of its documents', () => {
  it.each([
    '公告：一、本网站公布的裁判文书由相关法院录入和审核，并依据法律与审判公开的原则予以公开。',
    '四、未经许可，任何商业性网站不得建立本裁判文书库的镜像（包括全部和局部镜像）。',
    '二、本裁判文书库提供的信息仅供查询人参考，内容以正式文本为准。',
  ])('is a disclaimer: %s', (line) => {
    expect(classifyLine(line)).toMatchObject({ reason: 'disclaimer' });
  });

  it.each([
    '公告：一、本院公布的裁判文书目录自六月一日起施行。',
    '人民法院应当在互联网公布的裁判文书由承办法官审核。',
  ])('is the document’s: %s', (line) => {
    expect(classifyLine(line)).toBeNull();
  });

  it('is the number of the page', () => {
    expect(classifyLine('第(1/3)页')?.reason).toBe('pager');
    expect(classifyLine('第（2/3）题')).toBeNull();
  });
});

describe('a wall', () => {
  it('calls the article its members’ own', () => {
    expect(classifyLine('本文為訂閱會員專屬內容')?.claim).toBe('paywall');
    expect(classifyLine('本店推出会员专享价')?.claim).toBeUndefined();
    expect(classifyLine('本文介绍会员专属内容的设计方法')?.claim).toBeUndefined();
  });
});

const read = (body: string, head = '') =>
  cleanPage({
    bytes: new TextEncoder().encode(`<html><head>${head}</head><body>${body}</body></html>`),
    contentType: 'text/html; charset=utf-8',
    url: 'https://www.example.org/a/1.html',
  });

const TEXT =
  '<p>石磨换成了电磨，可是点卤这一步，莫家三代人都用手。</p><p>卤水是自己熬的，用的是去年冬天从盐场拉回来的老卤，莫师傅沿着锅边一圈一圈地淋。</p><p>七点钟，最后一块豆腐卖完了，他坐在门槛上吃早饭，就着一碟自己家的腐乳。</p>';

describe('the lines above and below a text', () => {
  it('say who wrote it and when', () => {
    const { document } = read(
      `<article><h1>八十板豆腐</h1><p>文 / 祝某某　2019年6月3日 06:30</p>${TEXT}</article>`,
    );

    expect(document.text.startsWith('石磨')).toBe(true);
    expect(document.publishedAt).toBe('2019-06-03T06:30');
    expect(document.author).toBe('祝某某');
  });

  it('promise what an account has each night, below how to follow it', () => {
    const { document } = read(
      `<div id="js_content" class="rich_media_content"><section><p>点击上方<strong>“灶边”</strong>，选择“置顶公众号”</p><p>每晚九点，陪你说说家常</p></section>${TEXT}</div>`,
    );

    expect(document.text.startsWith('石磨')).toBe(true);
  });

  it('are a path if each link leads to a part of what the one before leads to', () => {
    const above = (second: string): string =>
      `<header><a href="/about">关于我们</a></header><section><p><a href="/insight">河口观察</a> / <a href="${second}">劳动与雇佣</a></p><h1>八十板豆腐</h1><p>祝某某　2019年6月3日　阅读需4分钟</p></section><div>${TEXT}</div>`;

    expect(read(above('/insight/labour')).document.category).toEqual(['河口观察', '劳动与雇佣']);
    expect(read(above('/insights')).document.category).toEqual([]);
  });

  it('are no pager because they name the last page', () => {
    const { document } = read(
      `<article><h1>挂历</h1>${TEXT}<h3>最后一页</h3><p>去年冬天整理她的东西，我找到了最后一页挂历，上面没有字，只画着一只碗。</p></article>`,
    );

    expect(document.incomplete).toEqual([]);
  });

  it('lose none of those who are greeted below a list of another box', () => {
    const { document } = read(
      `<table><tr><td><table><tr><td>热点文章</td></tr><tr><td>·<a href="/1">中考招生简章</a><br>·<a href="/2">校服征订说明</a></td></tr></table></td><td><table><tr><td>您现在的位置：<a href="/">河口中学</a> &gt;&gt; <a href="/t">通知</a> &gt;&gt; 正文</td></tr><tr><td>关于寒假安排的通知</td></tr><tr><td>作者：办公室　更新时间：2009-1-13</td></tr><tr><td><p>各班主任、各位家长：</p><p>根据县教育局统一安排，结合我校实际，现将寒假有关事项通知如下，请遵照执行。</p><p>一、放假时间为一月十七日至二月八日，二月九日报到注册，二月十日正式上课，请互相转告。</p><p>二、请各班在十六日下午完成大扫除，关好门窗，切断电源，钥匙交到总务处保管。</p></td></tr></table></td></tr></table>`,
    );

    expect(document.text.startsWith('各班主任、各位家长：\n')).toBe(true);
  });
});

describe('a page that is made for printing', () => {
  it('has the title of the document, and the name of its site beside its address', () => {
    const { document } = read(
      `<div>河口县信息公开网　www.hekou.example</div><h2>清淤会议纪要</h2><p>信息来源：办公室　发布日期：2016-04-15</p>${TEXT}`,
      '<title>打印预览 - 河口县信息公开网</title>',
    );

    expect(document.title).toBe('清淤会议纪要');
    expect(document.site).toBe('河口县信息公开网');
  });
});

describe('a page that nobody may see', () => {
  it('is no document', () => {
    const { noDocument } = read(
      '<center><table><tr><td>系统提示</td></tr><tr><td>您要查看的制度不存在，或者您没有查看权限！<li>请确认您已用工号登录</li></td></tr></table></center>',
    );

    expect(noDocument).toBe('soft-404');
  });
});

describe('offers and tips between the paragraphs', () => {
  it.each([
    ['在线找药师：40秒回复，首次仅9.9元>>', 'advertisement'],
    ['名师一对一改稿，限时特价39元起 →', 'advertisement'],
    ['律师提醒：口头约定难以举证，一对一咨询请点这里→在线律师 12 人', 'promotion'],
    ['渡口提示：本教案配套PPT课件可在文末获取', 'download-prompt'],
    ['本试卷答案见文章末尾扫码领取', 'download-prompt'],
    ['扫码关注，领取三月礼包', 'subscribe'],
  ])('%s', (line, reason) => {
    expect(classifyLine(line)?.reason).toBe(reason);
  });

  it.each([
    '首次缴费仅需120元，次年起每年80元。',
    '菜单“文件”→“打印”，每页收费0.2元',
    '如需咨询，请点击这里的图标，再选择科室。',
    '学生答案见附录二，教师可在教研组领取。',
    '扫码关注，应当是请求，不应当是命令。',
    '扫码关注成了进门的唯一办法。',
  ])('are the document’s: %s', (line) => {
    expect(classifyLine(line)).toBeNull();
  });
});

describe('what writers and sites say in words of their own', () => {
  it.each([
    ['这篇要是戳到你，就摁一下右下角那朵小花，让更多人看见我们村。', 'subscribe'],
    ['藕农柜台：扫不到码的，长按下方荷叶图，本周的藕种可以顺路捎。', 'subscribe'],
    ['— 渡口见 —', 'boilerplate'],
    ['—— 下期见 ——', 'boilerplate'],
    ['本期到这里，锄头放下，明早再会。', 'boilerplate'],
    ['下面的是抽查页，图和公式可能跑丢，搬走的原件里都在。', 'download-prompt'],
    ['答的人：半卷法条 级别：举人 2018-11-20 19:33', 'metadata'],
    ['【小记】写述职卡住了？回复“述职”二字，小墨会把提纲送到你的案头。', 'promotion'],
  ])('is told: %s', (line, reason) => {
    expect(classifyLine(line)?.reason).toBe(reason);
  });

  it.each([
    '如果无法扫码，请长按电源键重启手机。',
    '一般来说，觉得有用的字就点一下右下角的加号，系统会把它存进词库。',
    '— 意见 —',
    '— 一 —',
    '本期广播到这里，我们明天再会。',
    '本页公式可能错位，以原件为准。',
    '老照片上的字可能丢失，原件存在县档案馆。',
    '填表人：张三 审核人：李四 2018-11-20 19:33',
    '用户回复“退订”二字，系统将把确认短信发给您。',
    '我回复“收到”，他才把表送到你这里来。',
  ])('is the document’s: %s', (line) => {
    expect(classifyLine(line)).toBeNull();
  });
});
