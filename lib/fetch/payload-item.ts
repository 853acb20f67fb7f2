import type { FetchItem } from '#lib/model/messages.ts';
import { articleItem } from './article-item.ts';
import type { ArticleStart } from './fetch-article.ts';
import { payloadRegister } from './fetch-register.ts';
import { furtherPages, type HostVisit } from './host-visit.ts';
import { type EndedItem, type HandedOnItem, newPart } from './item-result.ts';
import { robotsDirectives } from './robots/robots-directives.ts';
import type { TakenPayload } from './take-url.ts';

interface PayloadFacts {
  /** Further pages that were fetched before it. */
  readonly have?: ArticleStart['have'];
  /** It is a later page of an article whose first could not be had. */
  readonly lacksStart?: boolean;
}

/** A page whose payload has come, with the further pages of its article. */
export async function payloadItem(
  item: FetchItem,
  { answer, digest }: TakenPayload,
  visit: HostVisit,
  { have, lacksStart = false }: PayloadFacts = {},
): Promise<EndedItem | HandedOnItem> {
  const { previous } = item;
  const robots = robotsDirectives(answer.headers, visit);
  const first = newPart(item.canonicalUrl, answer, { digest, robots });
  const isSame = previous !== null && previous.payloadDigest === digest;
  const register = payloadRegister(previous, answer, { digest, robots });
  const pages = item.kind === 'page' ? furtherPages(visit, answer.payload, first) : [];
  return await articleItem(item, visit, {
    register,
    first,
    article: { item, pages, digest, url: answer.url, ...(have ? { have } : {}) },
    unchanged: isSame ? 'same-payload' : null,
    lacksStart,
  });
}
