import type { CleanInput } from '#lib/model/cleaning.ts';
import { PermanentError } from '#lib/model/errors.ts';
import { type SiteReaderOptions, siteReader } from './site-reader.ts';

/**
 * One page (all pages of its article) as the fetch stage gets it, robots.txt and address rules
 * included, without keeping anything.
 * @throws PermanentError that names the state and reason if there is no page
 */
export async function fetchOne(
  url: string,
  options: SiteReaderOptions,
): Promise<readonly CleanInput[]> {
  const reader = siteReader(options);
  try {
    const { inputs, problem } = await reader.read(url, 'page');
    if (problem !== '') throw new PermanentError(problem);
    return inputs;
  } finally {
    await reader.close();
  }
}
