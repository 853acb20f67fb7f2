import type { RemovalReason } from '#lib/model/removal.ts';
import type { Edit } from '../block.ts';

/** 本帖最后由 某某 于 2012-3-28 08:10 编辑, in brackets or not. */
const NOTE =
  /[[【（(]? ?(?:本帖|此帖|该帖|本贴|此贴|本文|本主题)(?:最后|最後)由 ?[^。！？，；\n]{1,30}? ?[于於] ?(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?: \d{1,2}:\d\d(?::\d\d)?)? ?(?:编辑|編輯|修改)(?: ?[\]】）)])? ?/gu;

/** Where the software of a forum wrote into a paragraph who edited it and when: the rest of the line is the post's. */
export function editNotes(text: string): (Edit & { readonly reason: RemovalReason })[] {
  if (!text.includes('最后由') && !text.includes('最後由')) return [];
  return [...text.matchAll(NOTE)].map(({ index, 0: note }) => ({
    from: index,
    to: index + note.length,
    insert: '',
    reason: 'metadata',
  }));
}
