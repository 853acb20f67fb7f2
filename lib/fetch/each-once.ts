import type { FetchItem } from '#lib/model/messages.ts';
import type { EndedItem, ItemResult } from './item-result.ts';

/** Where the items of a batch went: every canonical URL is in one of the two, once. */
export interface EachOnce {
  readonly ended: readonly EndedItem[];
  readonly handedOn: readonly FetchItem[];
}

/**
 * One end for every URL of a batch. A URL may have been met as an item and as a further page of an
 * article, or of two articles that name each other: an article comes before a page by itself, what
 * came first before what came later. A page that was left to an article which did not end here is
 * handed on.
 */
export function eachOnce(results: readonly ItemResult[]): EachOnce {
  const settled = new Set<string>();
  const isFirst = (canonicalUrl: string): boolean => {
    const isNew = !settled.has(canonicalUrl);
    settled.add(canonicalUrl);
    return isNew;
  };
  const all = results.filter((result): result is EndedItem => result.kind === 'ended');
  const articles = all.filter(({ partEndings }) => partEndings.length > 0);
  const pages = all.filter(({ partEndings }) => partEndings.length === 0);
  const ended = [...articles, ...pages].flatMap((result): EndedItem[] => {
    if (!isFirst(result.item.canonicalUrl)) return [];
    const partEndings = result.partEndings.filter((part) => isFirst(part.canonicalUrl));
    return [{ ...result, partEndings }];
  });
  const handedOn = results
    .filter(({ kind, item }) => kind !== 'ended' && isFirst(item.canonicalUrl))
    .map(({ item }) => item);
  return { ended, handedOn };
}
