import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '#lib/clean/block.ts';
import { repairShifts } from '#lib/clean/repairs/gbk-byte-shift.ts';
import { countPage } from '#lib/clean/repairs/page-counts.ts';
import { damageOf, linesOf, mended } from './lines.ts';
import { damage, type Mirror, mirrored, random } from './mirror.ts';

const shifted = (line: string, halfWidth = false): string =>
  applyEdits(
    line,
    repairShifts(line, { halfWidth, expected: true, simplified: false, counts: countPage([line]) })
      .edits,
  );

describe('repairShifts', () => {
  it.each([
    ['《聊城日?qǐng)?bào)》等國家', '《聊城日報》等國家'],
    ['國務委員劉延?xùn)|在《新', '國務委員劉延東在《新'],
    ['他说的话??偨Y(jié)經驗', '他说的话。總結經驗'],
    ['其餘的與孫輩同住?陀^地說,錢不多', '其餘的與孫輩同住。客觀地說,錢不多'],
    ['入戶登記?墒菣n案的利用率', '入戶登記。可是檔案的利用率'],
  ])('restores %s with half-width punctuation', (line, expected) => {
    expect(shifted(line, true)).toBe(expected);
  });

  it.each([
    ['其中因润滑涣荚斐傻挠9次，占三分之一以上', '其中因润滑不良造成的有9次，占三分之一以上'],
    [
      '连续两周排名末位的车间主任要在调然嵘献鞒鏊得鳌',
      '连续两周排名末位的车间主任要在调度会上作出说明。',
    ],
    ['后来团里买了调光台?？刂铺ㄉ嫌蠰ED屏', '后来团里买了调光台。控制台上有LED屏'],
    ['弯下腰等，是两回事；岬鹊睦鲜Σ欢唷', '弯下腰等，是两回事。会等的老师不多。'],
    ['不得挑選？达L(fēng)水、選位置的', '不得挑選。看風水、選位置的'],
    ['五、六年級(jí)學(xué)生每?jī)扇朔N一棵', '五、六年級(jí)學(xué)生每兩人種一棵'],
    ['《云川日報(bào)》記者聞?dòng)崄聿稍L', '《云川日報(bào)》記者聞訊來采訪'],
    ['家長參與活動的積極性不均狻Ｏ聦W(xué)期將', '家長參與活動的積極性不均衡。下學期將'],
  ])('restores %s without any other sign', (line, expected) => {
    expect(shifted(line)).toBe(expected);
  });

  it('reads on to a letter that a marked run swallowed', () => {
    const line = '有一次是倒着写的?？瓷先ハ褚桓鋈μ鬃臰。后来我才知道，那是他的名字。';

    expect(mended(line)).toBe(
      '有一次是倒着写的。看上去像一个圈套着W。后来我才知道，那是他的名字。',
    );
  });

  it('reads on to a letter that the end of a long run swallowed', () => {
    const line = '查出早期病变x例，全部得到及时治疗？\ue034姑鞑彀捣脁次，通报批评x人次。';

    expect(mended(line)).toBe(
      '查出早期病变x例，全部得到及时治疗。开展明察暗访x次，通报批评x人次。',
    );
  });

  it.each([
    ['她在门口说：“你爷爷站在那儿呢！?', '她在门口说：“你爷爷站在那儿呢。”'],
    ['他想起說：「鈕扣不可以鬆！?', '他想起說：「鈕扣不可以鬆。」'],
    ['“嘀——嗒！?3月6日下午三点，铜钟敲了一下。', '“嘀——嗒。”3月6日下午三点，铜钟敲了一下。'],
    ['他站在枕木上！?1417次，晚点八分。”', '他站在枕木上。“1417次，晚点八分。”'],
    ['全校满意学；疃?，今年又深入一步', '全校满意学校活动，今年又深入一步'],
  ])('restores %s on a page that shows nothing else', (line, expected) => {
    expect(mended(line)).toBe(expected);
  });

  it.each([
    ['他说:“烧了,大家见面就不用低头走路了!?', '他说:“烧了,大家见面就不用低头走路了。”'],
    ['案件受理费50元,减半收取25元,由被告负!?', '案件受理费50元,减半收取25元,由被告负担。'],
    ['全年安全无事故,由被告负?!?', '全年安全无事故,由被告负担。'],
    ['第五章,非物质文化遗产;ぶ贫?', '第五章,非物质文化遗产保护制度'],
    ['对外经营的食堂达到214人?杉?,对年轻人开放', '对外经营的食堂达到214人。可见,对年轻人开放'],
  ])('restores %s on such a page with half-width punctuation', (line, expected) => {
    expect(mended(line)).toBe(expected);
  });

  it.each([
    '今天,他大声喊道:“你说什么!?”',
    '今天,“你到底想干什么!?',
    '专家说,手机也能种地!?',
    '你说过,一天吃五顿饭!?',
    '听说,房价还会涨!?',
    '好吃!快说,你吃了吗?',
    '什么?你?,他愣住了。',
  ])('leaves %s, who shouts and asks in one', (line) => {
    expect(mended(line)).toBe(line);
  });

  it('says that a page is damaged where marks stand that only a loss leaves', () => {
    const { blocks, damagedAt, guessedAt } = damageOf('7．下雨照！?\n8．下雪停一天。');

    expect(linesOf(blocks)[1]).toBe('8．下雪停一天。');
    expect(damagedAt.size + guessedAt.size).toBeGreaterThan(0);
  });

  it('says so on a page with half-width punctuation', () => {
    const { damagedAt, guessedAt } = damageOf('第五条,劳动;?\n大家都不作声,屋里很静。');

    expect(damagedAt.size + guessedAt.size).toBeGreaterThan(0);
  });

  it('takes the word that other lines of the page have', () => {
    const line = '評選和學(xué)!耙恢鲀梢怼惫芾砟J綖榍腥朦c(diǎn),追求';
    const counts = countPage(['全縣各級學校', '學校管理', '學校與幼兒園', line]);
    const { edits } = repairShifts(line, {
      halfWidth: true,
      expected: true,
      simplified: false,
      counts,
    });

    expect(applyEdits(line, edits)).toBe('評選和學(xué)校“一主兩翼”管理模式為切入點,追求');
  });

  it('takes the word that the line itself has behind the damage', () => {
    const behind = ',走得远的人也不怕钝,怕的是停下来。';
    const line = `读书要慢？吹孟傅娜瞬慌露?${behind}`;

    expect(shifted(line)).toBe(`读书要慢。看得细的人不怕钝${behind}`);
    expect(shifted(line.replaceAll('钝', '苦'))).not.toContain('钝');
  });

  it('says of a choice before several digits that it was a guess', () => {
    const line = '走廊换了；ふ?352只,费用由镇里出。';

    expect(
      repairShifts(line, {
        halfWidth: false,
        expected: true,
        simplified: true,
        counts: countPage([line]),
      }).guessed,
    ).toBe(true);
  });

  it('uses the byte that a decoder kept', () => {
    expect(shifted('其中因润滑涣荚斐傻挠\uf7d09次，占三分之一')).toBe(
      '其中因润滑不良造成的有9次，占三分之一',
    );
  });

  it('says that a choice was a guess', () => {
    const line = '据了解，“?惶枴敝骷装遄畲笾本90米';
    const { edits, guessed } = repairShifts(line, {
      halfWidth: false,
      expected: true,
      simplified: false,
      counts: countPage([]),
    });

    expect(edits).not.toEqual([]);
    expect(guessed).toBe(true);
  });
});

