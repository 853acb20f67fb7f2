import { describe, expect, it } from 'vitest';
import { damageOf, mended } from './lines.ts';

describe('the script', () => {
  it('is restored where traditional characters stand in mainland spelling', () => {
    const text = '關于學校的規定，對于這里的學生，以后怎么辦，由于沒有準備，后來就這么決定';

    expect(mended(text)).toBe(
      '关于学校的规定，对于这里的学生，以后怎么办，由于没有准备，后来就这么决定',
    );
    expect(damageOf(text).repairs).toEqual(['simplified-script']);
  });

  it('is restored where the mirror converts by words but leaves 后, 里, 只', () => {
    const text =
      '“那一年家里很窮，吃面粉是過年的事。”他說，后來準備了兩只箱子，心里沒有什麼可怕的，走到最后才明白。';

    expect(mended(text)).toBe(
      '“那一年家里很穷，吃面粉是过年的事。”他说，后来准备了两只箱子，心里没有什么可怕的，走到最后才明白。',
    );
  });

  it.each([
    [
      'a notice from a village called 里',
      '大甲里、外埔里的里民請注意：里長辦公處於本週六清掃，后里區公所派車。集合後請把垃圾放在這裡，於九時開始。',
    ],
    [
      'a column that quotes words with 后 and 里',
      '皇后大道的鋪子裏，走了十里路的人坐下來，只喝一碗粥。老闆說這是太后愛吃的，我們都笑了，然後各自回家。',
    ],
    [
      'a notice from Hong Kong',
      '本邨第三座後門的行人通道因更換排水渠，將於下月四日至十八日期間封閉。至於這裡的居民，以後可改用斜路。',
    ],
    [
      'classical prose',
      '學而時習之，不亦說乎？有朋自遠方來，不亦樂乎？至于犬馬，皆能有養。終于立身，于我何有哉。',
    ],
    [
      'names that use the shared characters',
      '皇太后駕到，于右任先生題字，台大校園里長選舉，關於後來的事，對於這裡的居民。',
    ],
    [
      'simplified text that quotes one word',
      '“關於”是繁体的写法，后来在这里改了，对于以后的人，由于什么原因，这么写。',
    ],
  ])('stays in %s', (_, text) => {
    expect(mended(text)).toBe(text);
  });
});
