import { describe, expect, it } from 'vitest';
import { applyEdits } from '#lib/clean/block.ts';
import { shiftBudgets, shiftPass } from '#lib/clean/repairs/shift-repair.ts';

const DAMAGED = '其中因润滑涣荚斐傻挠9次，占三分之一。';
const MENDED = '其中因润滑不良造成的有9次，占三分之一。';
/** Ordinary prose, long enough that a page of it is a page. */
const PROSE =
  '春天到了，院子里的几棵树都发了新芽，孩子们放学以后在树下写作业，老人坐在门口晒太阳。';

describe('shiftPass', () => {
  it.each([1, 200])('mends a text in one line of %i sentences', (count) => {
    const line = PROSE.repeat(count) + DAMAGED;
    const pass = shiftPass([line], false, shiftBudgets());

    expect(applyEdits(line, pass?.repair(line).edits ?? [])).toBe(PROSE.repeat(count) + MENDED);
  });

  it.each([
    ['这件事由我来承！Ｎ以敢?,你们放心。', '这件事由我来承担。我愿意,你们放心。'],
    [
      '各位街坊,大家好!这件事由我来承!N以敢?,你们放心。',
      '各位街坊,大家好!这件事由我来承担。我愿意,你们放心。',
    ],
  ])('looks at letters behind the mark: %s', (line, expected) => {
    const pass = shiftPass([line], false, shiftBudgets());

    expect(applyEdits(line, pass?.repair(line).edits ?? [])).toBe(expected);
  });

  it.each([
    ['加强宣传。充分利用中小学！捌桨彩拐摺盦Q群和村级广播。', '“平安使者”'],
    ['为湖泊水位调度提供依据！痉椒ā?2019—2021年，在湖边设置样方。', '。【方法'],
    ['類似的例子還有不少！缸拧古c「著」，「群」與「羣」。', '。「着」與「著」'],
    [
      '页面显示裂开的图标，对方很快就会发现；怀? rewrite 到一张图片，效果更好，但是记得排除。',
      '很快就会发现。换成',
    ],
  ])('looks at what is rare behind a mark: %s', (line, said) => {
    const read = shiftPass([line], false, shiftBudgets())?.repair(line);

    expect(applyEdits(line, read?.edits ?? [])).toContain(said);
  });

  it.each([
    '他问：怎么办？饕餮是什么样的？谁也没见过。',
    '快看！蜻蜓停在荷叶上了；蝌蚪也长出了腿。',
    '要什么？枇杷、樱桃、荸荠都有！',
    '编号；A列填姓名？B列填年龄。',
  ])('leaves rare words behind a mark: %s', (line) => {
    expect(shiftPass([line], false, shiftBudgets())?.repair(line).edits ?? []).toEqual([]);
  });

  it('says of two characters with a lost trail that they are a guess', () => {
    const line = '完不成任务可以影响奖金，但同样不能直接？睢?';

    expect(shiftPass([line], false, shiftBudgets())?.repair(line)).toMatchObject({ guessed: true });
  });

  it('looks at kana behind a half-width mark', () => {
    const line = '各位街坊,大家好!院里装了灯,走廊换了;ふ?352只,费用由镇里出。';
    const pass = shiftPass([line], false, shiftBudgets());

    expect(pass?.repair(line)).toMatchObject({ guessed: true });
    expect(applyEdits(line, pass?.repair(line).edits ?? [])).toContain('走廊换了保护');
  });

  it('says that what the budget did not reach is damaged, and mends what it reached', () => {
    const far = DAMAGED + PROSE.repeat(100);
    const pass = shiftPass([far], false, { find: { left: 10_000 }, repair: { left: 10_000 } });
    const read = pass?.repair(far);

    expect(read?.complete).toBe(false);
    expect(read?.unresolved).toBe(true);
    expect(applyEdits(far, read?.edits ?? [])).toBe(MENDED + PROSE.repeat(100));
  });

  it('ends soon on bytes that are no Chinese', () => {
    const noise = Array.from(
      { length: 50_000 },
      (_, at) => '?？！；陀曰堑墓鷌絚'[(at * at) % 11],
    ).join('');
    const budgets = shiftBudgets();
    const before = { ...budgets.repair };
    shiftPass([noise], false, budgets)?.repair(noise);

    expect(before.left - budgets.repair.left).toBeLessThan(before.left * 1.01);
  });

  it('shares the budget between the passes of a page', () => {
    const budgets = { find: { left: 10_000 }, repair: { left: 1 } };
    const line = PROSE + DAMAGED;
    shiftPass([line], false, budgets)?.repair(line);
    const again = shiftPass([line], false, budgets)?.repair(line);

    expect(again).toMatchObject({ edits: [], complete: false, unresolved: true });
  });
});
