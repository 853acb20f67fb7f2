import { findDates } from './find-dates.ts';
import type { Found } from './title.ts';

export const PUBLISHED_LABEL =
  /(?:发布|發布|發佈|发表|發表|刊登|上传|上傳|上载|上載|成文|印发|添加|录入)(?:时间|時間|日期|于|於)?|published|posted|publié|veröffentlich|erschienen|publicado|pubblicato|gepubliceerd|publicerad|publisert|udgivet|opublikowan|опубликован|投稿日|公開日|작성일|등록일|입력/iu;
/** Words that mean the publication only right before the date. */
const PLAIN_LABEL =
  /(?:^|[\s|·•【[(（])(?:时间|時間|日期|date|datum|fecha|data|日付|날짜|erstellt(?: am)?|created(?: on)?)\s?[:：]?\s?$/iu;
export const MODIFIED_LABEL =
  /更新|修改|修订|编辑于|updated?|modified|edited|revised|aktualisiert|geändert|bearbeitet|(?<!\p{L})stand(?!\p{L})|mis à jour|modifié|actualizado|aggiornato|bijgewerkt|uppdaterad|更新日|수정|обновлено/iu;
/** Dates that are not the document's: meetings, deadlines, joining a forum, copyright, when a source was read. */
export const OTHER_LABEL =
  /©|\(c\)|copyright|版权|引用日期|访问日期|检索日期|查阅日期|retrieved|accessed|abgerufen|consulté le|joined|registered|member since|mitglied seit|注册|有效期|截止|deadline|born|expires|valid/iu;
/** Words that lead to another article: its date is not this one's. */
export const NEIGHBOUR = /[上下前后後]一?[篇条條則则]|^(?:previous|next)\b/i;

/** Dates of a text that speak of its publication: by the label before each, or by having none. */
export function* textDates(
  text: string,
  origin: string,
  monthFirst: boolean,
  labelled: boolean,
): Generator<Found> {
  let from = 0;
  for (const { iso, from: at, to } of findDates(text, { monthFirst })) {
    const before = text.slice(Math.max(from, at - 40), at);
    from = to;
    if (iso.length < 10 || MODIFIED_LABEL.test(before) || OTHER_LABEL.test(before)) continue;
    if (NEIGHBOUR.test(before)) continue;
    const shortLine = text.length <= (labelled ? 260 : 120);
    if (shortLine && (!labelled || PUBLISHED_LABEL.test(before) || PLAIN_LABEL.test(before)))
      yield { value: iso, origin };
  }
}
