import { Text } from 'domhandler';
import { PageElement } from './page-element.ts';

const FLOATS = /(?:^|[;\s])float\s*:\s*(?:left|right)/i;
const MORE = /[\p{L}\p{N}]/u;

/** Whether a box floats beside the text it stands in: text goes on right behind it. */
export function floatsInText(element: PageElement): boolean {
  const { next } = element;
  if (!(next instanceof Text)) return false;
  const style = element.attribute('style');
  return style !== undefined && FLOATS.test(style) && MORE.test(next.data);
}

/** Whether such a box ended the paragraph, as every <div> does: what its writer meant goes on behind the box. */
export function goesOnBehindBox({ name, next }: PageElement): boolean {
  return name === 'p' && next instanceof PageElement && floatsInText(next);
}
