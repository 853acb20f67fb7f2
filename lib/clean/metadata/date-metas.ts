import type { PageFacts } from './page-facts.ts';

/** Metas of the publication, in order of trust. */
const PUBLISHED_METAS = [
  'article:published_time',
  'article:published',
  'og:published_time',
  'og:article:published_time',
  'datepublished',
  'pubdate',
  'publishdate',
  'publish_date',
  'publish-date',
  'publication_date',
  'parsely-pub-date',
  'sailthru.date',
  'dc.date.issued',
  'dcterms.issued',
  'dcterms.date',
  'dc.date.created',
  'dcterms.created',
  'dc.date',
  'dc.date.publication',
  'article_date_original',
  'cxenseparse:recs:publishtime',
  'citation_publication_date',
  'citation_online_date',
  'citation_date',
  'bt:pubdate',
  'apub:time',
  'article:create_at',
  'og:release_date',
  'release_date',
  'datecreated',
  'displaydate',
  'date',
  'timestamp',
  'uploaddate',
];

/** Metas of the last change, in order of trust. */
export const MODIFIED_METAS = [
  'article:modified_time',
  'og:updated_time',
  'datemodified',
  'lastmod',
  'dcterms.modified',
  'dc.date.modified',
  'last-modified',
];
const OWN_KEY =
  /(?:publi|issued|create|post|release).{0,12}(?:date|time|on)|(?:date|time).{0,12}(?:publi|issued|create|post)|^\w{1,12}[.:]date$/;
const CHANGE_KEY = /modif|updat|expir|unpubl|valid|review/;

/** The known keys in order of trust, then keys that say publication in their own words. */
export function publishedKeys(facts: PageFacts): string[] {
  const own = [...facts.metas.keys()].filter(
    (key) => OWN_KEY.test(key) && !CHANGE_KEY.test(key) && !PUBLISHED_METAS.includes(key),
  );
  return [...PUBLISHED_METAS, ...own];
}