describe('lines that lost nothing on a damaged page', () => {
  it.each([
    '他頭也不抬地說:「你們以前都不寫的喔?」',
    '你说什么?!真的吗?',
    '（2）外婆爲什麼不把柿子全部摘下來？________________________',
    '他姓厍，名犇，住在邛崃市。',
  ])('stay as they are: %s', (line) => {
    expect(shifted(line, true)).toBe(line);
    expect(shifted(line)).toBe(line);
  });
});

describe('clean lines', () => {
  it.each([
    '饕餮魑魅魍魉，耄耋之年，龃龉不合，觊觎已久。',
    '他姓厍，名犇，住在邛崃市。',
    '氟氯溴碘砹，锂铍硼，钇锆铌钼锝钌铑钯银镉铟锡锑碲',
    '彳亍、踯躅、徜徉、踟蹰、蹀躞',
    '你说什么?！真的吗?!不会吧?？！！',
    '“你说什么！?”他问。“真的吗！?”',
    '精彩还在后面！? ? ? ?想看的朋友',
    '什么?；是这样吗?！好',
    '行(xíng)不通，重(chóng)新来过。',
    '参差荇菜，左右流之。窈窕淑女，寤寐求之。',
    '甪直古镇、亳州、濮阳、涪陵、郫县、婺源、歙县、黟县、盱眙、莘县',
    'Ⅰ、Ⅱ、Ⅲ类 ①②③④ ⑴⑵⑶ ㈠㈡㈢ α、β、γ 射线',
    '両方のいいとこどりのハンバーガーが素晴らしい。グランド ハイアット 東京',
    '海隅邨管理處　謹啟　屋邨行人通道臨時封閉通告',
    '肅肅兔罝，椓之丁丁，赳赳武夫，公侯干城。',
    '呦呦鹿鳴，食野之苹。我有嘉賓，鼓瑟吹笙。',
    '四牡騑騑，周道倭遲。豈不懷歸？王事靡盬，我心傷悲。',
    '中唐有甓，邛有旨鷊。誰侜予美，心焉惕惕。',
    '山口潜行始隈隩，山开旷望旋平陆。',
    '子曰：“天生德于予，桓魋其如予何？”',
    '然得而腊之以为饵，可以已大风、挛踠、瘘疠，去死肌，杀三虫。',
    '展示包的信息,包括名字,版本,以及描述.???',
    '这道题选什么？Ａ项对吗?不对，应当选Ｂ。',
    '最后选谁！Ｂ组好?我看好，别的不好。',
    '填表,问题有三个:是否吸烟?几年?1到5年选甲,再多选乙,没有的不填。',
    '他问,她答:多少?十分?20分!都不对,是一百分。',
    '你们喊!ABC谁?他们喊:对!我们也喊,大家都笑。',
    '简体中文 (Simplified Chinese) 한국어 (Korean) Русский (Russian) Ελληνικα (Greek)',
    'Greek | ΕλληνικάEnglishJapanese | 日本語Swedish | Svenska',
  ])('stay as they are: %s', (line) => {
    expect(mended(line)).toBe(line);
  });
});

