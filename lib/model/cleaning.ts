import type { Document } from './document.ts';
import type { HostProfile } from './host-profile.ts';
import type { PageTraits } from './page-traits.ts';
import type { Removal, RepairEvent } from './removal.ts';
import type { SiteRules } from './source.ts';

/** All that cleaning may depend on: the same input gives the same result, always. */
export interface CleanInput {
  /** The payload as fetched, content encodings already undone. */
  readonly bytes: Uint8Array;
  /** The Content-Type header's value, null if there was none. */
  readonly contentType: string | null;
  /** Where the page was fetched, null for a file of unknown origin. */
  readonly url: string | null;
  /** What this page's host repeats on its pages; null: nothing is known yet; absent: do not learn from it. */
  readonly profile?: HostProfile | null;
  /** Selectors of the source definition, for the rare site that needs them. */
  readonly rules?: SiteRules | null;
}

/** Which charset the bytes were read in, and what decided it. */
export interface CharsetDecision {
  /** WHATWG name, lower case, such as gb18030 or utf-8. */
  readonly name: string;
  readonly from: 'bom' | 'http' | 'meta' | 'evidence' | 'default';
  /** What the page or the server claimed, null if nothing. */
  readonly declared: string | null;
  /** One sentence a person understands. */
  readonly why: string;
}

export interface CleanResult {
  readonly document: Document;
  /** Everything that was taken out, in page order. */
  readonly removals: readonly Removal[];
  /** Every place a repair changed. */
  readonly repairEvents: readonly RepairEvent[];
  readonly charset: CharsetDecision;
  /** Field of the document → where its value came from, such as json-ld, og:title, h1, line. */
  readonly origins: Readonly<Record<string, string>>;
  /** robots directives of the page's own meta tags: noindex, noarchive, nofollow. */
  readonly robots: readonly string[];
  /** Why the page holds no document, null if it does. Goes with `incomplete: ['no-document']`. */
  readonly noDocument: NoDocument | null;
  /** What a document's page adds to the profile of its host; null if it is not to be learned from. */
  readonly traits: PageTraits | null;
}

/** What a page without a document is instead. */
export type NoDocument = 'login-wall' | 'captcha' | 'soft-404' | 'list-page' | 'empty';
