/**
 * 本文来源:某某之路http://www.example.com with a sentence of the document glued to it. What the word behind the address
 * continues (…的报道, …上有) is somebody's sentence about a site.
 */
const GLUED =
  /(?:本文|文章)(?:来自于?|来源(?:于|自)?|转自|转载(?:自|于)|选自|摘自|引自|出自|首发于?) ?[:：]? ?[\p{Script=Han} ]{2,12}[(（]?(?:https?:\/\/|www\.)[\w./?=&-]{4,60}[)）]? ?(?:整理发布|收集整理|整理|提供|收集|首发|发布)?(?=[\p{Script=Han}“"])(?![的是在上中里等和与及有])/uy;

/** How long the claim is with which a site begins at `from`, if the document goes on right behind it; 0 if there is none. */
export function gluedSource(text: string, from: number): number {
  GLUED.lastIndex = from;
  return GLUED.exec(text)?.[0].length ?? 0;
}
