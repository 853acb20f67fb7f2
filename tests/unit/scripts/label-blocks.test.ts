import { describe, expect, it } from 'vitest';
import { labelBlocks } from '../../../scripts/quality/label-blocks.ts';

const TITLE = '石桥村年度工作总结';
const FIRST = '一年来，石桥村年度工作在乡党委的领导下取得了成效，现将工作总结如下。';
const SECOND = '全村新发展油茶一百二十亩，改造老茶园八十五亩，带动农户增收。';
const kept = (texts: readonly string[], gold: string): boolean[] =>
  labelBlocks(texts, gold).map((label) => label.kept >= 0.5);

describe('labelBlocks', () => {
  it('keeps what the annotation says, and not a title whose words the text has', () => {
    const page = ['首页', TITLE, FIRST, SECOND, TITLE];

    expect(kept(page, `${FIRST}\n${SECOND}`)).toEqual([false, false, true, true, false]);
  });

  it('keeps a line that is said twice where it stands between its neighbours', () => {
    const page = ['工作总结', FIRST, '工作总结', SECOND];

    expect(kept(page, `${FIRST}\n工作总结\n${SECOND}`)).toEqual([false, true, true, true]);
  });

  it('finds a line again behind words the annotation leaves out', () => {
    const promoted = SECOND.replace('，改造', '更多范文请访问石桥范文网，改造');

    const [label] = labelBlocks([promoted], SECOND);

    expect(label?.kept).toBeGreaterThan(0.6);
    expect(kept([FIRST, promoted, FIRST], `${FIRST}\n${SECOND}`)).toEqual([true, true, false]);
  });

  it('has nothing to keep where nothing is annotated', () => {
    expect(labelBlocks(['首页', ''], '')).toEqual([
      { kept: 0, tokens: 2 },
      { kept: 0, tokens: 0 },
    ]);
  });
});
