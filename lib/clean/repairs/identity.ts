/** What a page says of the site whose software put marks into its text. */
export interface Identity {
  /** Host of the page; null if unknown. */
  readonly host: string | null;
  /** Other hosts that must be the site's: those its frame names, or that stand in the way again and again. */
  readonly hosts: readonly string[];
  /** What the frame of the page calls the site. */
  readonly names: readonly string[];
  /** What may be such a name: counts only where it is written apart. */
  readonly mastheads: readonly string[];
  /** Names that belong to a host of the site, words of the language too: they count beside an address and in brackets. */
  readonly bound: readonly string[];
  /** The short lines of the page that are not of the document. */
  readonly frame: readonly string[];
}
