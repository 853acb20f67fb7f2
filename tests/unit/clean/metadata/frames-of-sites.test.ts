import { describe, expect, it } from 'vitest';
import { fieldsOf } from '../../../support/framed-page.ts';

describe('the site of a page', () => {
  it('is the body that a greeting names, without the word for its site', () => {
    const head = '<title>渔湖水产协会自律公约 - 行业标准 - 渔湖水产协会</title>';
    const { site } = fieldsOf(
      head,
      '<div>欢迎访问渔湖水产协会网站！</div><h1>渔湖水产协会自律公约</h1>',
    );

    expect(site).toBe('渔湖水产协会');
  });

  it('is the name before the slogan in <title>', () => {
    const { site } = fieldsOf('<title>扳罾 - 丘泽百科，人人可编的知识库</title>', '<h1>扳罾</h1>');

    expect(site).toBe('丘泽百科');
  });

  it('has no file type before it, where the title is the name of a file', () => {
    const { site } = fieldsOf('<title>湖蟹放养规程.pdf 蒲草文档</title>', '<h1>湖蟹放养规程</h1>');

    expect(site).toBe('蒲草文档');
  });
});

describe('the title of a page', () => {
  it('is the line above the day where <title> is whose site it is', () => {
    const above =
      '<h3>渔湖县水利局</h3><table><tr><td>当前位置：<a href="/">首页</a> &gt; 防汛</td></tr><tr><td>关于夏季湖区行船的通知</td></tr><tr><td>发布时间：2011-05-10</td></tr></table>';
    const { title, site } = fieldsOf(
      '<title>渔湖县水利局</title>',
      above,
      '<p>渔湖县水利局 版权所有</p>',
    );

    expect({ title, site }).toEqual({ title: '关于夏季湖区行船的通知', site: '渔湖县水利局' });
  });

  it('is no number of a paper', () => {
    const above =
      '<table><tr><td>关于夏季湖区行船的通知</td></tr><tr><td>〖渔水发[2011]6号〗 发布日期：2011-5-10</td></tr></table>';

    expect(fieldsOf('<title>渔湖县水利局</title>', above).title).toBe('关于夏季湖区行船的通知');
  });

  it('is the only h1 that the first part of <title> says, not its last part', () => {
    const head = '<title>【清蒸湖鱼的做法，怎么做好吃】阿水_炊火谱</title>';
    const { title } = fieldsOf(head, '<p>炊火谱</p><span>好好吃饭</span><h1>清蒸湖鱼</h1>');

    expect(title).toBe('清蒸湖鱼');
  });
});

describe('the path of a page', () => {
  it('is parted at blanks behind the front page', () => {
    const above =
      '<div>当前位置：<a href="/">首页</a>&nbsp;&nbsp;<a href="/x">湖区安全</a></div><h1>夏季行船须知</h1>';

    expect(fieldsOf('<title>夏季行船须知</title>', above).category).toEqual(['湖区安全']);
  });

  it('is no hint that points at a menu', () => {
    const above = '<div>提示：如需设置页边距，请点击“文件→页面设置”</div><h1>夏季行船须知</h1>';

    expect(fieldsOf('<title>夏季行船须知</title>', above).category).toEqual([]);
  });
});

describe('who wrote', () => {
  it.each([
    ['文∕岸边人　刊登日期：2006/05/14', '岸边人'],
    ['<span class="readName">岸边人</span> 发表于 2012-04-17', '岸边人'],
    ['<span>演讲发言</span> <span>2024-05-08</span>', null],
    ['<ul><li>2023年2月14日</li><li>已更新</li></ul>', null],
  ])('%s', (line, author) => {
    const above = `<h1>夏季行船须知</h1><div>${line}</div>`;

    expect(fieldsOf('<title>夏季行船须知</title>', above).author).toBe(author);
  });
});

describe('a wall for members', () => {
  it('is a paywall, though it says that a part may be read', () => {
    const wall = '<p>以下内容为会员专享，您还不是会员，只能浏览部分内容</p>';

    expect(
      fieldsOf('<title>夏季行船须知</title>', '<h1>夏季行船须知</h1>', wall).incomplete,
    ).toEqual(['paywall']);
  });
});

