import { leadName } from './site-word.ts';
import { VOTE } from './vote.ts';

/** A greeting and who greets. */
const WELCOME =
  /(?:欢迎|歡迎)(?:您|你|大家)?(?:光临|来到|访问|登录|訪問|來到|光臨)\s?[“"「【]?([^\s，,。.!！“”"」】:：]{2,20})|^(?:您好|你好)[,，]\s?(?:这里|這裡)是([^\s，,。!！]{2,20})|^([^\s，,。!！]{2,16}?)(?:热烈)?欢迎(?:您|你|各位)/u;
/** 发信站: 荷塘BBS (2003年05月14日…): the station of a bulletin board, in the head of each article. */
const STATION = /(?:发信站|發信站|轉信站|转信站)\s?[:：]\s?([^(（,，:：]{2,20}?)\s?[(（,，]/u;
/** 主办:某某县人民政府办公室 承办:…: whose office runs the site. */
const RUN_BY =
  /主[办辦](?:单位|單位)?\s?[:：]\s?(\p{Script=Han}{2,16}?(?:人民政府|管委会|管理委员会))(?:办公室|办公厅|信息中心)?(?=\s|$)/u;
/** What follows a name: its address. */
const OWN_ADDRESS = /^\s?[(（]?(?:https?:\/\/)?(?:www\.)?[\w-]{2,40}\.[a-z]{2,}/iu;
/** 下载某某铺APP 与百万人一起提问: the site's own, named after it. */
const OWN_APP =
  /^(?:点击)?(?:下载|下載|打开|打開|安装)\s?[“「]?((?!手机|官方|我们|本站|最新|电脑)\p{Script=Han}{2,8}?)[”」]?\s?(?:手机)?(?:APP|客户端)/iu;
/** 欢迎访问某某协会网站: the body's name, and the word for its site. */
const SITE_BEHIND =
  /^(.{3,}(?:协会|学会|公司|集团|校|小学|中学|大学|院|局|厅|委员会|中心|馆|社))(?:官方)?(?:网站|網站|官网|官網)$/u;

/** The body's name, of a name that ends with the word for its site. */
function withoutSiteWord(name: string): string {
  return SITE_BEHIND.exec(name)?.[1] ?? name;
}

/** Names that a line says are the site's, with what each is worth: a greeting, a station, its own address, its own app. */
export function statedSites(text: string): (readonly [string, number])[] {
  const names: [string, number][] = [];
  const station = STATION.exec(text)?.[1];
  if (station) names.push([station, VOTE.welcome]);
  const welcome = WELCOME.exec(text);
  const guest = welcome?.[1] ?? welcome?.[2] ?? welcome?.[3];
  if (guest) names.push([withoutSiteWord(guest), VOTE.welcome]);
  const owner = RUN_BY.exec(text)?.[1];
  if (owner) names.push([owner, VOTE.line]);
  const app = OWN_APP.exec(text)?.[1];
  if (app) names.push([app, VOTE.foot]);
  const lead = leadName(text);
  if (OWN_ADDRESS.test(text.slice(lead.length))) names.push([lead, VOTE.address]);
  return names;
}
