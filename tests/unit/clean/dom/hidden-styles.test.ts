import { describe, expect, it } from 'vitest';
import { hiddenStyles, hides, isHiddenByStyles } from '#lib/clean/dom/hidden-styles.ts';

describe('hidden styles', () => {
  it.each([
    ['display:none', true],
    ['visibility: hidden', true],
    ['font-size:0', true],
    ['font-size:0.9em', false],
    ['font-size:1px', true],
    ['color:#ccc;font-size: 0.5px !important', true],
    ['font-size:1em', false],
    ['font-size:1rem;', false],
    ['font-size:1.5px', true],
    ['font-size:10px', false],
    ['font-size:1.25rem', false],
    ['opacity:0;', true],
    ['opacity:0.5', false],
    ['text-indent:-9999px', true],
    ['position:absolute;left:-5000px', true],
    ['color:#fff;background:white', true],
    ['color:#000;background:#fff', false],
  ])('%s hides: %s', (declarations, expected) => {
    expect(hides(declarations)).toBe(expected);
  });

  it('applies one-element selectors, the last rule winning, and no rules for other media', () => {
    const styles = hiddenStyles([
      '.a{display:none} .b{display:none} .b{display:block} p.c.d{display:none}',
      '@media print{.e{display:none}} @media screen{.f{display:none}} .x .g{display:none}',
    ]);
    const isHidden = (name: string, ...classes: string[]): boolean =>
      isHiddenByStyles(styles, name, classes);

    expect(['a', 'b', 'e', 'f', 'g'].map((token) => isHidden('p', token))).toEqual([
      true,
      false,
      false,
      true,
      false,
    ]);
    expect([isHidden('p', 'c', 'd'), isHidden('div', 'c', 'd'), isHidden('p', 'c')]).toEqual([
      true,
      false,
      false,
    ]);
  });
});
