/**
 * Which documents of a host a profile is counted from: at most so many, drawn at random, recent ones
 * rather than old ones. The draw depends on ids and times alone, so a sample is a function of the
 * set of its host's documents: merging samples is idempotent, commutative and associative.
 */
import { compareText } from '#lib/model/compare-text.ts';
import type { PackedTraits } from '#lib/model/page-traits.ts';

/** The content register of a URL, as far as profiles need it. */
export interface SampledPage {
  readonly id: string;
  /** With `cleaner` and `ulid` the version of the register. */
  readonly fetchedAt: string;
  readonly cleaner: number;
  readonly ulid: string;
  readonly textSha: string | null;
  readonly site: string | null;
  /** Null if the register is of no document: it is in the sample, but counts for nothing. */
  readonly traits: PackedTraits | null;
}

/** Documents of a host a profile is counted from: the share of a line in ten of a hundred is known to 0.02. */
export const SAMPLE_SIZE = 200;

/** A document fetched this much earlier is half as likely to be in the sample. */
const HALF_LIFE_MS = 90 * 86_400_000;

/**
 * Both together, each page by its latest register, cut down to `size`.
 * A register is only ever replaced by one of the same or a later fetch, so what falls out of a sample
 * of fewer pages is not in one of more.
 */
export function mergeSamples(
  a: readonly SampledPage[],
  b: readonly SampledPage[],
  size: number = SAMPLE_SIZE,
): SampledPage[] {
  const pages = new Map<string, SampledPage>();
  for (const page of [...a, ...b]) {
    const known = pages.get(page.id);
    if (known === undefined || compareVersions(known, page) < 0) pages.set(page.id, page);
  }
  return [...pages.values()]
    .map((page) => ({ page, rank: rankOf(page) }))
    .sort((x, y) => y.rank - x.rank || compareText(x.page.id, y.page.id))
    .slice(0, size)
    .map(({ page }) => page)
    .sort((x, y) => compareText(x.id, y.id));
}

/**
 * Weighted sampling without replacement, weights halving with age (Efraimidis and Spirakis 2006, in the
 * forward form of Cormode et al. 2009): the logarithm of the weight plus Gumbel noise. The noise is
 * drawn from the hash of the URL in the id, so a page has the same luck in every compaction.
 */
function rankOf({ id, fetchedAt }: SampledPage): number {
  const uniform = (Number.parseInt(id.slice(4, 16), 16) + 0.5) / 2 ** 48;
  return (Date.parse(fetchedAt) / HALF_LIFE_MS) * Math.LN2 - Math.log(-Math.log(uniform));
}

/** In the order in which content registers are merged. */
function compareVersions(a: SampledPage, b: SampledPage): number {
  return (
    compareText(a.fetchedAt, b.fetchedAt) || a.cleaner - b.cleaner || compareText(a.ulid, b.ulid)
  );
}
