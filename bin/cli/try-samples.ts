import { cleanArticle } from '#lib/clean/clean-article.ts';
import type { CleanResult } from '#lib/model/cleaning.ts';
import type { UrlShape } from '#lib/source/url-shapes.ts';
import type { SiteReader } from './site-reader.ts';

const WANTED_SAMPLES = 5;
const TRIED_PER_SHAPE = 7;
const MAX_SHAPES = 4;
/** Listings that are enough to say that a shape is one of listings. */
const ENOUGH_LISTS = 2;

/** Says what is done next. */
export type OnStep = (text: string) => void;

export interface Sample {
  readonly url: string;
  readonly result: CleanResult;
}

export interface Tried {
  readonly shape: UrlShape | null;
  readonly samples: readonly Sample[];
  /** Pages that turned out to list others, with the shape of their addresses. */
  readonly lists: readonly { readonly url: string; readonly shape: UrlShape }[];
}

/** Pages of the most frequent shapes, until one of them gives documents. */
export async function trySamples(
  reader: SiteReader,
  shapes: readonly UrlShape[],
  onStep: OnStep,
  notes: string[],
): Promise<Tried> {
  let best: Pick<Tried, 'shape' | 'samples'> = { shape: null, samples: [] };
  const lists: Tried['lists'][number][] = [];
  for (const shape of shapes.slice(0, MAX_SHAPES)) {
    const tried = await tryShape(reader, shape, onStep, notes);
    lists.push(...tried.lists.map((url) => ({ url, shape })));
    if (tried.samples.length > best.samples.length) best = { shape, samples: tried.samples };
    if (best.samples.length >= WANTED_SAMPLES - 1) break;
  }
  return { ...best, lists };
}

async function tryShape(
  reader: SiteReader,
  shape: UrlShape,
  onStep: OnStep,
  notes: string[],
): Promise<{ samples: Sample[]; lists: string[] }> {
  const samples: Sample[] = [];
  const lists: string[] = [];
  for (const url of shape.urls.slice(0, TRIED_PER_SHAPE)) {
    if (samples.length === WANTED_SAMPLES || lists.length === ENOUGH_LISTS) break;
    onStep(`trying ${url}`);
    const { inputs, problem } = await reader.read(url, 'page');
    if (inputs.length === 0) {
      notes.push(problem);
      continue;
    }
    const result = cleanArticle(inputs);
    if (result.noDocument === null) samples.push({ url, result });
    else if (result.noDocument === 'list-page') lists.push(url);
  }
  return { samples, lists };
}
