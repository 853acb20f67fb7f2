const SHARES =
  /\s?分享[到至][:：]?(?:[\s、|/]?(?:微信|微博|QQ空间|QQ好友|QQ|朋友圈|豆瓣|人人网?|更多)){1,8}$/iu;
const SHORTEST = 4;

/** A title without the row of networks glued to it, once where its line says it twice. */
export function saidOnce(title: string): string {
  const bare = title.includes('分享') ? title.replace(SHARES, '') : title;
  if (isGlued(bare)) return bare.slice(0, bare.length / 2);
  const half = (bare.length - 1) / 2;
  if (half < SHORTEST || bare.charAt(half) !== ' ') return bare;
  const first = bare.slice(0, half);
  return first === bare.slice(half + 1) ? first : bare;
}

/** 某某讲话某某讲话: two elements say it, and nothing stands between them. */
function isGlued(title: string): boolean {
  const half = title.length / 2;
  return half >= SHORTEST_GLUED && title.slice(0, half) === title.slice(half);
}

/** 好好学习好好学习 is a call. */
const SHORTEST_GLUED = 6;
