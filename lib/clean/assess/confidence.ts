/** What selection and cleaning know about how clear the decision was. */
export interface ConfidenceFeatures {
  /** 0..1: how clear the selection's own decision was. */
  readonly selection: number;
  /** Characters of the text without white space. */
  readonly chars: number;
  /** Share of the kept characters that are link text. */
  readonly linkShare: number;
  /** Kept characters / characters of the page that a reader sees. */
  readonly keptShare: number;
  /** Share of lines that end in punctuation. */
  readonly linePunctuation: number;
  /** The page is a list, a shop, a forum: kinds on which extraction errs more. */
  readonly isArticle: boolean;
}

/** Weights of a logistic regression, fitted on annotated pages: "the text has a word F1 of at least 0.9". */
const WEIGHTS = {
  bias: -1.2,
  selection: 1.6,
  logChars: 0.35,
  linkShare: -2.2,
  keptShare: 0.3,
  linePunctuation: 1.2,
  isArticle: 0.6,
} as const;

/** Estimated probability that the text is right, 0..1; 0 for no text. */
export function confidenceOf(features: ConfidenceFeatures): number {
  if (features.chars === 0) return 0;
  const sum =
    WEIGHTS.bias +
    WEIGHTS.selection * features.selection +
    WEIGHTS.logChars * Math.log10(features.chars + 1) +
    WEIGHTS.linkShare * features.linkShare +
    WEIGHTS.keptShare * features.keptShare +
    WEIGHTS.linePunctuation * features.linePunctuation +
    WEIGHTS.isArticle * (features.isArticle ? 1 : 0);
  return 1 / (1 + Math.exp(-sum));
}
