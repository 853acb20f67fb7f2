import { describe, expect, it } from 'vitest';
import { blockText } from '#lib/clean/block.ts';
import { selectContent } from '#lib/clean/content/select-content.ts';
import { pageBlocks } from '#lib/clean/dom/page-blocks.ts';
import { parsePage } from '#lib/clean/dom/parse-page.ts';

const STEPS = [
  '红薯洗净去皮，切成两厘米见方的小块，泡在清水里半个小时，沥干水分备用。',
  '锅里放一勺油，小火把白糖慢慢炒化，炒到枣红色冒小泡的时候，倒入红薯块翻匀。',
  '沿着锅边淋半碗开水，盖上锅盖焖十分钟，等到汤汁变稠，撒一把熟芝麻就可以出锅。',
];
const STYLE = '<style>.pane{display:none}.pane.on{display:block}</style>';

function kept(third: string, panes = '<div class="pane on">'): string {
  const html = `<title>糖烧红薯_菜谱</title>${STYLE}<h1>糖烧红薯</h1><div class="intro">奶奶每年立冬都要烧一锅红薯，甜味能从灶屋飘到巷子口，我们闻着味道就跑回家。</div>
    <div class="tabs"><span class="on">做法</span><span>用料</span><span>${third}</span></div>
    ${panes}${STEPS.map((step) => `<div class="step"><div>${step}</div></div>`).join('')}</div>
    <div class="pane"><table><tr><td>红薯</td><td>500克</td></tr><tr><td>白糖</td><td>2勺</td></tr></table></div>
    <div class="pane"><div>红薯要选红心的。</div></div>`;
  const page = parsePage(html);
  const input = { bytes: new Uint8Array(), contentType: 'text/html', url: null, rules: null };
  return selectContent(page, pageBlocks(page, null), input).kept.map(blockText).join('\n');
}

describe('keepTabs', () => {
  it('keeps what the other tabs of a document say, not the row of their names', () => {
    const text = kept('小贴士');

    expect(text).toContain('红薯\t500克');
    expect(text).toContain('红薯要选红心的。');
    expect(text).not.toContain('做法用料');
  });

  it('leaves out what others say', () => {
    expect(kept('网友评论')).not.toContain('红心');
  });

  it('takes boxes for tabs only where one of them is shown', () => {
    expect(kept('小贴士', '<div class="pane">')).not.toContain('红薯要选红心的。');
  });
});
