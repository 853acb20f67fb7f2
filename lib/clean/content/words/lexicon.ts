import { ID_BITS } from './word-ids.ts';

/** What was learned of single words: how much each speaks for (> 0) or against a block. */
export interface Lexicon {
  /** Weight by id of `wordIds`. */
  readonly words: Float32Array;
  /** Weight by id of `tagIds` and `attributeIds`, plain and ranged. */
  readonly names: Float32Array;
  /** Added to the two scores. */
  readonly bias: number;
}

/** The lexicon as the model file has it: one signed byte a weight, base64. */
export interface StoredLexicon {
  readonly words: string;
  /** Absent where there are no names: a lexicon for extracted text. */
  readonly names?: string;
  /** What one step of a byte stands for. */
  readonly step: number;
  readonly bias: number;
}

/** @throws RangeError if a table has another size than ids need: a model of another version. */
export function readLexicon({ words, names, step, bias }: StoredLexicon): Lexicon {
  const none = new Float32Array(1 << ID_BITS);
  return {
    words: readWeights(words, step),
    names: names === undefined ? none : readWeights(names, step),
    bias,
  };
}

/** A loop, not `Float32Array.from`: reading the models is a good part of a cold start. */
function readWeights(text: string, step: number): Float32Array {
  const bytes = new Int8Array(Buffer.from(text, 'base64'));
  if (bytes.length !== 1 << ID_BITS) throw new RangeError(`${bytes.length} weights in a lexicon`);
  const weights = new Float32Array(bytes.length);
  for (let id = 0; id < weights.length; id += 1) {
    weights[id] = (bytes[id] ?? 0) * step;
  }
  return weights;
}
