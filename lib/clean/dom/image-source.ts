const LAZY = ['data-src', 'data-original', 'data-lazy-src', 'data-actualsrc', 'data-url'];
const FIRST_OF_SRCSET = /^\s*([^\s,]+)/;
/** Looks for the rarer end of the name first: every page has its pictures. */
const PLACEHOLDER =
  /\.(?:gif|png|svg)(?<=(?:blank|spacer|transparent|placeholder|loading|grey|1x1)\.[a-z]{3})/i;
const INLINE = /^data:/i;

/** Where the picture really is: pages that load lazily keep the address in another attribute. */
export function imageSource(attribs: Readonly<Record<string, string>>): string | undefined {
  if (attribs['width'] === '1' || attribs['height'] === '1') return undefined;
  const { src } = attribs;
  if (src && !INLINE.test(src) && !PLACEHOLDER.test(src)) return src;
  for (const name of LAZY) {
    const value = attribs[name];
    if (value) return value;
  }
  const srcset = attribs['srcset'] ?? attribs['data-srcset'];
  return srcset === undefined ? undefined : FIRST_OF_SRCSET.exec(srcset)?.[1];
}