describe('a <title> that is who owns the site', () => {
  const owner = '渔湖水产技术站';
  const above =
    '<table><tr><td class="tit"><b>网箱防汛要点</b></td></tr><tr><td>发布日期：2008年4月1日</td></tr></table>';

  it('is the site, and the line below the path the title, where the foot says whose rights they are', () => {
    const { title, site } = fieldsOf(
      `<title>${owner}</title>`,
      above,
      `<div>${owner} 版权所有<br>地址：码头路</div>`,
    );
    expect({ title, site }).toEqual({ title: '网箱防汛要点', site: owner });
  });
});

describe('the page of pages', () => {
  const novel = '<title>第九章 四更_更夫_渔湖书屋</title>';
  const heading = '<h1>第九章 四更</h1>';

  it('is what a line below the title says', () => {
    const { page, incomplete } = fieldsOf(novel, `${heading}<div>第2页/共3页</div>`);
    expect({ page, incomplete }).toEqual({
      page: 2,
      incomplete: ['starts-mid-document', 'continues-on-next-page'],
    });
  });

  it('is what brackets say', () => {
    expect(fieldsOf(novel, `${heading}<p>第(3/3)页</p>`).page).toBe(3);
  });

  it('is not told by the sheets of a viewer', () => {
    const sheets = '<p>第1页 / 共9页</p><p>第2页 / 共9页</p>';
    expect(fieldsOf(novel, heading + sheets).page).toBe(null);
  });

  it('leaves a preview a preview, where a viewer above the text has sheets left', () => {
    const { incomplete } = fieldsOf(
      novel,
      `${heading}<div><b>还剩9页未读，</b><a>继续阅读</a></div>`,
    );
    expect(incomplete).toEqual(['preview']);
  });
});

describe('a board that runs on phpBB', () => {
  it('names itself before the topic, in <title> and in its h1', () => {
    const { title, site, author } = fieldsOf(
      '<title>渔湖论坛 - 查看主题 - 网箱怎么防汛</title>',
      '<h1>渔湖论坛</h1><h2><a>网箱怎么防汛</a></h2><p class="author">由 <a>老渔</a> » 2015年11月8日 23:33</p>',
      '',
      'https://bbs.yuhu.example/viewtopic.php?t=12',
    );
    expect({ title, site, author }).toEqual({
      title: '网箱怎么防汛',
      site: '渔湖论坛',
      author: '老渔',
    });
  });
});

describe('the shelves of a page', () => {
  it('begin behind what the site calls its path', () => {
    const path = '<div id="crumb"><span>书架：</span><a>养殖</a><em>→</em><a>规程</a></div>';
    const { category } = fieldsOf(
      '<title>湖蟹放养规程 - 蒲草网</title>',
      `${path}<p>蒲草网</p><p>借阅 20</p><h1>湖蟹放养规程</h1>`,
    );

    expect(category).toEqual(['养殖', '规程']);
  });
});

describe('what is missing of a page', () => {
  const open = '<p>第九条 饵料应当在清晨投放，遇雨停喂，水温高于三十度时，由值班</p>';
  const incomplete = (title: string, below: string) =>
    fieldsOf(`<title>${title} - 蒲草网</title>`, `<h1>${title}</h1>`, `${open}${below}`).incomplete;

  it.each([
    ['湖蟹放养规程.docx', '<div>剩下 5 折没翻开</div>', ['preview']],
    ['湖蟹放养规程', '<div>剩下 5 折没翻开</div>', []],
    ['湖蟹放养规程.docx', '<div>上一篇：鲢鱼放养规程</div>', []],
    ['湖蟹放养规程', '<div>后面还有约一千一百字，社员添墨即可展卷。</div>', ['paywall']],
    ['湖蟹放养规程', '<div>后面还有约一千一百亩水面。</div>', []],
  ])('is told by the file or the wall: %s, %s', (title, below, expected) => {
    expect(incomplete(title, below)).toEqual(expected);
  });
});
