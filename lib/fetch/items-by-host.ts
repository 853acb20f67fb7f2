import type { FetchItem } from '#lib/model/messages.ts';

const HTTP = /^https?:$/;
/** Letters, digits, hyphens: the URL Standard lets more through than any name server knows. */
const HOST = /^[a-z0-9.[\]:_-]{1,255}$/;

export interface ItemsByHost {
  /** Host, with its port if that is not the scheme's own, to its items in order. */
  readonly addressed: ReadonlyMap<string, readonly FetchItem[]>;
  /** Items that name no host we could ask. */
  readonly unaddressed: readonly FetchItem[];
}

/** Items by the host they are asked of; those that name none apart. */
export function itemsByHost(items: readonly FetchItem[]): ItemsByHost {
  const addressed = new Map<string, FetchItem[]>();
  const unaddressed: FetchItem[] = [];
  for (const item of items) {
    const host = hostToAsk(item.url);
    if (host === null) {
      unaddressed.push(item);
      continue;
    }
    const list = addressed.get(host) ?? [];
    addressed.set(host, list);
    list.push(item);
  }
  return { addressed, unaddressed };
}

/** Host and port of a URL; null if it is none we could ask, or remember. */
function hostToAsk(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const { protocol, host } = new URL(text);
  return HTTP.test(protocol) && HOST.test(host) ? host : null;
}
