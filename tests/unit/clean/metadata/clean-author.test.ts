import { describe, expect, it, test } from 'vitest';
import { cleanAuthor } from '#lib/clean/metadata/clean-author.ts';
import { processorTime } from '../../../support/processor-time.ts';

describe('cleanAuthor', () => {
  test.each([
    ['By Agnes Lau', 'Agnes Lau'],
    ['ByAgnes Lau', 'Agnes Lau'],
    ['by Agnes Lau and Bo Li', 'Agnes Lau, Bo Li'],
    ['Agnes Lau; Bo Li; Agnes Lau', 'Agnes Lau, Bo Li'],
    ['Agnes Lau, Staff Writer', 'Agnes Lau'],
    ['Agnes Lau | Senior Reporter', 'Agnes Lau'],
    ['Posted by Agnes Lau on 24 June 2018', 'Agnes Lau'],
    ['24 June 2018 By Agnes Lau', 'Agnes Lau'],
    ['Jul 11 Written By Agnes Lau', 'Agnes Lau'],
    ['Post author By Agnes Lau', 'Agnes Lau'],
    ['Agnes Lau (Reuters)', 'Agnes Lau'],
    ['Von Jürgen Groß', 'Jürgen Groß'],
    ['Zeige alle Beiträge von Jürgen Groß', 'Jürgen Groß'],
    ['Par Émilie Dupont et Jean Petit', 'Émilie Dupont, Jean Petit'],
    ['Autor: Jürgen Groß', 'Jürgen Groß'],
    ['galitsyn » Sat Oct 26', 'galitsyn'],
    ['jldugger 14.6k gold badges', 'jldugger'],
    ['Günter W. Kienitz at 18:52', 'Günter W. Kienitz'],
    ['Dr. A. B. Smith', 'Dr. A. B. Smith'],
    ['作者：张三', '张三'],
    ['作 者：张三', '张三'],
    ['文/李四', '李四'],
    ['文 / 李四', '李四'],
    ['本报记者 王五', '王五'],
    ['记者：王五 通讯员：赵六', '王五'],
    ['张三、李四', '张三, 李四'],
    ['砚田老农 举人 帖子 902', '砚田老农'],
    ['作者：网友', ''],
    ['◎苏渡', '苏渡'],
    ['作者：佚名', ''],
    ['admin', ''],
    ['相关文章', ''],
    ['©Harbour Bank Inc.', ''],
    ['我已授权', ''],
    ['当前位置 : 文卷网', ''],
    ['Discuz! Team and Comsenz UI Team', ''],
    ['Anonymous', ''],
    ['https://www.facebook.com/someone', ''],
    ['mail@example.com', ''],
    ['2018-06-24', ''],
    ['12', ''],
    ['She writes about food. He does not.', ''],
    ['', ''],
  ])('makes of %j %j', (raw, name) => {
    expect(cleanAuthor(raw)).toBe(name);
  });

  it('is quick on adversarial text', () => {
    const time = processorTime(() => {
      for (const piece of ['by ', '(', ', a', 'posts by ', ' - ', '作者：'])
        cleanAuthor(piece.repeat(30_000));
    });

    expect(time).toBeLessThan(300);
  });
});
