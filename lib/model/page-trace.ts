import type { RemovalReason, Repair } from './removal.ts';

/** A piece of a page as fetched, with what became of it. Pieces of a block, joined, are its text as fetched. */
export interface Piece {
  readonly text: string;
  /** What stands there in the document; absent if it is `text`. Of a removed piece: absent. */
  readonly now?: string;
  /** What changed it, with `now`. */
  readonly repairs?: readonly Repair[];
  /** Why it is not in the document, and the step that took it out. */
  readonly reason?: RemovalReason;
  readonly step?: string;
}

/** Kind and place of a block of text, enough to show it as what it is. */
export interface BlockShape {
  readonly kind:
    | 'heading'
    | 'paragraph'
    | 'list-item'
    | 'quote'
    | 'code'
    | 'table-row'
    | 'image'
    | 'rule';
  readonly level: number;
  readonly ordinal: number | null;
  readonly quoted: number;
  readonly group: number;
  readonly header: boolean;
}

/** A block of the page as fetched, in page order. Cells of a table row are parted by tabs. */
export interface TracedBlock extends BlockShape {
  /** Path in the page, or line:N of a text. */
  readonly where: string;
  readonly pieces: readonly Piece[];
  /** What images of the block say of themselves. */
  readonly images?: readonly string[];
  /** Why a block without text, such as an image, is not in the document. */
  readonly reason?: RemovalReason;
}

export interface TracedSpan {
  readonly text: string;
  readonly marks?: readonly string[];
  readonly href?: string;
  readonly image?: string;
}

/** A block of the document. */
export interface DocumentBlock extends BlockShape {
  readonly cells: readonly (readonly TracedSpan[])[];
  /** Index of the block of the page it begins with. */
  readonly from: number;
  /** What repairs changed; offsets in the text of the cells, parted by tabs. */
  readonly fixes: readonly Fix[];
}

export interface Fix {
  readonly from: number;
  readonly to: number;
  readonly was: string;
  readonly repairs: readonly Repair[];
}

/** One fetched page beside what of it is in the document. */
export interface PageTrace {
  readonly before: readonly TracedBlock[];
  readonly after: readonly DocumentBlock[];
  /** The page's own structure as harmless HTML, removed elements marked; null for text. */
  readonly html: string | null;
}
