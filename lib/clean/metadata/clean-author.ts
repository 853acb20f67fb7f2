import { findDates } from './find-dates.ts';
import { fold, wordKey } from './fold.ts';
import { isSiteName, type SiteHints } from './strip-site.ts';

const LEAD =
  /^(?:(?:written|posted|published|submitted|reported|created|story|text|words|article|reviewed|review|started|asked) by|by|von|par|por|di|da|od|door|av|af|автор|text|texte|autor(?:in)?|auteur|autore|author|authors|verfasst von|geschrieben von|publié par|écrit par|publicado por|escrito por|(?:作者|作\s?者|撰文|撰稿|文字|文|记者|記者|通讯员|编剧|投稿人|投稿|发布人|发布者|楼主|来自))(?:\s?[:：/／|]\s?|\s+|$)/iu;
const HAN_LEAD = /^(?:本报|本刊|本网|特约)?(?:记者|記者|通讯员|撰稿人)\s?/u;
const TAIL =
  /\s*(?:[|•·–—/]|\s-\s|,\s(?=(?:staff|senior|chief|contributing|associate|special|editor|reporter|writer|correspondent|columnist|contributor|author|redakt|journalist|ph\.?d|md\b|m\.d|cnn|associated press|managing|news|freelance|guest|founder|ceo|director|professor)))/iu;
const TRAILING_WORDS =
  /\s+(?:on|am|le|el|·)\s*$|\s*(?:updated|published|posted|last modified|veröffentlicht|aktualisiert|min read|follow|view profile|view all posts|发表于|发布于|浏览|阅读|点击).*$/iu;
const BRACKETS = /\s?[(（[【][^)）\]】]{0,60}[)）\]】]/gu;
const JOINT = /\s*(?:;|；|、| & | and | und | et | y | und | e |,(?= ?\p{L}))\s*/u;
const ADDRESS = /https?:|www\.|@|\.(?:com|org|net|de|cn|html)\b|[<>{}=\\]/iu;
const NOBODY = new Set(
  [
    '网友 网络 佚名 未知 匿名 本站 原创 管理员 admin administrator anonymous unknown guest user editor editors root webmaster 互联网',
    'author authors none null undefined staff team redaktion test wordpress 小编 编辑 会员 不详 转载 本站原创 网友投稿 游客 author name byline',
    'theeditors newsdesk webteam superuser content contentteam marketing moderator siteadmin',
  ]
    .join(' ')
    .split(' '),
);
const MAX_NAMES = 12;
const MAX_NAME = 60;
const MAX_WORDS = 7;
const SENTENCE = /[.!?。！？]\s|[。！？]$/u;
const INITIAL = /\b\p{Lu}\.|(?:Dr|Mr|Mrs|Ms|Prof|St|Jr|Sr)\./gu;

/**
 * A byline as names: without By, 作者：, 文/, roles, brackets, dates and addresses; several names joined by ", ".
 * '' when nothing is left that could be a person, when it is the site's own name, and for nobody's names (佚名, admin).
 */
export function cleanAuthor(raw: string, hints: SiteHints): string {
  const names: string[] = [];
  for (const part of splitNames(raw)) {
    const name = cleanName(part);
    if (name === '' || !isPerson(name, hints)) continue;
    if (!names.some((one) => wordKey(one) === wordKey(name))) names.push(name);
  }
  return names.slice(0, MAX_NAMES).join(', ');
}

function splitNames(raw: string): string[] {
  let text = fold(raw.slice(0, 400));
  for (let turn = 0; turn < 3; turn += 1) text = text.replace(LEAD, '').trim();
  const date = findDates(text)[0];
  if (date) text = date.from > 2 ? text.slice(0, date.from) : '';
  return text.replace(BRACKETS, ' ').split(JOINT);
}

function cleanName(part: string): string {
  const lead = part.trim().replace(LEAD, '').replace(HAN_LEAD, '');
  const cut = lead.split(TAIL)[0] ?? '';
  return fold(cut.replace(TRAILING_WORDS, '').replace(/^[\s:：/,.-]+|[\s:：/,;|-]+$/gu, ''));
}

function isPerson(name: string, hints: SiteHints): boolean {
  const key = wordKey(name);
  if (key.length < 2 || name.length > MAX_NAME || NOBODY.has(key)) return false;
  if (name.split(' ').length > MAX_WORDS || ADDRESS.test(name)) return false;
  if (SENTENCE.test(name.replace(INITIAL, ''))) return false;
  if (/^\d+$/.test(key) || !/\p{L}/u.test(key)) return false;
  return !isSiteName(name, hints);
}
