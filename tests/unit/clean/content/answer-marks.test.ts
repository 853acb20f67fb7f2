import { describe, expect, it } from 'vitest';
import { blockText } from '#lib/clean/block.ts';
import { dropAboveAnswer } from '#lib/clean/content/answer-marks.ts';
import model from '#lib/clean/content/content-model.json' with { type: 'json' };
import { pageFeatures } from '#lib/clean/content/page-features.ts';
import { readLexicon } from '#lib/clean/content/words/lexicon.ts';
import { pageBlocks } from '#lib/clean/dom/page-blocks.ts';
import { parsePage } from '#lib/clean/dom/parse-page.ts';

const ASKED = '阳台的番茄开花以后就落，肥也施了，水也浇了，求有经验的人说说。';
const ANSWER =
  '<p>先看夜里的温度，低于十三度花粉就不散，开多少落多少。</p>'.repeat(2) +
  '<p>再看是不是浇得太勤，番茄开花时要让土干一干，叶子略微打卷再浇，坐住果以后才放开水肥。</p>';

/** What is left of a page of which all but the marks was kept. */
function left(body: string): string[] {
  const page = parsePage(`<title>番茄落花</title><body>${body}</body>`);
  const blocks = pageBlocks(page, null).filter(({ element }) => element?.name !== 'title');
  const features = pageFeatures(page, blocks, null, readLexicon(model.lexicon));
  const kept = blocks.map(() => true);
  dropAboveAnswer(features, kept);
  return blocks.filter((_, index) => kept[index]).map(blockText);
}

describe('what stands above an answer', () => {
  it.each([
    ['the head of the answers', '3 个回答 默认排序'],
    ['the head of one that was chosen', '最佳答案'],
    ['who praised it', '2,811 人赞同了该回答'],
    ['how many thousands did', '1.2万 人赞同了该回答'],
    ['the card of who answers', '<b>葛医生</b> 主治医师 三级乙等 <a>向TA提问</a>'],
    ['one of another trade', '<b>申律师</b> 执业八年 <a>咨询TA</a>'],
  ])('goes: %s', (_, mark) => {
    const lines = left(`<div>${ASKED}</div><div>${mark}</div>${ANSWER}`);

    expect(lines).not.toContain(ASKED);
    expect(lines).toHaveLength(4);
  });

  it('goes down to the last of the marks, with what the writer says of himself', () => {
    const marks = '<div>2个回答</div><div>退休园艺师</div><div>16 人赞同了该回答</div>';

    expect(left(`<div>${ASKED}</div>${marks}${ANSWER}`)[0]).toBe('16 人赞同了该回答');
  });

  it.each([
    ['there is no mark', '<div>番茄落花三问</div>'],
    ['somebody is told to ask', '<div>老师笑着叫我们向他提问</div>'],
    ['the words are those of the text', '<div>3个回答都不对，老师又问了一遍</div>'],
    ['what is above is most of the text', `${ANSWER}<div>3 个回答</div>`],
    ['another question is asked there', '<div>阳台能种丝瓜吗？ 14 个回答</div>'],
  ])('stays where %s', (_, inside) => {
    expect(left(`<div>${ASKED}</div>${inside}<p>${ASKED}</p>`)[0]).toBe(ASKED);
  });
});
