import { describe, expect, it } from 'vitest';
import { insertions } from '#lib/clean/inserted/insertions.ts';
import type { Identity } from '#lib/clean/repairs/identity.ts';

const IDENTITY: Identity = {
  host: null,
  hosts: ['www.mujinfw.example'],
  names: ['木槿范文网', '木槿范文'],
  mastheads: [],
  bound: [],
  frame: ['木槿范文网 > 工作总结 > 学校工作 > 班主任工作总结', '编号：MJ-20415'],
};

/** The line without what was inserted, on a page that has proved that it inserts such things or has not. */
const left = (line: string, isProven: boolean, identity = IDENTITY): string => {
  const [found = []] = insertions([line], [[]], { identity, isProven });
  let rest = '';
  let at = 0;
  for (const { from, to } of found) {
    rest += line.slice(at, from);
    at = to;
  }
  return rest + line.slice(at);
};

const BEFORE = '班里的卫生由六个小组轮流负责，';
const AFTER = '每天早晨我都到教室里看一遍，从不间断。';

describe('what a site put between a clause and the next', () => {
  it.each([
    ['its name in brackets, with blanks inside', '[木 槿 范 文]'],
    ['its name with other signs inside', '来源:MuJinFW.Example[木+槿-范/文 网]'],
    ['its address with blanks inside', '木槿范文网 w ww.muj infw.ex am ple'],
    ['its address in braces', '{mujinfw.example}'],
    ['single characters of its name in brackets of their own', '(木)(槿)(范)(文)'],
    ['stars around its name and address', '木槿范文网★www.mujinfw.example★'],
    ['its name and its claims', '木槿范文网原创首发 版权必究'],
    [
      'a bookmark, whatever the address',
      '一秒记住网址：[渡口书屋]www.dukousw.example最快更新！无弹窗！',
    ],
    ['a bookmark with its name', '天才一秒记住木槿范文网地址：www.mujinfw.example，'],
    ['its application in brackets', '【木槿范文App，十万篇范文随身带】'],
    ['who answers there', '木槿范文网专家在线解答，'],
    ['where there is more', '想看更多小学班主任总结，请关注木槿范文网mujinfw.example，'],
    ['its slogan', '木槿范文网，帮您写好每一篇总结！'],
    ['a slogan that ends in its name', '找总结，上木槿范文网！'],
    ['a search for its name', '百度搜索“木槿范文网”，海量范文随便看！'],
    ['who reads what', '您正在阅读的文章由木槿范文网整理，'],
    ['a keyword behind its name', '木槿范文网 班主任工作总结范文'],
    ['phrases for machines that search', '小学班主任总结范文 班主任总结怎么写'],
    ['one such phrase with its number', '班主任工作总结大全100篇'],
    ['a call with an arrow', '点击查看更多学校工作总结>>>'],
    ['arrows around a recommendation', '>>>推荐阅读：少先队工作总结<<<'],
    ['a button', '[打印]'],
    ['a row to share', '分享到： 微信 微博 QQ空间 '],
    ['a toggle', '展开阅读全文 ∨'],
    ['sizes of letters', '【字体：大 中 小】'],
    ['who edited it', '（责任编辑：小木）'],
    ['a contact of somebody who sells', 'QQ：555012345 代写各类总结'],
    ['its account', '关注微信公众号【木槿笔记】，回复“总结”领取全套资料'],
    ['the number of the text', 'ID:MJ-20415'],
    ['where the whole of it is', '完整总结请到木槿范文网mujinfw.example搜索查看。'],
    ['who prepared it, with care', '木槿范文网小编精心整理'],
    ['who offers it as a friend', '木槿范文网友情提供'],
    ['what to add to a copy', '转载请附木槿范文网链接'],
    ['where it was taken from', '[本文节选自木槿范文网]'],
    ['a search for its name and what it finds', '百度“木槿范文网”看更多'],
    ['a wish', '(请收藏本站以便下次阅读)'],
    ['what to press on', '【长按识别二维码领资料】'],
    ['its name between strokes', '//木槿范文网//'],
    ['an address with blanks inside its words', '竹 简 范文 网 www.z hjfw.example'],
    ['where it says it is from, letter by letter', '［来自 z h j f w . e xample］'],
    ['where it says it is from, without brackets', '文 章来源 木槿范文网 w w w. z hjfw.e xample'],
    ['its address in other signs', '[来源:www*mujinfw*example]'],
    [
      'its address with a word for the stop',
      '【木槿范文 ｍｕｊｉｎｆｗ点ｅｘａｍｐｌｅ 每天更新】',
    ],
    ['its name and a claim, letter by letter', '—木－槿－范－文－原－创—'],
    ['code that calls an advertisement', "showAd('mj_content_1');"],
    ['thanks of its readers', '(觉得有用请转给您的同事)'],
    ['an offer without an end of its own', '广告 | 园艺工具满99减20'],
  ])('goes at first sight: %s', (_, inserted) => {
    expect(left(BEFORE + inserted + AFTER, false)).toBe(BEFORE + AFTER);
  });

  it.each([
    ['its name alone', '木槿范文网'],
    ['a keyword that calls itself a site', '班主任工作总结网'],
    ['a call to follow it', '扫码关注木槿范文网'],
    ['who may use the text', '未经木槿范文网许可不得转载'],
    ['where the text is from', '文章来源：木槿范文网'],
    ['who offers it', '本总结由木槿范文网提供下载'],
    ['a call for its application', '下载客户端看更多'],
    ['other documents', '相关推荐：教师工作总结'],
    ['an address for letters', '投稿邮箱：tg@mujinfw.example'],
  ])('goes where the page is known for such: %s', (_, inserted) => {
    expect(left(BEFORE + inserted + AFTER, true)).toBe(BEFORE + AFTER);
  });

  it.each([
    ['what a database knows of it', '【关联：法规2 案例0】'],
    ['its notes', '[释义 1条]'],
    ['what the site calls it', '本文系木槿范文网会员习作'],
    ['what the site tells its readers', '木槿范文网提示您:超过一年的总结请存档哦~点此咨询老师'],
  ])('goes from the end of a line: %s', (_, inserted) => {
    expect(left(AFTER + inserted, false)).toBe(AFTER);
  });

  it.each([
    '（手机用户请浏览m.mujinfw.example阅读，掌上阅读更方便。）',
    '手机用户请浏览wap.dukousw.example阅读',
    '……木槿范文网更新最快……',
    '（未完待续。如果您喜欢这部作品，欢迎您来木槿（mujinfw.example）投推荐票、月票。）',
    '电脑站www.mujinfw.example 手机站m.mujinfw.example',
  ])('goes behind a sentence of a chapter: %s', (inserted) => {
    expect(left(AFTER + inserted, false)).toBe(AFTER);
  });

  it.each([
    '手机用户请访问m.dukoubank.example查询余额。',
    '手机用户请访问m.dukou.example阅读全文后填写回执。',
    '……更新最快的是村口的黑板报……',
    '（未完待续，下一期再讲磨坊的故事。）',
    '手机站在窗台上也收不到信号。',
  ])('stays behind a sentence: %s', (said) => {
    expect(left(AFTER + said, false)).toBe(AFTER + said);
  });

  it('goes with what may not be done with it, and the stop behind that', () => {
    const mark = '本文来自木槿范文网mujinfw.example';
    const rest = (said: string, before: string): string => {
      const line = before + mark + said + AFTER;
      const range = { from: before.length, to: before.length + mark.length };
      const [[found] = []] = insertions([line], [[range]], { identity: IDENTITY, isProven: false });
      return found ? line.slice(0, found.from) + line.slice(found.to) : line;
    };

    expect(rest('，未经允许不得转载', AFTER)).toBe(AFTER + AFTER);
    expect(rest('，未经本站书面授权，禁止转载和摘编。', AFTER)).toBe(AFTER + AFTER);
    expect(rest('，严禁转载。', AFTER)).toBe(AFTER + AFTER);
    expect(rest('，禁止转载会议纪要。', AFTER)).toBe(`${AFTER}，禁止转载会议纪要。${AFTER}`);
    expect(rest('，不得随意走动。', AFTER)).toBe(`${AFTER}，不得随意走动。${AFTER}`);
  });

  it('goes where it calls its readers, with the comma that came with it', () => {
    const call = `想看更多班级总结就来木槿范文网`;

    expect(left(AFTER + call + AFTER, false)).toBe(AFTER + AFTER);
    expect(left(`${BEFORE}更多总结请到木槿范文网查阅，${AFTER}`, false)).toBe(BEFORE + AFTER);
    expect(left('佩戴率、建档率均达到木槿范文网友情提示:转发请带链接要求。', true)).toBe(
      '佩戴率、建档率均达到要求。',
    );
  });

  it.each([
    ['a button between two signs', `${AFTER}✎好词好句✎`, AFTER],
    ['where the file is', `${AFTER}(下载完整可编辑版请戳右侧按钮)${AFTER}`, AFTER + AFTER],
    ['a group', `${BEFORE}【加资料群5550123每天领讲稿】${AFTER}`, BEFORE + AFTER],
  ])('goes where the page is known for it: %s', (_, line, rest) => {
    expect(left(line, true)).toBe(rest);
    expect(left(line, false)).toBe(line);
  });

  it.each(['扫描二维码，进木槿范文网家长群，一起聊聊班级的事', '打开木槿范文APP 边看边记不锁屏'])(
    'may be all of a line: %s',
    (line) => {
      expect(left(line, false)).toBe('');
    },
  );

  it('is told by a name at both ends of the frame', () => {
    const frame = ['木槿小站_合同一站找齐', '木槿小站»租赁»', '木槿小站所有范本仅作参考'];
    const known: Identity = { ...IDENTITY, hosts: [], names: [], mastheads: ['木槿小站'], frame };
    const neighbours = ['木槿小站_合同一站找齐', '木槿小站值班表'];
    const call = `${AFTER}木槿小站提示您:超过一年的总结请存档`;

    expect(left(call, false, known)).toBe(AFTER);
    expect(left(call, false, { ...known, frame: neighbours })).toBe(call);
  });

  it('takes the brackets that it stood in along, if they say nothing else', () => {
    const from = BEFORE.length + '[来源:'.length;
    const insertionsOf = (said: string) =>
      insertions([`${BEFORE}[来源:木槿范文网${said}]${AFTER}`], [[{ from, to: from + 5 }]], {
        identity: IDENTITY,
        isProven: false,
      });

    const whole = { from: BEFORE.length, to: from + 6 };
    expect(insertionsOf('')).toEqual([[whole]]);
  });

  it('is the title with the word for its kind, and a link to its shelf', () => {
    const frame = ['木槿范文网-初一-写物作文', '外婆的针线筐_600字', '您正在阅读初一写物作文'];
    const known: Identity = { ...IDENTITY, frame };

    expect(left(`${AFTER}[外婆的针线筐作文]${AFTER}`, false, known)).toBe(AFTER + AFTER);
    expect(left(`${AFTER}更多初一写物作文,${AFTER}`, true, known)).toBe(AFTER + AFTER);
    expect(left(`${AFTER}更多写人作文,${AFTER}`, true, known)).toContain('写人');
    expect(left(`${AFTER}推荐访问:${AFTER}`, false, known)).toBe(AFTER + AFTER);
  });

  it('is the name without the word for what the site has, where the frame calls it so', () => {
    const frame = [
      '木槿花教案 老师们的百宝箱',
      '成为木槿花会员',
      '木槿花教案 mujinh.example ICP备1号',
    ];
    const known: Identity = { ...IDENTITY, hosts: ['mujinh.example'], names: [], frame };
    const call = '（更多教案范例尽在木槿花）';

    expect(left(BEFORE + call + AFTER, false, known)).toBe(BEFORE + AFTER);
    expect(left(`${AFTER}本教案由木.槿.花整理 mujinh.example${AFTER}`, false, known)).toBe(
      AFTER + AFTER,
    );
    expect(left(`${AFTER}木槿花.教案网`, true, known)).toBe(AFTER);
    expect(left('院子里的木槿花开了，（木槿花朝开暮落）早晨最好看。', true, known)).toContain(
      '（木槿花朝开暮落）',
    );
  });

  it.each([
    ['what it sells', '（戳这里领取护脊书桌优惠券，前100名再减50）'],
    ['what it sells, by its name', '（木槿范文同款笔记本限时直降）'],
  ])('goes in brackets between two clauses: %s', (_, offer) => {
    expect(left(BEFORE + offer + AFTER, false)).toBe(BEFORE + AFTER);
  });

  it.each([
    ['of the same thing', '商场发优惠券，（限时领取，前100名再减50）排队的人很多。'],
    ['without a call', `${BEFORE}（学校商城的优惠券也归他们发）${AFTER}`],
    ['inside a clause', '他把那张券（限时领取的优惠券）夹在书里。'],
  ])('stays where the text speaks of offers: %s', (_, line) => {
    expect(left(line, true)).toBe(line);
  });

  it('is what a database of laws has beside an article', () => {
    expect(left(`${AFTER}〖相关案例 12 篇 引用本条的裁判文书 7 篇〗`, false)).toBe(AFTER);
    expect(left(`${AFTER}〖修订沿革 登录后查看〗`, false)).toBe(AFTER);
    expect(left(`${AFTER}〖附典型案例〗`, true)).toBe(`${AFTER}〖附典型案例〗`);
  });

  it('goes in the middle of a clause, too, where it is the name of the site', () => {
    const line = '我先后找了物业、自来水公司木槿范文网和街道城建科，最后十月通水。';

    expect(left(line, true)).toBe('我先后找了物业、自来水公司和街道城建科，最后十月通水。');
  });

  it('is its title in brackets between two sentences', () => {
    expect(left('卫生由小组轮流负责。[班主任工作总结]每天早晨我都去看。', false)).toBe(
      '卫生由小组轮流负责。每天早晨我都去看。',
    );
    expect(left('卫生由小组轮流负责。[值日安排方案]每天早晨我都去看。', false)).toContain('[值日');
  });

  it('is no word for the kind of text, though a shelf is called so', () => {
    const shelf: Identity = { ...IDENTITY, mastheads: ['演讲稿'], frame: ['演讲稿', '演讲稿网'] };

    expect(left('麦子一动不动，校园演讲稿让我们把根扎深，六月再看。', true, shelf)).toContain(
      '演讲稿',
    );
  });

  it.each(['站到树下数了一遍', '站在门口点了名'])('ends before a verb: %s', (what) => {
    expect(left(`我绕到操场后面，木槿范文网${what}，人都到齐了。`, true)).toBe(
      `我绕到操场后面，${what}，人都到齐了。`,
    );
  });

  it('is searched for where another insertion proves the page', () => {
    const lines = [`${BEFORE}[木 槿 范 文]${AFTER}`, `孩子们有了习惯。木槿范文网${AFTER}`];

    const found = insertions(lines, [[], []], { identity: IDENTITY, isProven: false });

    expect(found.map((own) => own.length)).toEqual([1, 1]);
  });

  it('has a name whose host spells its first characters and begins the others', () => {
    const identity: Identity = { ...IDENTITY, names: [], mastheads: ['木槿范文'], frame: [] };

    expect(left(`${BEFORE}(木槿 范文)${AFTER}`, false, identity)).toBe(BEFORE + AFTER);
    expect(
      left(`${BEFORE}(木槿 范文)${AFTER}`, false, { ...identity, hosts: ['www.abc.example'] }),
    ).toContain('木槿 范文');
  });
});

