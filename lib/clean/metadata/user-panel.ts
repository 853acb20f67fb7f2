/** What a forum says of a member beside the name: level, counts, the day of registration, buttons. */
const FIELD =
  /^(?:lv\.?\s?\d{1,3}|等级\S{0,8}|(?:帖子|主题|回帖|精华|积分|威望|经验|粉丝|贡献|听众|\p{Script=Han}{1,2}[币豆])[:：]?\d[\d,.万]*|注册(?:时间)?[:：]?(?:19|20)\d\d[-/.年]\S{1,8}|私信|(?:\+ ?)?(?:加)?关注|发消息|加好友|(?:当前)?[在离]线)$/iu;
const LEAST = 2;
const MOST = 10;
const LONGEST = 90;
const BLANKS = /\s{1,4}/u;

/** The name that a forum's card of a member begins with: 柴火 LV7 帖子1882 注册2008-3-1 私信; null if the line is none. */
export function panelName(text: string): string | null {
  if (text.length > LONGEST) return null;
  const [name = '', ...words] = text.split(BLANKS);
  if (words.length > MOST || FIELD.test(name)) return null;
  return words.filter((word) => FIELD.test(word)).length >= LEAST ? name : null;
}

/** The same, a field a line: 级别: 骑士, 精华: 2. */
const FIELD_LINE =
  /^(?:UID|头衔|称号|等级|级别|身份|精华|发帖|帖子|主题|文章|威望|积分|金钱|金币|银币|财富|魅力|经验|贡献值?|好评度|门派|来自|注册(?:时间|日期)?|最后登[录陆]|在线(?:时间|时长)?)\s?[:：]/iu;

/** The name above the last such lines, as old boards have them beside the post; null if nobody's. */
export function panelAbove(
  lines: readonly string[],
  isName: (text: string) => boolean,
): string | null {
  for (let at = lines.length - LEAST - 1; at >= 0; at -= 1) {
    const fields = lines.slice(at + 1, at + 1 + LEAST);
    const name = lines[at] ?? '';
    if (fields.every((text) => FIELD_LINE.test(text)) && isName(name)) return name;
  }
  return null;
}

/** Head of a thread's first post. */
const FLOOR =
  /^(?:第?\s?1\s?(?:#|楼|樓|层)|楼主|樓主|[1１]\s?#)|^发表于|^發表於|(?:^|\s)楼主(?:\s|$)|楼主\s?发表于/u;
/** A line of the first post's own that stands on the text's element. */
const POSTED = /^第?\s?1\s?(?:#|楼|樓|层)\s.{0,4}(?:发表|發表|发布|回复)于?\s?\d/u;

/** Whether a line opens a thread; of the text's own lines only one that says floor and day. */
export function opensThread({
  text,
  kept,
}: {
  readonly text: string;
  readonly kept: boolean;
}): boolean {
  return FLOOR.test(text) && (!kept || POSTED.test(text));
}
