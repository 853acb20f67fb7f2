/** Something of a run that a person should look at. */
export interface Warning {
  readonly level: 'serious' | 'notice';
  readonly kind: 'yield' | 'template' | 'blocked' | 'short' | 'run' | 'failures';
  /** The host it is about; null: the whole run. */
  readonly host: string | null;
  /** What happened, in one sentence with its figures. */
  readonly title: string;
  /** What it was before, and why it matters. */
  readonly detail: string;
  /** What to do now. */
  readonly action: string;
  /** A command that helps, ready to copy. */
  readonly command: string | null;
  /** Which URLs of the list it is about. */
  readonly filter: string;
}

/** What a run is held against. */
export interface Baseline<T> {
  readonly now: T;
  /** Latest first. */
  readonly earlier: readonly T[];
}