describe('what a document says of sites, calls and keywords stays, on whatever page', () => {
  it.each([
    [
      'whose texts are',
      '甲方授权乙方转载原创文章。会员投稿、网友上传的文章，版权归原作者所有，不在授权范围之内。',
    ],
    ['what to search for', '老人不会上网，孙子教他百度“杏花”两个字，看了半天图片。'],
    ['a corner of the screen', '照片拍好以后，点击右上角的三个点，选择保存到相册即可。'],
    ['what somebody received', '开会前先签到，（领资料的同志请到二楼）会场在三楼。'],
    ['two addresses', '常用的有www.first.example www.second.example两个，都能打开。'],
    ['who reports', '木槿范文网讯（记者 高原）昨天凌晨五点半，门口已经排起了队。'],
    ['a case', '违约方应当赔偿损失。【案例2】甲公司向乙公司订购钢材。'],
    ['a note', '这里的“行”读作háng。[注释1]'],
    ['who likes it', '他把菜谱写得很细（觉得有用的人自己抄去），从不收钱。'],
    ['a function', '改动只有一处，alert(1);弹出的框要关掉。'],
    ['a group to enter', '请各位家长扫描二维码，进入木槿班级群，一起商量春游的事。'],
    ['what a program fetches', '取得清单以后，apticron 自动下载它们，并不安装。'],
    [
      'addresses of many sites',
      '镜像有 ftp.a.example.org、ftp.b.other.net 等，http://back.third.com 这个页面列出了全部。',
    ],
    ['the way through a menu', '单击“应用程序”→“附件”→“终端”来打开终端，再输入命令。'],
    ['words in Latin letters', '（connection oriented protocols）将产生大量的通讯，速度会慢。'],
    ['a form that is named', '程序以 host:dir 这样的格式来显示主机名，两者缺一不可。'],
    ['a button that is named', '菜单里有[打印]、[收藏]、[关闭]三个按钮，点[打印]即可。'],
    ['a task', '操作很简单，点击下载模板填写后上传，系统会自动生成编号。'],
    ['an account to follow', '请关注班级公众号，回复姓名领取听课证，逾期不再补发。'],
    ['how long texts must be', '要求每人写心得体会1500字，读书笔记两篇，月底前交教务处。'],
    ['how long a text was', '他每天写日记，作文800字从来不发愁，老师常念给全班听。'],
    ['somebody who reads the site', '有人问我，为什么不去木槿范文网抄一篇，我说没有根。'],
    ['somebody of the site', '那年夏天，木槿范文网的编辑打来电话，说想用我的文章。'],
    ['somebody who opens it', '吃过饭，打开木槿范文网查看范文，是他每天做的第一件事。'],
    ['quoted buttons', '“点击查看全文”几个字很小，“收起”两个字更小，老人看不清。'],
    ['a quoted call', '自荐信最后一句是“期待您的回复，联系我们请拨打……”，我知道从哪来。'],
    ['things in a row', '复习资料分三类，试题 试卷 答案各装一袋，由课代表保管。'],
    ['prizes in a row', '比赛设三个奖项，一等奖 二等奖 三等奖分别为一名、两名和三名。'],
    ['where a text is from', '本文由三部分组成，总结报告范文由教务处提供，各班不得照抄。'],
    ['options', '选择题（A）（B）（C）（D）四个选项中，只有一个是正确的。'],
    ['a contact', '请把报名表发到邮箱，联系人王老师，QQ：12345678，微信同号。'],
    ['a model that is added', '活动结束后，总结由年级组长收齐，班主任工作总结范文附后。'],
    ['what the site did', '去年春天，木槿范文网邀请我写专栏，我答应了，一写就是两年。'],
    ['what the site was good for', '她说，木槿范文网帮她找到了思路，句子还得自己写。'],
    ['a heading in a row', '推荐阅读书目有十本，相关阅读材料发到群里，其他自选。'],
    ['somebody who answers', '联系QQ12345678的人很多，客服微信却一直没有通过。'],
    ['steps', '返回首页重新登录，问题就解决了，前后不到一分钟。'],
    ['a title', '这篇报道（刊于《木槿范文》第24期）讲的是渡口的故事。'],
    ['many items of an offer', '村里办起了电商，展示平台、下载链接、二维码一应俱全。'],
  ])('%s', (_, line) => {
    expect(left(line, false)).toBe(line);
    expect(left(line, true)).toBe(line);
  });

  it('is no end of arrows, and the search for one ends soon', () => {
    const line = `${BEFORE}点击${'>'.repeat(100_000)}。${AFTER}`;

    expect(left(line, true)).toBe(line);
  });

  it('speaks of them again and again: then only what is a site’s alone goes', () => {
    const lines = [
      '登录平台，点击首页的链接，就能下载课表。',
      '没有微信的家长请到网站注册，下载客户端看更多课程的说明。',
      `${BEFORE}[木 槿 范 文]${AFTER}`,
    ];

    const found = insertions(lines, [[], [], []], { identity: IDENTITY, isProven: false });

    expect(found.map((own) => own.length)).toEqual([0, 0, 1]);
  });
});

