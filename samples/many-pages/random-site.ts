import type { Kind, Line } from './documents.ts';
import { WRITERS } from './documents.ts';
import { type Choice, randomChoice } from './random-choice.ts';
import type { Page, SiteKind } from './site-kinds.ts';

const FIRST =
  '檐下|灯影|麦垛|渡口|砚台|竹篮|瓦罐|秋千|石磨|芦苇|风铃|纸船|井台|柴门|藤椅|雁阵|炉火|谷仓|月台|棉被'.split(
    '|',
  );
const SECOND =
  '等你回来|不曾走远|替你记着|轻轻合上|慢慢长大|各自安好|正好入眠|还有余温|向南飘去|数着星星|装满雨声|停在肩头'.split(
    '|',
  );
const CLASS =
  'zw nr wz con box art main txt body detail cont view neirong zhengwen wenzhang page entry post'.split(
    ' ',
  );
const MARK = 'tip say wm tj gg ts bz sm yy dk zj hz kp mn qt'.split(' ');

type Wrap = (text: string) => string;

/** How a site writes a line of each kind, and what it adds where; chosen once a site. */
interface Style {
  readonly line: (line: Line) => string;
  readonly wrap: Wrap;
  readonly joint: string;
  readonly body: string;
}

/**
 * A site whose structure, class names, words and documents are drawn from the seed. The site's words have
 * nothing in common with what any rule knows.
 */
export function randomSite(seed: number): SiteKind {
  const choice = randomChoice(seed * 7919 + 13);
  const name = `${choice.of(FIRST)}${choice.of(['小札', '抄本', '拾遗', '别集', '手账'])}`;
  const slogan = (): string =>
    `${choice.of(FIRST)}${choice.of(SECOND)}，${choice.of(FIRST)}${choice.of(SECOND)}`;
  const remark = (): string => `${slogan()}，${slogan()}；${name}与${slogan()}。`;
  const short = (): string => `${choice.of(FIRST)}${choice.of(SECOND)}`;
  const templates = choice.chance(0.3) ? 2 : 1;
  const renderers = Array.from({ length: templates }, () =>
    template(choice, { name, slogan, remark, short }),
  );
  const kinds = choice.some(Object.keys(WRITERS) as Kind[], 1 + choice.int(3));
  return {
    host: `www.site-${seed}.example`,
    name,
    shows: `drawn from seed ${seed}`,
    publishes: kinds,
    contentType: 'text/html; charset=utf-8',
    render: (page) => renderers[page.number % templates]?.(page) ?? '',
  };
}

interface Words {
  readonly name: string;
  readonly slogan: () => string;
  readonly remark: () => string;
  readonly short: () => string;
}

function template(choice: Choice, words: Words): (page: Page) => string {
  const style = styleOf(choice);
  const above = maybe(choice, () =>
    wrapped(
      choice,
      style,
      choice.chance(0.5) ? `${words.short()}#次，${words.short()}` : words.remark(),
    ),
  );
  const below = Array.from({ length: 1 + choice.int(4) }, () =>
    wrapped(choice, style, choice.chance(0.3) ? words.remark() : words.slogan()),
  );
  const hasBelow = choice.chance(0.8);
  const mark = maybe(choice, () =>
    wrapped(
      choice,
      style,
      choice.of([`∷${words.name}∷`, words.name, words.short(), words.slogan()]),
    ),
  );
  const often = choice.chance(0.5);
  const boxClass = choice.of(MARK);
  const label = words.short();
  const button = words.short();
  const prompt = maybe(
    choice,
    () => (number: number) =>
      `<div class="${boxClass}"><p>${label}</p><p><a href="/f/${number}">${button}（${number % 90}KB）</a></p></div>`,
  );
  const listClass = choice.of(MARK);
  const listLabel = words.short();
  const list = maybe(
    choice,
    () => (titles: readonly string[]) =>
      `<div class="${listClass}"><p><b>${listLabel}</b></p><ul>${titles.map((title, at) => `<li><a href="/l/${at}">${title}</a></li>`).join('')}</ul></div>`,
  );
  const menu = Array.from(
    { length: 6 },
    () => `<li><a href="/c/">${choice.of(FIRST)}</a></li>`,
  ).join('');
  const isListInside = choice.chance(0.6);

  return ({ written, others, number, choice: own }) => {
    const lines = written.lines.map(style.line);
    const digits = (text: string): string => text.replace('#', String(3 + own.int(4000)));
    const body = lines.flatMap((line, at) => {
      const added = [line];
      if (mark && (often ? at % 3 === 1 : at === 1 + (number % Math.max(1, lines.length - 1))))
        added.push(mark);
      if (prompt && at === Math.floor(lines.length / 2)) added.push(prompt(number));
      return added;
    });
    if (above) body.unshift(digits(above));
    if (hasBelow) body.push(own.of(below));
    const listed = list?.(others.slice(0, 6)) ?? '';
    const inside = isListInside ? listed : '';
    const outside = isListInside ? '' : listed;
    return `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${written.title}_${words.name}</title></head><body>
<div class="top"><a href="/">${words.name}</a><ul class="nav">${menu}</ul></div>
<div class="${style.body}"><h1>${written.title}</h1>${style.wrap(body.join(style.joint) + inside)}${outside}</div>
<div class="bottom"><p>Copyright ${words.name} 版权所有</p></div></body></html>`;
  };
}

function maybe<T>(choice: Choice, make: () => T): T | null {
  const made = make();
  return choice.chance(0.6) ? made : null;
}

/** A line of the site: like a paragraph, in a class of its own, or in a box. */
function wrapped(choice: Choice, { joint }: Style, text: string): string {
  if (joint !== '\n') return text;
  const name = choice.of(MARK);
  return choice.of([
    `<p>${text}</p>`,
    `<p class="${name}">${text}</p>`,
    `<div class="${name}">${text}</div>`,
    `<div class="${name}"><p>${text}</p></div>`,
  ]);
}

function styleOf(choice: Choice): Style {
  const [outer, inner, body] = choice.some(CLASS, 3);
  const wrap: Wrap = choice.of([
    (text) => `<div class="${inner}">${text}</div>`,
    (text) => `<div class="${outer}"><div class="${inner}">${text}</div></div>`,
    (text) => `<table><tr><td class="${inner}">${text}</td></tr></table>`,
  ]);
  const rest = { wrap, body: body ?? 'con' };
  if (choice.chance(0.25)) {
    return { ...rest, joint: '<br>\n', line: ({ text }) => `　　${text}` };
  }
  const heading = choice.of<Wrap>([
    (text) => `<h2>${text}</h2>`,
    (text) => `<h3>${text}</h3>`,
    (text) => `<p><strong>${text}</strong></p>`,
    (text) => `<p class="bt">${text}</p>`,
    (text) => `<div class="hd">${text}</div>`,
    (text) => `<div class="sec"><div class="hd"><span>${text}</span></div></div>`,
  ]);
  const item = choice.of<Wrap>([(text) => `<p>${text}</p>`, (text) => `<ul><li>${text}</li></ul>`]);
  const paragraph = choice.of<Wrap>([
    (text) => `<p>${text}</p>`,
    (text) => `<p class="zw-p">${text}</p>`,
    (text) => `<div>${text}</div>`,
  ]);
  const write = { heading, item, paragraph };
  return { ...rest, joint: '\n', line: ({ is, text }) => write[is](text) };
}
