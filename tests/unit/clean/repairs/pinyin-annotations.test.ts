import { describe, expect, it } from 'vitest';
import { damageOf, mended } from './lines.ts';

const MIRROR =
  '學(xué)校關(guān)于教學(xué)工作總結(jié)，對(duì)學(xué)生時(shí)間(jiān)的規(guī)劃，關(guān)系學(xué)生';

describe('annotations of a mirror', () => {
  it('go, and the script is restored', () => {
    const result = damageOf(MIRROR);

    expect(result.repairs).toEqual(['pinyin-annotations', 'simplified-script']);
    expect(mended(MIRROR)).toBe('学校关于教学工作总结，对学生时间的规划，关系学生');
  });

  it('go in titles by the decision of the page', () => {
    expect(damageOf(MIRROR).repairText('關(guān)于我們')).toBe('关于我们');
  });

  it('go with full-width brackets too', () => {
    expect(mended(MIRROR.replaceAll('(', '（').replaceAll(')', '）'))).toBe(mended(MIRROR));
  });

  it('go where a character is said without its tone', () => {
    expect(mended(`${MIRROR}，這(zhè)個(ge)學(xué)校里的老頭(tou)`)).toContain('这个学校里的老头');
  });

  it('stay if the syllable is no reading of the character', () => {
    expect(mended(`${MIRROR}，點(abc)，軍(yun)，見圖(tú)，變量(liǎng)（x）`)).toContain(
      '点(abc)，军(yun)',
    );
  });

  it.each([
    [
      'a rare word',
      '行(xíng)不通，重(chóng)新来过，说服(shuì)诸侯，乐(yuè)府，调(diào)查，参差(cī)',
    ],
    [
      'a primer in simplified script',
      '春(chūn)天(tiān)来(lái)了，小(xiǎo)鸟(niǎo)飞(fēi)，花(huā)儿(ér)红(hóng)',
    ],
    [
      'a traditional primer',
      '學(xué)校(xiào)大(dà)門(mén)前(qián)，春(chūn)風(fēng)來(lái)了(le)，小(xiǎo)鳥(niǎo)叫(jiào)',
    ],
    ['few annotated characters', '關(guān)於學(xué)校的規(guī)定'],
  ])('stay in %s', (_, text) => {
    expect(mended(text)).toBe(text);
  });

  it('go where many common characters have them, though not each time', () => {
    const text =
      '實(shí)習單位的實際情況，學(xué)生在學校里學習，數(shù)據和數量，報(bào)告與報表，時(shí)間和時期，長(zhǎng)期與長處，開(kāi)始和開放，對(duì)比與對方，關(guān)系和機關。';

    expect(damageOf(text).repairs).toContain('pinyin-annotations');
    expect(mended(text)).not.toContain('(');
  });

  it('stay where a traditional text annotates once what it says often', () => {
    const text =
      '龜(guī)、龍(lóng)、鳳(fèng)、鶴(hè)、獅(shī)。龜與龍，龜與鳳，龍與鳳，鶴與獅，龜龍鳳鶴獅，龜龍鳳鶴獅。';

    expect(mended(text)).toBe(text);
  });
});
