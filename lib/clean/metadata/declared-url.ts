import type { PageFacts } from './page-facts.ts';
import type { Found } from './title.ts';

/**
 * What the page says its address is: rel=canonical, then og:url, then a line that asks to be credited with it.
 * Relative addresses are resolved against the page's; anything but http(s) is no address.
 */
export function declaredUrl(facts: PageFacts, line: string, url: string | null): Found | null {
  const candidates: Found[] = [
    { value: facts.canonical, origin: 'canonical' },
    { value: facts.metas.get('og:url')?.[0] ?? '', origin: 'og:url' },
    { value: line, origin: 'line' },
  ];
  for (const { value, origin } of candidates) {
    const address = absolute(value, facts.base, url);
    if (address) return { value: address, origin };
  }
  return null;
}

function absolute(value: string, base: string, url: string | null): string | null {
  const text = value.trim();
  if (text === '') return null;
  const parsed = URL.parse(text) ?? resolve(text, base, url);
  if (!parsed || (parsed.protocol !== 'http:' && parsed.protocol !== 'https:')) return null;
  if (parsed.username !== '' || parsed.password !== '' || parsed.hostname === '') return null;
  return URL.parse(text) ? text : parsed.href;
}

function resolve(text: string, base: string, url: string | null): URL | null {
  if (url === null) return null;
  const from = URL.parse(base, url) ?? URL.parse(url);
  return from && URL.parse(text, from.href);
}
