import { PageElement } from '../dom/page-element.ts';
import { textOf } from './text-of.ts';

/** Links such as /, /index.html and https://host/. */
const HOME_LINK = /^(?:https?:)?(?:\/\/([^/?#]+))?\/?(?:index\.\w{1,5})?$/iu;
const LONGEST = 80;
const LONGEST_NAME = 60;
/** www.example.cn and m.example.cn are example.cn. */
const ENTRANCE = /^(?:www\d?|m|wap|3g|mobile)\./u;
const PORT = /:\d{1,5}$/u;
/** Under these everybody has a name of their own: gov.cn is not above city.gov.cn. */
const SHARED_SUFFIX = /^(?:com|net|org|gov|edu|ac|co|or|ne|go|\p{L}{2})\.\p{L}{2}$|^[^.]*$/u;

/**
 * Whether a link leads to the front page of the page's site: its own host or the one its host is a part of. Portals link to
 * the front pages of their channels and partners in the same way; those do not count where the page's host is known.
 */
export function leadsHome(href: string | undefined, host: string): boolean {
  if (href === undefined || href === '' || href.length >= LONGEST) return false;
  const match = HOME_LINK.exec(href.trim());
  if (!match) return false;
  if (match[1] === undefined || host === '') return true;
  const target = bareHost(match[1]);
  const own = bareHost(host);
  return own === target || (own.endsWith(`.${target}`) && !SHARED_SUFFIX.test(target));
}

const bareHost = (host: string): string =>
  host.toLowerCase().replace(PORT, '').replace(ENTRANCE, '');

/** What such a link is called: its text or title, and the names of pictures in it. */
export function homeNames(element: PageElement): string[] {
  const text = textOf(element, LONGEST_NAME) || (element.attribute('title') ?? '');
  const alts = element.children.map((child) =>
    child instanceof PageElement && child.name === 'img'
      ? (child.attribute('alt')?.trim() ?? '')
      : '',
  );
  return [text, ...alts].filter((name) => name !== '');
}
