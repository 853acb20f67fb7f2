import { describe, expect, it } from 'vitest';
import { cleanPage } from '#lib/clean/clean-page.ts';

const BODY = [
  '去年按老家的法子做了一坛豆腐乳，毛长得很好，可是装坛半个月以后上面一层都变黑了，味道倒没坏。',
  '请问各位是盐放少了，还是坛子没有封严？今年想换成小口的陶坛再试一次，豆腐也改用卤水点的老豆腐。',
];
const REPLY = '多半是露在汤外面的缘故，白酒要没过豆腐一指，坛口再压一层粽叶，就不会黑了。';
const TITLE = '自制豆腐乳怎么不发黑？';
const HTML = BODY.map((line) => `<p>${line}</p>`).join('');

function cleaned(body: string, head = `<title>${TITLE} - 灶边论坛</title>`) {
  const html = `<!DOCTYPE html><html lang="zh"><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`;
  const bytes = new TextEncoder().encode(html);
  return cleanPage({
    bytes,
    contentType: 'text/html; charset=utf-8',
    url: 'https://zaobian.example/t/88',
  });
}

const state = (doc: unknown): string =>
  `<div id="app"><a href="/">灶边论坛</a></div><script>window.__INITIAL_STATE__=${JSON.stringify({ user: null, doc })};(function(){run()})()</script>`;

describe('a page that is an empty shell without scripts', () => {
  it('gets the document that it holds as state', () => {
    const { document } = cleaned(
      state({ title: TITLE, content: HTML, publishTime: '2024-03-02 11:20:00', category: '腌制' }),
    );
    expect(document).toMatchObject({
      title: TITLE,
      text: BODY.join('\n'),
      publishedAt: '2024-03-02T11:20:00',
      category: ['腌制'],
      incomplete: [],
    });
    expect(document.quality.flags).toContain('text-from-data');
  });

  it('gets it from a JSON script, from JSON in a string, from percent escapes and from a data attribute', () => {
    const data = JSON.stringify({ props: { article: { title: TITLE, body: BODY.join('\n') } } });
    const attribute = data.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
    for (const body of [
      `<div id="__next"></div><script id="__NEXT_DATA__" type="application/json">${data}</script>`,
      `<script>var s = JSON.parse(${JSON.stringify(data)}); start(s);</script>`,
      `<script id="RENDER_DATA">${encodeURIComponent(data)}</script>`,
      `<div id="app" data-page="${attribute}"></div>`,
    ]) {
      expect(cleaned(body).document.text, body.slice(0, 60)).toBe(BODY.join('\n'));
    }
  });

  it('gets all posts of a thread, data inside data included', () => {
    const posts = [
      { username: '老方', cooked: HTML },
      { username: 'amei', cooked: `<p>${REPLY}</p>` },
    ];
    const topic = { title: TITLE, created_at: '2024-03-02T11:20:00Z', post_stream: { posts } };
    const held = JSON.stringify({ site: '{"name":"灶边"}', topic_88: JSON.stringify(topic) });
    const { document } = cleaned(`<div data-preloaded="${held.replaceAll('"', '&quot;')}"></div>`);
    expect(document.text).toBe([...BODY, REPLY].join('\n'));
    expect(document.author).toBe('老方');
  });

  it('prefers what its title names to a longer neighbour', () => {
    const doc = {
      title: TITLE,
      content: HTML,
      next: { title: '十种家常泡菜的做法', content: HTML.replaceAll('豆腐', '萝卜') + HTML },
    };
    expect(cleaned(state(doc)).document.text).toBe(BODY.join('\n'));
  });

  it('gets JSON-LD, unless that says that it is not free to read', () => {
    const ld = { '@type': 'Article', headline: TITLE, articleBody: BODY.join('\n') };
    const script = (value: object): string =>
      `<script type="application/ld+json">${JSON.stringify(value)}</script>`;
    expect(cleaned(script(ld)).document.text).toBe(BODY.join('\n'));
    const closed = cleaned(script({ ...ld, isAccessibleForFree: false }));
    expect(closed.document).toMatchObject({ text: '', incomplete: ['no-document'] });
  });
});

describe('what a page shows', () => {
  it('is not replaced by its data', () => {
    const shown = `<article><h1>${TITLE}</h1>${HTML}</article>`;
    const { document } = cleaned(
      shown + state({ title: TITLE, content: `${HTML}<p>${REPLY}</p>` }),
    );
    expect(document.text).toBe(BODY.join('\n'));
    expect(document.quality.flags).not.toContain('text-from-data');
  });

  it('stays a wall, whatever the data holds', () => {
    const wall = '<div class="login"><p>请先登录后查看全文</p><a href="/login">登录</a></div>';
    const { noDocument } = cleaned(wall + state({ title: TITLE, content: HTML }));
    expect(noDocument).toBe('login-wall');
  });

  it('is empty where the data are settings, teasers and code', () => {
    const doc = {
      messages: { help: BODY.join('') },
      related: [{ title: '别的', description: BODY[0] }],
      css: 'a{color:red} '.repeat(40),
      token: 'x'.repeat(500),
    };
    expect(cleaned(state(doc)).document).toMatchObject({ text: '', incomplete: ['no-document'] });
  });

  it('is empty where the data are broken or without end', () => {
    for (const data of [
      '{"doc":{"content":"<p>',
      '['.repeat(200_000),
      `{"a":${'['.repeat(9000)}`,
    ]) {
      expect(cleaned(`<script>var s = ${data}</script>`).document.text).toBe('');
    }
  });
});
