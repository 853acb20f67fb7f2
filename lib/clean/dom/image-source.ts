import type { PageElement } from './page-element.ts';

const LAZY = ['data-src', 'data-original', 'data-lazy-src', 'data-actualsrc', 'data-url'];
const FIRST_OF_SRCSET = /^\s*([^\s,]+)/;
/** Looks for the rarer end of the name first: every page has its pictures. */
const PLACEHOLDER =
  /\.(?:gif|png|svg)(?<=(?:blank|spacer|transparent|placeholder|loading|grey|1x1)\.[a-z]{3})/i;
const INLINE = /^data:/i;

/** Where the picture really is: pages that load lazily keep the address in another attribute. */
export function imageSource(image: PageElement): string | undefined {
  if (image.attribute('width') === '1' || image.attribute('height') === '1') return undefined;
  const src = image.attribute('src');
  if (src && !INLINE.test(src) && !PLACEHOLDER.test(src)) return src;
  for (const name of LAZY) {
    const value = image.attribute(name);
    if (value) return value;
  }
  const srcset = image.attribute('srcset') ?? image.attribute('data-srcset');
  return srcset === undefined ? undefined : FIRST_OF_SRCSET.exec(srcset)?.[1];
}
