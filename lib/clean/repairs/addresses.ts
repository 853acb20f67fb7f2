const ADDRESS =
  /(?:https?:\/\/)?(?:[a-z0-9-]{1,40}\.){1,4}(?:com|cn|net|org|cc|top|xyz|vip|info|site|club|wang|co|me|tv|la|example|test)(?![a-z0-9])(?:\/[\w./?=&%-]{0,60})?/gi;
const PROTOCOL = /^https?:\/\//i;
/** Authorities and schools send their readers to their address, they mark no texts with it. */
const OFFICIAL = /\.(?:gov|edu|mil)(?:\.[a-z]{2})?(?:\/|$)/i;

/** An address and where it stands in its text. */
export interface Address {
  readonly from: number;
  readonly to: number;
  readonly address: string;
}

/** The addresses of sites in a text whose full-width letters are folded; those of mail are none. */
export function addressesIn(text: string): Address[] {
  if (!text.includes('.')) return [];
  return [...text.matchAll(ADDRESS)]
    .filter(({ index }) => text.charAt(index - 1) !== '@')
    .map(({ index, 0: address }) => ({ from: index, to: index + address.length, address }));
}

/** Is it the address of an authority or a school? */
export function isOfficial(address: string): boolean {
  return OFFICIAL.test(address);
}

/** www.example.com of http://www.example.com/a/1.html. */
export function hostIn(address: string): string {
  return (address.replace(PROTOCOL, '').split('/')[0] ?? '').toLowerCase();
}

/** Is it the address of a whole site? */
export function isHome(address: string): boolean {
  const rest = address.replace(PROTOCOL, '');
  return !rest.includes('/') || rest.indexOf('/') === rest.length - 1;
}
