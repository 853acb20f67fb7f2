import { expect, it } from 'vitest';
import { keepBoard } from '#lib/clean/lines/board-lines.ts';

const keptOf = (below: readonly string[], probability: number): string[] => {
  const kept = [true, ...below.map(() => false)];
  const keep = Float64Array.of(0.9, ...below.map(() => probability));
  keepBoard(['读一读，说说你喜欢哪一句。', ...below], keep, kept);
  return below.filter((_, at) => kept[at + 1]);
};

it('keeps what is to stand on the board', () => {
  const board = ['板书设计：', '荷叶圆圆', '小水珠 摇篮', '小蜻蜓 停机坪'];

  expect(keptOf([...board, '温馨提示：本教案可以下载，打不开请换工具', '同册教案'], 0.4)).toEqual(
    board,
  );
  expect(keptOf(board, 0.2)).toEqual([]);
  expect(keptOf(['同册教案', '荷叶圆圆'], 0.4)).toEqual([]);
});
