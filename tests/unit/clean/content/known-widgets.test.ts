import { expect, it } from 'vitest';
import { knownWidgets } from '#lib/clean/content/known-widgets.ts';
import { parsePage } from '#lib/clean/dom/parse-page.ts';

const widgets = (html: string) => knownWidgets(parsePage(html)).filter(Boolean);

it('knows widgets by class and by id, with all that is in them', () => {
  expect(widgets('<div class="a sharedaddy"><p>x</p></div>')).toEqual(['share', 'share']);
  expect(widgets('<div id="disqus_thread"></div>')).toEqual(['comments']);
  expect(widgets('<div id="siteSub">来自某某百科</div>')).toEqual(['header']);
  expect(widgets('<div id="jump-to-nav">跳转至：<a>导航</a></div>')).toEqual([
    'navigation',
    'navigation',
  ]);
});

it('takes no name that every object has for a widget', () => {
  expect(widgets('<h2 id="constructor" class="a toString">x</h2>')).toEqual([]);
});
