import type { CleanMessage, DiscoverMessage, FetchMessage } from './messages.ts';

/**
 * Messages that each fit into `maxBytes` of JSON, together the same work in the same order: a queue
 * refuses a longer one, and what it carries was named by servers. A single page that is longer than
 * that stays whole.
 */
export function splitFetch(message: FetchMessage, maxBytes: number): FetchMessage[] {
  return fitting(message, message.items.length, maxBytes, (from, to, half) => ({
    ...message,
    batch: `${message.batch}.${half}`,
    items: message.items.slice(from, to),
  })).flatMap((half) => (half === message ? [half] : splitFetch(half, maxBytes)));
}

export function splitClean(message: CleanMessage, maxBytes: number): CleanMessage[] {
  return fitting(message, message.pages.length, maxBytes, (from, to) => ({
    ...message,
    pages: message.pages.slice(from, to),
  })).flatMap((half) => (half === message ? [half] : splitClean(half, maxBytes)));
}

export function splitDiscover(message: DiscoverMessage, maxBytes: number): DiscoverMessage[] {
  const { links, pages, known, ...run } = message;
  const all = [...links.map((link) => ({ link })), ...pages.map((page) => ({ page }))];
  return fitting(message, all.length, maxBytes, (from, to, half) => {
    const some = all.slice(from, to);
    return {
      ...run,
      links: some.flatMap((one) => ('link' in one ? [one.link] : [])),
      pages: some.flatMap((one) => ('page' in one ? [one.page] : [])),
      ...(known && half === 1 ? { known } : {}),
    };
  }).flatMap((half) => (half === message ? [half] : splitDiscover(half, maxBytes)));
}

/** The message if it fits or cannot be halved, else its halves. */
function fitting<M>(
  message: M,
  length: number,
  maxBytes: number,
  part: (from: number, to: number, half: 0 | 1) => M,
): M[] {
  const middle = Math.ceil(length / 2);
  if (length < 2 || Buffer.byteLength(JSON.stringify(message)) <= maxBytes) return [message];
  return [part(0, middle, 0), part(middle, length, 1)];
}
