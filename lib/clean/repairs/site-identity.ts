/** What a page says of the site it is of, outside the document: its marks inside the text are told by it. */
export interface Identity {
  /** Host of the page; null if unknown. */
  readonly host: string | null;
  /** What the frame of the page calls the site. */
  readonly names: readonly string[];
  /** What may be such a name: counts only where it is written apart. */
  readonly mastheads: readonly string[];
}
