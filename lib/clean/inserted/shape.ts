/** How an insertion looks in a text in which names and addresses of the site are masked. */
export interface Shape {
  readonly pattern: string;
  /** `proof`: also authors write so; only on a page that has proved that it puts such things into sentences. */
  readonly least?: 'proof';
}

export interface Compiled {
  readonly pattern: RegExp;
  readonly needsProof: boolean;
}

/** Where a clause or a line begins. */
export const CLAUSE = '(?<=^|[，。；！？：、”）,;!?:）)…])';

/** The word for a site behind its name; 某某网站到…, 站在… are what somebody did. */
export const SITE_WORD =
  '(?:网(?:站(?![到在着起立了住上岗稳成满直定]))?|站(?![到在着起立了住上岗稳成满直定]))?';

/** The shapes as expressions that find all of their places. */
export function compiled(shapes: readonly Shape[]): Compiled[] {
  return shapes.map(({ pattern, least }) => ({
    pattern: new RegExp(pattern, 'giu'),
    needsProof: least === 'proof',
  }));
}
