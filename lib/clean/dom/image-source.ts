const LAZY = ['data-src', 'data-original', 'data-lazy-src', 'data-actualsrc', 'data-url'];
const FIRST_OF_SRCSET = /^\s*([^\s,]+)/;
const PLACEHOLDER =
  /^data:|(?:blank|spacer|transparent|placeholder|loading|grey|1x1)\.(?:gif|png|svg)/i;

/** Where the picture really is: pages that load lazily keep the address in another attribute. */
export function imageSource(attribs: Readonly<Record<string, string>>): string | undefined {
  if (attribs['width'] === '1' || attribs['height'] === '1') return undefined;
  const { src } = attribs;
  if (src && !PLACEHOLDER.test(src)) return src;
  for (const name of LAZY) {
    const value = attribs[name];
    if (value) return value;
  }
  const srcset = attribs['srcset'] ?? attribs['data-srcset'];
  return srcset === undefined ? undefined : FIRST_OF_SRCSET.exec(srcset)?.[1];
}
