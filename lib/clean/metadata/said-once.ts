const SHARES =
  /\s?分享[到至][:：]?(?:[\s、|/]?(?:微信|微博|QQ空间|QQ好友|QQ|朋友圈|豆瓣|人人网?|更多)){1,8}$/iu;
const SHORTEST = 4;

/** A title without the row of networks glued to it, once where its line says it twice. */
export function saidOnce(title: string): string {
  const bare = title.includes('分享') ? title.replace(SHARES, '') : title;
  const half = (bare.length - 1) / 2;
  if (half < SHORTEST || bare.charAt(half) !== ' ') return bare;
  const first = bare.slice(0, half);
  return first === bare.slice(half + 1) ? first : bare;
}
