import type { FetchItem } from '#lib/model/messages.ts';
import type { FetchRegister, PresenceRegister } from '#lib/model/row.ts';
import { endingOf } from './endings.ts';
import { type ArticleStart, fetchArticle, type TakenArticle } from './fetch-article.ts';
import type { HostVisit } from './host-visit.ts';
import { type EndedItem, ended, type HandedOnItem, type TakenPart } from './item-result.ts';

const NO_ARTICLE: TakenArticle = {
  parts: [],
  partEndings: [],
  partsMissing: false,
  anyNew: false,
  handedOn: false,
};

/** Whether what the present cleaning code makes of the previous payload is known already. */
export function isCleaned({ kind, previous }: FetchItem, { deps }: HostVisit): boolean {
  return kind === 'page' && previous?.cleaner === deps.cleanerVersion;
}

/** A page as the beginning of an article; most have but one. */
export interface FirstPage {
  readonly register: FetchRegister;
  /** Null if the payload is neither here nor stored. */
  readonly first: TakenPart | null;
  readonly article: ArticleStart;
  /** Why the first page needs no cleaning, if its further pages do not either. */
  readonly unchanged: 'not-modified' | 'same-payload' | null;
  /** The article begins before this page. */
  readonly lacksStart?: boolean;
}

/** From the first page to the whole article, and to its ending. */
export async function articleItem(
  item: FetchItem,
  visit: HostVisit,
  page: FirstPage,
): Promise<EndedItem | HandedOnItem> {
  const { register, first, unchanged } = page;
  const article =
    item.kind === 'page' && page.article.pages.length > 0
      ? await fetchArticle(page.article, visit)
      : NO_ARTICLE;
  if (article.handedOn) return { kind: 'handed-on', item };
  const { partEndings } = article;
  const partsMissing = article.partsMissing || (page.lacksStart ?? false);
  const isUnchanged = unchanged !== null && !article.anyNew && !partsMissing;
  if (first === null || (isUnchanged && isCleaned(item, visit))) {
    const facts = {
      state: 'unchanged',
      reason: unchanged ?? 'not-modified',
      detail: null,
    } as const;
    const ending = endingOf(
      item,
      { ...facts, register, presence: lifted(item, register) },
      visit.endings,
    );
    return { ...ended(item, ending), partEndings };
  }
  const ending = endingOf(
    item,
    {
      state: 'fetched',
      reason: 'http-200',
      detail: unchanged,
      register,
      presence: lifted(item, register),
    },
    visit.endings,
  );
  const exchange = 'exchange' in first.raw ? first.raw.exchange : null;
  return {
    kind: 'ended',
    item,
    ending: { ...ending, exchange },
    parts: [first, ...article.parts],
    partsMissing,
    partEndings,
    links: [],
  } satisfies EndedItem;
}

/** A page that was missing is back. */
function lifted({ previous }: FetchItem, register: FetchRegister): PresenceRegister | null {
  return previous?.missingSince ? { value: 'present', at: register.fetchedAt } : null;
}
