import type { Range } from '../repairs/mark-places.ts';
import { HOST, NAME } from './mask-site.ts';

/** Behind a clause writers put nothing in brackets but a sentence of their own, and the sentence goes on without it. */
const BRACKET = /(?<=[，。；！？,;!?])[（(【]([^（）()【】。\n]{4,40})[）)】](?=[\p{sc=Han}“《])/gu;
/** What is offered, and on what terms. */
const OFFER =
  /领取|领券|优惠券?|红包|限时|限量|直降|立减|满减|[再满]减?\d|包邮|同款|特价|半价|[一二三四五六七八九\d]折|前\d{2,4}名|首单|券后|秒杀|抢购|下单|团购|买一送一|旗舰店|商城|名额有限|免费试[听用读]/gu;
/** Whom it calls, whose it is. */
const CALL = new RegExp(`戳这里|戳此|点击|点此|点这里|扫码|长按|限时|[${NAME}${HOST}]{3}`, 'u');
const LEAST = 2;
/** [点此预约术后康复评定]: what the reader shall click, and nothing an office gives away for the clicking. */
const BUTTON =
  /(?<=[，。；！？,;!?])[（(【[〔](?:点此|点击(?:这里|此处|下方)?|点这里|戳这里|戳此|点我|在线|立即|马上)(?:免费|在线|立即)?(?:预约(?!入口|平台|系统|网址)|咨询|提问|问诊|挂号|测评|领取|试听|抢购|购买|下单|加盟)[^（()）【】[\]〔〕。，\n]{0,16}[）)】\]〕](?=[\p{sc=Han}“《])/gu;

/** （某某商城同款冰袋限时直降）: offers in brackets between two clauses, in a line that speaks of nothing else for sale. */
export function offers(text: string): Range[] {
  if (!OPENER.test(text)) return [];
  return [...buttons(text), ...brackets(text)];
}

function buttons(text: string): Range[] {
  return [...text.matchAll(BUTTON)].map(({ index, 0: whole }) => ({
    from: index,
    to: index + whole.length,
  }));
}

function brackets(text: string): Range[] {
  return [...text.matchAll(BRACKET)].flatMap(({ index, 0: whole, 1: said = '' }) => {
    if ((said.match(OFFER)?.length ?? 0) < LEAST || !CALL.test(said)) return [];
    const rest = text.slice(0, index) + text.slice(index + whole.length);
    return rest.search(OFFER) >= 0 ? [] : [{ from: index, to: index + whole.length }];
  });
}

const OPENER = /[，。；！？,;!?][（(【[〔]/u;
