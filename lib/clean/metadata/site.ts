import { fold, likeness, wordKey } from './fold.ts';
import type { PageFacts } from './page-facts.ts';
import type { Found } from './title.ts';
import { titleParts } from './title-parts.ts';

const SITE_METAS = ['og:site_name', 'sitename', 'application-name', 'apple-mobile-web-app-title'];
const HOME_WORD =
  /^(?:首页|首頁|主页|主頁|网站首页|網站首頁|回首页|返回首页|home|homepage|startseite|accueil|inicio|index|start|zur startseite|hem|hjem|strona główna|главная|ホーム|トップ|홈)$/iu;
const MAX_SITE = 40;
const ADDRESS = /^(?:https?:\/\/)?[\w-]+(?:\.[\w-]+)+\/?$/;

/** Names the page states as its site's, before any title is known. */
export function siteNames(facts: PageFacts, published: string, line: string): string[] {
  const metas = SITE_METAS.flatMap((key) => facts.metas.get(key) ?? []);
  return [line, ...metas, published, ...facts.home]
    .map(fold)
    .filter((name) => name !== '' && name.length <= MAX_SITE && !isHomeWord(name));
}

/** The site's name. Order of trust: line rules, Open Graph, JSON-LD, the <title>'s last part beside the title. */
export function chooseSite(
  facts: PageFacts,
  published: string,
  line: string,
  title: string,
): Found | null {
  const stated: Found[] = [
    { value: line, origin: 'line' },
    { value: facts.account, origin: 'account' },
    ...SITE_METAS.slice(0, 2).flatMap((key) =>
      (facts.metas.get(key) ?? []).map((value) => ({ value, origin: key })),
    ),
    { value: published, origin: 'json-ld' },
  ];
  const named = stated
    .map(({ value, origin }) => ({ value: fold(value), origin }))
    .find(({ value }) => isName(value) && wordKey(value) !== wordKey(title));
  return named ?? fromHeadTitle(facts, title) ?? fromHome(facts, title);
}

/** The part of <title> that is not the document's title: last of several, first if the title is last. */
function fromHeadTitle(facts: PageFacts, title: string): Found | null {
  const parts = titleParts(fold(facts.headTitle)).map((part) => part.text);
  if (parts.length < 2 || title === '') return null;
  const others = parts.filter((part) => !partOf(part, title));
  const site = others.at(-1);
  if (!site || !isName(site) || others.length === parts.length) return null;
  return { value: site, origin: 'head-title' };
}

function partOf(part: string, title: string): boolean {
  return likeness(part, title) > 0.85 && wordKey(part).length <= wordKey(title).length * 1.5;
}

/** A link home whose text is a name that the page says more than once. */
function fromHome(facts: PageFacts, title: string): Found | null {
  const names = facts.home.map(fold).filter((name) => isName(name) && !partOf(name, title));
  const twice = names.find((name, at) => names.indexOf(name) < at);
  return twice ? { value: twice, origin: 'home-link' } : null;
}

function isName(text: string): boolean {
  return text.length > 1 && text.length <= MAX_SITE && !isHomeWord(text) && !ADDRESS.test(text);
}

/** A word for the front page in a breadcrumb, which names no site. */
export function isHomeWord(text: string): boolean {
  return HOME_WORD.test(text.trim());
}
