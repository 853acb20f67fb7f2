import { type HeaderList, valuesOf } from '../header-values.ts';
import type { RobotsPolicy } from './match-robots.ts';

/** Directives whose own name ends in a colon, so that it is no crawler's name. */
const WITH_VALUE = new Set([
  'unavailable_after',
  'max-snippet',
  'max-image-preview',
  'max-video-preview',
]);
const AGENT = /^\s*([a-z0-9_-]+)\s*:/i;
const MAX_DIRECTIVES = 50;
/** What anybody means is said in less: a server must not blow up every row. */
const MAX_DIRECTIVE = 200;

/**
 * What is said about the use of a page, to everybody or to `token`: X-Robots-Tag directives in
 * lower case (`noindex`), then signals of its header and of robots.txt (`content-usage: train-ai=n`).
 */
export function robotsDirectives(
  headers: HeaderList,
  { token, policy }: { readonly token: string; readonly policy: Pick<RobotsPolicy, 'signals'> },
): string[] {
  const directives = valuesOf(headers, 'x-robots-tag').flatMap((value) => tagOf(value, token));
  const signals = ['content-signal', 'content-usage'].flatMap((name) =>
    valuesOf(headers, name).map((value) => `${name}: ${value.trim()}`),
  );
  const all = [...directives, ...signals, ...policy.signals];
  const cut = all.map((directive) => directive.slice(0, MAX_DIRECTIVE));
  return [...new Set(cut)].slice(0, MAX_DIRECTIVES);
}

/**
 * One header line: `noindex, nofollow`, or for one crawler `name: noindex`. The name holds until
 * the next one on the line.
 */
function tagOf(value: string, token: string): string[] {
  const found: string[] = [];
  let isMine = true;
  for (const piece of value.split(',')) {
    let directive = piece;
    const agent = AGENT.exec(piece)?.[1]?.toLowerCase();
    if (agent !== undefined && !WITH_VALUE.has(agent)) {
      isMine = agent === token.toLowerCase() || agent === 'robots';
      directive = piece.slice(piece.indexOf(':') + 1);
    }
    const text = directive.trim().toLowerCase();
    if (isMine && text !== '') found.push(text);
  }
  return found;
}
