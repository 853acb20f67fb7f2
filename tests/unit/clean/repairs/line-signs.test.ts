import { describe, expect, it } from 'vitest';
import { lineSigns } from '#lib/clean/repairs/line-signs.ts';

describe('lineSigns', () => {
  it('finds rare characters that stand close together', () => {
    expect(lineSigns('工作总结如下').rarity).toBe(0);
    expect(lineSigns('枇杷').rarity).toBeGreaterThan(lineSigns('枇').rarity);
  });

  it('does not count one again that is only said again', () => {
    expect(lineSigns('评分：★★★★★').rarity).toBe(lineSigns('评分：★').rarity);
    expect(lineSigns('枇杷枇杷').rarity).toBeGreaterThan(lineSigns('枇枇枇枇').rarity);
  });
});
