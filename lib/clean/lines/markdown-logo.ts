/** A logo stands at the top, with a name. */
const IMAGE = /^\[?!\[([^[\]]{1,20})\]\(([^\s()]{1,300})/u;
const LOGO = /logo/iu;
const HOME = /\]\((?:https?:\/\/[^/\s()]{1,100})?\/?(?:index\.\w{2,5})?\)$/u;

/** The name a line says that is only the site's logo: its reader sees it as words. Null for other lines and images. */
export function logoName(text: string): string | null {
  if (!text.endsWith(')')) return null;
  const [, name = '', address = ''] = IMAGE.exec(text) ?? [];
  if (name === '') return null;
  return LOGO.test(address) || (text.startsWith('[') && HOME.test(text)) ? name : null;
}