describe('pages damaged by the mechanism of the mirrors', () => {
  const prose = readFileSync(new URL('prose.txt', import.meta.url), 'utf8')
    .trim()
    .split('\n');
  const mirror: Mirror = {
    traditional: true,
    annotate: true,
    halfWidth: false,
    loses: 'any-lead',
    lostByte: 'gone',
    dangling: 'swallows-bracket',
    privateUse: 'kept',
  };

  /** A third of the lines damaged, the others mirrored as they are. */
  function run(
    how: Mirror,
    seed: number,
  ): Record<'damaged' | 'exact' | 'silent' | 'changed', number> {
    const next = random(seed);
    const rows = prose.flatMap((line) => {
      const loss = next() < 0.34 ? damage(line, how, next) : null;
      const seen = loss?.line ?? mirrored(line, how);
      return seen === null ? [] : [{ line, seen, loss }];
    });
    const result = damageOf(rows.map(({ seen }) => seen).join('\n'));
    const lines = linesOf(result.blocks);
    const counts = { damaged: 0, exact: 0, silent: 0, changed: 0 };
    for (const [index, { line, seen, loss }] of rows.entries()) {
      const where = `line:${index + 1}`;
      const isFlagged = result.damagedAt.has(where) || result.guessedAt.has(where);
      const isExact = lines[index] === line;
      if (loss === null) counts.changed += !isExact && lines[index] !== seen ? 1 : 0;
      else if (!loss.atLineEnd) {
        counts.damaged += 1;
        counts.exact += isExact ? 1 : 0;
        counts.silent += isExact || isFlagged ? 0 : 1;
      }
    }
    return counts;
  }

  it('come back exactly in two of three lines of poems, essays and reports, the rest is said to be guessed', () => {
    const runs = [1, 2, 3].map((seed) => run(mirror, seed));
    const sum = (name: 'damaged' | 'exact' | 'silent' | 'changed'): number =>
      runs.reduce((total, counts) => total + counts[name], 0);

    expect(sum('damaged')).toBeGreaterThan(60);
    expect(sum('exact') / sum('damaged')).toBeGreaterThanOrEqual(0.66);
    expect(sum('silent') / sum('damaged')).toBeLessThanOrEqual(0.05);
    expect(sum('changed')).toBe(0);
  });

  it('change nothing on pages that lost nothing', () => {
    for (const traditional of [false, true]) {
      const plain: Mirror = { ...mirror, traditional, annotate: false };
      const lines = prose.map((line) => mirrored(line, plain)).filter((line) => line !== null);
      const result = damageOf(lines.join('\n'));

      expect(result.events.filter(({ repair }) => repair === 'gbk-byte-shift')).toEqual([]);
      expect(result.guessedAt.size + result.damagedAt.size).toBe(0);
    }
  });
});
