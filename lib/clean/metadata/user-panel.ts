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
