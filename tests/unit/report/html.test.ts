import { describe, expect, it } from 'vitest';
import { embeddedJson } from '#lib/report/html/embedded-json.ts';
import { html } from '#lib/report/html/html.ts';

const HOSTILE = '</script><img src=x onerror="alert(1)">\u2028\u2029<!--&\'"\ud800';

describe('html', () => {
  it('escapes what is interpolated, in content and in attributes', () => {
    expect(html`<p title="${HOSTILE}">${HOSTILE}</p>`.markup).not.toMatch(/<(?!p title=|\/p>)/);
    expect(html`<p title="${'"x'}">${'<b>'}</p>`.markup).toBe('<p title="&quot;x">&lt;b&gt;</p>');
  });

  it('takes other html and lists as markup, nothing for null, undefined and false', () => {
    const items = ['a', '<'].map((text) => html`<li>${text}</li>`);

    expect(html`<ul>${items}${null}${undefined}${false}${0}</ul>`.markup).toBe(
      '<ul><li>a</li><li>&lt;</li>0</ul>',
    );
  });
});

describe('embedded JSON', () => {
  it('holds no sign that ends a script element or a line, and reads back equal', () => {
    const text = embeddedJson({ title: HOSTILE });

    expect(text).not.toMatch(/[<>&\u2028\u2029]/);
    expect(JSON.parse(text)).toEqual({ title: HOSTILE });
  });
});
