import type { RemovalReason } from '#lib/model/removal.ts';
import type { PageFeatures } from './page-features.ts';

/** Who signs a notice. */
const OFFICE =
  /^\p{Script=Han}{2,26}(?:[局厅廳委署院部处處科校会會社所馆館站]|中心|政府|公司|办公室|辦公室|领导小组|學院|大學|小組|支队|大队|公所)$/u;
const DATE =
  /^(?:[\dXx○〇零一二三四五六七八九十]{2,4}年|中華民國.{2,4}年)[\dXx一二三四五六七八九十]{1,3}月[\dXx一二三四五六七八九十]{1,3}[日号]$/u;

/** Keeps the office between the text and the date it is signed with: set apart, to a model it is the owner of the site. */
export function keepSignedOffices(
  { measures }: PageFeatures,
  chosen: readonly boolean[],
  fixed: readonly (RemovalReason | null)[],
): boolean[] {
  const textAt = (index: number): string => measures[index]?.text ?? '';
  return chosen.map((is, index) => {
    if (is || fixed[index] || !chosen[index + 1] || !chosen[index - 1]) return is;
    const { links = 0 } = measures[index] ?? {};
    return links === 0 && DATE.test(textAt(index + 1).trim()) && OFFICE.test(textAt(index).trim());
  });
}
