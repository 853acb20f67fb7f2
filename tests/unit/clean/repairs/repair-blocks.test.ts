import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  applyEdits,
  type Block,
  blockText,
  type Edit,
  editBlock,
  type Span,
} from '#lib/clean/block.ts';
import { textBlocks } from '#lib/clean/lines/text-blocks.ts';
import { doubledPass } from '#lib/clean/repairs/doubled-runs.ts';
import { escapeEdits } from '#lib/clean/repairs/escapes.ts';
import { repairShifts } from '#lib/clean/repairs/gbk-byte-shift.ts';
import { invisibleEdits } from '#lib/clean/repairs/invisible-characters.ts';
import { countPage } from '#lib/clean/repairs/page-counts.ts';
import { annotationEdits } from '#lib/clean/repairs/pinyin-annotations.ts';
import { repairDamage, repairLayout } from '#lib/clean/repairs/repair-blocks.ts';
import { processorTime } from '../../../support/processor-time.ts';
import { aBlock, linesOf, mended } from './lines.ts';

/** Strings that repairs look at: pieces of damage between pieces of text. */
const piece = fc.constantFrom(
  '学校',
  '學(xué)',
  '!耙恢鲀',
  '涣荚斐傻挠9次',
  '?qǐng)?bào)',
  '\u200b',
  '\\u3000',
  '&amp;nbsp;',
  'x0dx0a',
  'Ã¤Â½',
  '锟斤拷',
  '\ufffd',
  '\uf7d0',
  '\ue123',
  '1、',
  '第1页',
  '。18',
  'O 4] d ga% d 2d T r =7',
  '\n',
  '\t',
  '\ud800',
  'x',
);
const text = fc
  .array(fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 4 })), { maxLength: 30 })
  .map((pieces) => pieces.join(''));

describe('a mirror that converted what had lost a byte before', () => {
  const line =
    '這(zhè)一夜，我們(men)在崗(gǎng)位上學(xué)習(xí)，農(nóng)戶把車開進(jìn)院子，黨(dǎng)員(yuán)說(shuō)這(zhè)件事讓(ràng)人難(nán)忘。';

  it('is read again in the script in which the byte was lost', () => {
    const shifted = '農戶急等着用?４蠹疑塘懇院缶齠ㄏ勸丫剎摯獾奈荻バ蘚迷偎當鸕氖慮欏';
    const { blocks } = repairDamage(textBlocks([line, shifted, line].join('\n')));

    expect(linesOf(blocks)[1]).toBe(
      '农户急等着用。大家商量以后决定先把旧仓库的屋顶修好再说别的事情。',
    );
  });

  it('knows the forms that are converted one way only', () => {
    const { blocks } = repairDamage(
      textBlocks(`${line}\n他們(men)很親暱(nì)，說(shuō)話不多。\n${line}`),
    );

    expect(linesOf(blocks)[1]).toBe('他们很亲昵，说话不多。');
  });
});

describe('repairs', () => {
  it('never throw, and a second run changes nothing', () => {
    fc.assert(
      fc.property(text, (source) => {
        const once = repairDamage(textBlocks(source));
        const layout = repairLayout(once.blocks);
        const again = repairDamage(once.blocks);

        once.repairText(source);
        expect(linesOf(again.blocks)).toEqual(linesOf(once.blocks));
        expect(linesOf(repairLayout(layout.blocks).blocks)).toEqual(linesOf(layout.blocks));
      }),
      { numRuns: 200 },
    );
  });

  it('give sorted edits inside the line', () => {
    const shifts = (line: string): readonly Edit[] =>
      repairShifts(line, {
        halfWidth: true,
        expected: true,
        simplified: false,
        counts: countPage([]),
      }).edits;
    fc.assert(
      fc.property(text, (line) => {
        for (const repair of [
          invisibleEdits,
          escapeEdits,
          doubledPass([line]),
          annotationEdits,
          shifts,
        ]) {
          let at = 0;
          for (const { from, to } of repair(line)) {
            expect(from).toBeGreaterThanOrEqual(at);
            expect(to).toBeGreaterThanOrEqual(from);
            expect(to).toBeLessThanOrEqual(line.length);
            at = to;
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it('leave code as it is', () => {
    const said = '學(xué)\\u3000\u200b&amp;nbsp;';
    const code: Block = { ...aBlock([{ text: said, marks: [] }]), kind: 'code' };

    expect(repairDamage([code]).blocks).toEqual([code]);
  });

  it('say before and after of every block they changed', () => {
    const { events } = repairDamage(textBlocks('政\u200b策\n如有'));

    expect(events).toEqual([
      { repair: 'zero-width', before: '政\u200b策', after: '政策', where: 'line:1' },
    ]);
  });

  it('flag private characters in Chinese text, not icons', () => {
    expect(
      repairDamage(textBlocks('价格为\ue123\ue124元，数量为\ue125件，请尽快联系我们')).damaged,
    ).toBe(true);
    expect(repairDamage(textBlocks('\ue123 首页')).damaged).toBe(false);
  });

  it('leave masks, blanks and tables alone', () => {
    const lines =
      '甲方：＊＊县＊＊＊合作社\n电话：x x x x x x x x\n第______条 **和**中学\nA\tB\tC\n共x名，x所';

    expect(mended(lines)).toBe(lines);
  });

  it('take linear time on 100 KB of what they look for', { timeout: 60_000 }, () => {
    for (const unit of [
      '學(xué)',
      '&',
      '\\u',
      '第1页',
      'a b ',
      '\u200b',
      '?!',
      '。18',
      '1、',
      '饕餮',
    ]) {
      const source = unit.repeat(Math.ceil(100_000 / unit.length));
      const time = processorTime(() => {
        repairLayout(repairDamage(textBlocks(source)).blocks);
      });

      expect(time, unit).toBeLessThan(8_000);
    }
  });
});

describe('editBlock', () => {
  const spans = (...texts: readonly string[]): readonly Span[] =>
    texts.map((said) => ({ text: said, marks: [] }));

  it('says the same as the edits of the text, whatever the spans', () => {
    const words = fc.array(
      fc.string({ maxLength: 5 }).map((said) => said.replaceAll('\t', ' ')),
      {
        minLength: 1,
        maxLength: 5,
      },
    );
    fc.assert(
      fc.property(
        words,
        fc.array(fc.nat(30), { maxLength: 6 }),
        fc.string({ maxLength: 3 }),
        (texts, places, insert) => {
          const block = aBlock(spans(...texts));
          const line = blockText(block);
          fc.pre(line !== '');
          const borders = [...new Set(places.map((place) => Math.min(place, line.length)))].sort(
            (a, b) => a - b,
          );
          const edits: Edit[] = [];
          for (let index = 0; index + 1 < borders.length; index += 2) {
            edits.push({ from: borders[index] ?? 0, to: borders[index + 1] ?? 0, insert });
          }

          expect(blockText(editBlock(block, edits))).toBe(applyEdits(line, edits));
        },
      ),
    );
  });

  it('inserts once at the border of two spans and at the end of a cell', () => {
    const block = aBlock(spans('ab', 'cd'), spans('ef'));

    expect(blockText(editBlock(block, [{ from: 2, to: 2, insert: '+' }]))).toBe('ab+cd\tef');
    expect(blockText(editBlock(block, [{ from: 4, to: 4, insert: '+' }]))).toBe('abcd+\tef');
    expect(blockText(editBlock(block, [{ from: 7, to: 7, insert: '+' }]))).toBe('abcd\tef+');
  });
});
