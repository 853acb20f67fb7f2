import type { PageFacts } from './page-facts.ts';

const ROBOTS_METAS = ['robots', 'googlebot', 'baiduspider', 'bingbot'];
const SEPARATOR = /[,;\s]+/;
const DIRECTIVE = /^(?:no[a-z]+|all|index|follow|none|max-[a-z-]+:-?\d+)$/;

/** The page's own robots directives, lower case, each once; none means noindex and nofollow. */
export function robotsDirectives(facts: PageFacts): string[] {
  const words = ROBOTS_METAS.flatMap((key) => facts.metas.get(key) ?? []).flatMap((content) =>
    content.toLowerCase().split(SEPARATOR),
  );
  const known = words
    .filter(
      (word) => DIRECTIVE.test(word) && word !== 'all' && word !== 'index' && word !== 'follow',
    )
    .flatMap((word) => (word === 'none' ? ['noindex', 'nofollow'] : [word]));
  return [...new Set(known)];
}
