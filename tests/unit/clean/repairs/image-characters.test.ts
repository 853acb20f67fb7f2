import { describe, expect, it } from 'vitest';
import { blockText, type Span } from '#lib/clean/block.ts';
import { repairDamage } from '#lib/clean/repairs/repair-blocks.ts';
import { aBlock } from './lines.ts';

const image = (alt: string): Span => ({
  text: '',
  marks: [],
  image: { src: 'https://a.example/1.gif', alt },
});
const text = (said: string): Span => ({ text: said, marks: [] });

describe('pictures of characters', () => {
  it('are read by their alternative text inside Chinese', () => {
    const result = repairDamage([aBlock([text('这是一'), image('个'), text('例子')])]);

    expect(result.blocks.map(blockText)).toEqual(['这是一个例子']);
    expect(result.repairs).toEqual(['image-characters']);
  });

  it.each([
    ['a picture with a caption', [text('见图'), image('图1 流程'), text('所示')]],
    ['a picture alone', [image('个')]],
    ['an emoticon', [text('真好'), image('smile'), text('啊')]],
  ])('are not %s', (_, spans) => {
    const block = aBlock(spans);

    expect(repairDamage([block]).blocks).toEqual([block]);
  });
});
