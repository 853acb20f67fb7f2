import { describe, expect, it } from 'vitest';
import { renderText } from '#lib/clean/render/render-text.ts';
import { aBlock, aSpan } from './a-block.ts';

describe('renderText', () => {
  it('writes a block a line, without bullets and automatic numbers', () => {
    const blocks = [
      aBlock({ kind: 'heading', level: 1, text: 'Title' }),
      aBlock({ text: '  First   paragraph. ' }),
      aBlock({ kind: 'list-item', ordinal: 1, group: 1, text: 'one' }),
      aBlock({ kind: 'list-item', level: 1, group: 1, text: 'nested' }),
      aBlock({ kind: 'quote', quoted: 1, text: 'said' }),
      aBlock({ kind: 'rule' }),
      aBlock({ text: 'Last.' }),
    ];

    expect(renderText(blocks)).toBe('Title\nFirst paragraph.\none\nnested\nsaid\nLast.');
  });

  it('keeps the lines a page broke: poems, addresses, code', () => {
    const blocks = [
      aBlock({ text: '竹匾摊开万点红，\n　　辣椒声里过西风。' }),
      aBlock({ kind: 'code', text: 'if (a) {\n  b();\n\n}' }),
    ];

    expect(renderText(blocks)).toBe('竹匾摊开万点红，\n辣椒声里过西风。\nif (a) {\nb();\n}');
  });

  it('writes a table row a line, cells joined by tabs, empty cells kept between others', () => {
    const rows = [
      aBlock({ kind: 'table-row', group: 1, header: true, cells: ['Name', 'Size\n(mm)', 'Price'] }),
      aBlock({ kind: 'table-row', group: 1, cells: ['A', '', ' 12 '] }),
    ];

    expect(renderText(rows)).toBe('Name\tSize (mm)\tPrice\nA\t\t12');
  });

  it('writes nothing for images and for empty blocks', () => {
    const image = aSpan('', [], { image: { src: 'https://example.com/a.png', alt: 'A' } });

    expect(renderText([aBlock({ kind: 'image', text: [image] }), aBlock({ text: ' \n ' })])).toBe(
      '',
    );
  });

  it('takes out control and bidirectional characters and mends lone surrogates', () => {
    expect(renderText([aBlock({ text: 'a\u0000b\u202ec\ud800d\ufeff🙂' })])).toBe('abc\ufffdd🙂');
  });
});