describe('a claim or a call between two commas', () => {
  it('goes with the mark before it', () => {
    const line = '竹筒漂出去十来丈，木~槿~范~文首发，芦苇里伸出一根长篙。';
    const from = line.indexOf('木');
    const mark = { from, to: from + '木~槿~范~文'.length };
    const [[found] = []] = insertions([line], [[mark]], { identity: IDENTITY, isProven: false });
    expect(line.slice(0, found?.from) + line.slice(found?.to)).toBe(
      '竹筒漂出去十来丈，芦苇里伸出一根长篙。',
    );
  });

  it('stays where the sentence needs it', () => {
    const line = '赛前公布的木~槿~范~文首发阵容，没有一个老将。';
    const from = line.indexOf('木');
    const mark = { from, to: from + '木~槿~范~文'.length };
    const [[found] = []] = insertions([line], [[mark]], { identity: IDENTITY, isProven: false });
    expect(found).toEqual(mark);
  });

  it('calls for more documents on a page that inserts', () => {
    expect(left('春节前，点击查看更多困难补助申请书，父亲又住了院。', true)).toBe(
      '春节前，父亲又住了院。',
    );
    expect(left('春节前，点击查看更多困难补助申请书，父亲又住了院。', false)).toContain('点击');
    expect(left('打开首页，点击查看更多申请书，选中后即可下载。', true)).toContain('点击');
  });
});
