import { cleanPage } from '#lib/clean/clean-page.ts';
import type { Document } from '#lib/model/document.ts';

const PROSE = [
  '入夏以来，湖面水位一直偏高，渔民们把网箱往里收了两百米，早晚各巡一次，没有出过事。',
  '协会在码头设了三个登记点，出湖的船先报名字和归港的时辰，天黑以前没有回来的，马上派人去找。',
  '这样做了一个夏天，大家都觉得麻烦是麻烦些，夜里睡得踏实，是花多少钱也买不来的。',
].map((text) => `<p>${text}</p>`);

/** What the cleaner makes of a page of three paragraphs with a frame around them: markup for <head>, above and below. */
export function fieldsOf(
  head: string,
  above: string,
  below = '',
  url = 'https://www.yuhu.example/a/1.html',
): Document {
  const html = `<html><head><meta charset="utf-8">${head}</head><body>${above}<div>${PROSE.join('')}</div>${below}</body></html>`;
  const { document } = cleanPage({
    bytes: new TextEncoder().encode(html),
    contentType: 'text/html',
    url,
  });
  return document;
}
