/**
 * Lines that others which are kept tell of: the clauses before the first one that is kept, answers among answers, an
 * example below the words that lead to it, the definition of an entry. Alone they read as a frame's to a model.
 */

const CLAUSE = /^第([一二三四五六七八九十]{1,3}|\d{1,2})条/u;
const CLAUSE_END = /[。；：;:]$/u;
const PART = /^(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|第[一二三四五六七八九十]{1,3}[章节])/u;
const ORDER = '一二三四五六七八九十';
/** More clauses are seldom lost at the start. */
const MOST_CLAUSES = 9;
/** Who speaks in questions and answers, in talks, in lessons. */
const SPEAKER = /^(问|答|Q|A|甲|乙|丙|师|生|男|女|记者|主持人|旁白)[：:]\s?\S/u;
const LEAST_SPOKEN = 3;
const LEAST_SPEAKERS = 2;
/** …，例如：首页 > 图书 > 童话 */
const EXAMPLE_BELOW = /(?:例如|比如|譬如|诸如|形如|写法是|写成|格式是|样子是)[：:]$/u;
/** 面包屑导航是…, 又称…: how an entry is defined. */
const DEFINES =
  /^(?:（[^）]{1,30}）|\([^)]{1,40}\))?[，,]?(?:是|为|指|即|又[名称]|也[叫称]|简称|俗称|别名)/u;
const SHORTEST_DEFINITION = 20;
const LONGEST_NAME = 16;
/** Contents and buttons between a definition and the first section. */
const MOST_BETWEEN = 16;
const SENTENCE_END = /。$/u;
/** 班会背景 above 班会目标 and 班会过程. */
const STEMMED = /^(\p{sc=Han}{2})\p{sc=Han}{2}[：:]?$/u;
const LEAST_STEMMED = 2;
/** 五、联系方式, 1.采购人信息: whom to ask, as a chapter of its own. */
const CONTACTS =
  /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.、．]) ?(?:联系(?:方式|办法|人)|咨询方式|(?:采购(?:人|单位|代理机构)|招标(?:人|代理机构)|代理机构|项目)(?:信息|联系方式|联系人))[：:]?$/u;
const CONTACT =
  /^(?:采购(?:人|单位|代理机构)|招标(?:人|代理机构)|代理机构|单位名称|(?:项目)?联系(?:人|方式|电话|地址)|名[\s\u3000]{0,4}称|地[\s\u3000]{0,4}址|电[\s\u3000]{0,4}话|传[\s\u3000]{0,4}真|邮[\s\u3000]{0,4}[编箱]|电子邮[箱件])[：:]\s?\S/u;

/** Keeps the lines that kept ones tell of. */
export function keepTold(texts: readonly string[], kept: boolean[]): void {
  if (!kept.includes(true)) return;
  keepFirstClauses(texts, kept);
  keepSpoken(texts, kept);
  keepExamples(texts, kept);
  keepDefinition(texts, kept);
  keepStemmed(texts, kept);
  keepContacts(texts, kept);
  keepCompany(texts, kept);
  keepMeeting(texts, kept);
  keepTunes(texts, kept);
}

/** 第一条 to 第三条 above, where 第四条 is the first that is kept, and nothing but their parts between. */
function keepFirstClauses(texts: readonly string[], kept: boolean[]): void {
  const first = kept.indexOf(true);
  const next = texts.findIndex((text, at) => at >= first && kept[at] && CLAUSE.test(text));
  let wanted = next < 0 ? 0 : clauseOf(texts[next] ?? '') - 1;
  if (wanted < 1 || wanted > MOST_CLAUSES) return;
  for (let at = next - 1; at >= 0; at -= 1) {
    const text = texts[at] ?? '';
    const isWanted = clauseOf(text) === wanted;
    if (!PART.test(text) && !(isWanted && CLAUSE_END.test(text))) return;
    if (isWanted) wanted -= 1;
    if (wanted === 0) {
      kept.fill(true, at, first);
      return;
    }
  }
}

/** The number of a clause up to 十, 0 for any other line. */
function clauseOf(text: string): number {
  const number = CLAUSE.exec(text)?.[1] ?? '';
  return number.length === 1 && ORDER.includes(number)
    ? ORDER.indexOf(number) + 1
    : Number(number) || 0;
}

/** What somebody says right below what stays, who is kept saying other things. */
function keepSpoken(texts: readonly string[], kept: boolean[]): void {
  const spoken = texts.flatMap((text, at) => (kept[at] ? (SPEAKER.exec(text)?.[1] ?? []) : []));
  const speakers = new Set(spoken);
  if (spoken.length < LEAST_SPOKEN || speakers.size < LEAST_SPEAKERS) return;
  for (let at = 1; at < texts.length; at += 1) {
    if (kept[at] || !kept[at - 1]) continue;
    if (speakers.has(SPEAKER.exec(texts[at] ?? '')?.[1] ?? '')) kept[at] = true;
  }
}

function keepExamples(texts: readonly string[], kept: boolean[]): void {
  for (let at = 1; at + 1 < texts.length; at += 1) {
    if (!kept[at] && kept[at - 1] && kept[at + 1] && EXAMPLE_BELOW.test(texts[at - 1] ?? ''))
      kept[at] = true;
  }
}

/** The paragraph above the contents that says what the line with the entry's name is. */
function keepDefinition(texts: readonly string[], kept: boolean[]): void {
  const first = kept.indexOf(true);
  for (let at = first - 1; at > 0 && at >= first - MOST_BETWEEN; at -= 1) {
    const text = texts[at] ?? '';
    if (text.length < SHORTEST_DEFINITION || !SENTENCE_END.test(text)) continue;
    const isNamed = texts
      .slice(0, at)
      .some(
        (name) =>
          name.length >= 2 &&
          name.length <= LONGEST_NAME &&
          text.startsWith(name) &&
          DEFINES.test(text.slice(name.length)),
      );
    if (isNamed) kept[at] = true;
  }
}

/** The first of the headings that begin alike. */
function keepStemmed(texts: readonly string[], kept: boolean[]): void {
  const at = kept.indexOf(true) - 1;
  const stem = STEMMED.exec(texts[at] ?? '')?.[1];
  if (stem === undefined || (texts[at + 1] ?? '').length < SHORTEST_DEFINITION) return;
  const others = texts.filter((text, index) => kept[index] && STEMMED.exec(text)?.[1] === stem);
  if (others.length >= LEAST_STEMMED) kept[at] = true;
}

/** Offices, addresses and telephones right below the chapter of a notice that is about them. */
function keepContacts(texts: readonly string[], kept: boolean[]): void {
  let isAsked = false;
  for (const [at, text] of texts.entries()) {
    const isHeading = CONTACTS.test(text);
    if (isHeading && kept[at]) isAsked = true;
    else if (isAsked && (isHeading || CONTACT.test(text))) kept[at] = true;
    else isAsked = false;
  }
}

/** 【生产企业】 of a leaflet, 企业名称：… of a form: whoever it is has an address and a telephone. */
const COMPANY =
  /^(?:【(?:生产|生產|委托|受托|进口|经营|上市许可)[^】]{0,8}】|(?:生产|委托|受托|注册|经营)?(?:企业|厂家|单位|公司)(?:名称|名)?[：:]\s?\S)/u;
const COMPANY_FIELD =
  /^(?:(?:生产|注册|公司|企业|办公|通讯|通信|联系)?(?:地址|电话|传真)(?:号码)?|邮政?编码?|网\s{0,4}址|电子邮[箱件])[：:]\s?\S{2,}/u;

function keepCompany(texts: readonly string[], kept: boolean[]): void {
  let isTold = false;
  for (const [at, text] of texts.entries()) {
    if (kept[at] && COMPANY.test(text)) isTold = true;
    else if (isTold && COMPANY_FIELD.test(text)) kept[at] = true;
    else isTold = false;
  }
}

/** 列席：…, 记录：…: what the head of minutes is made of, a field a line. */
const MEETING =
  /^(?:会议)?(?:时间|地点|主持(?:人|者)?|参会(?:人员|单位)?|参加(?:人员|单位)?|出席(?:人员)?|列席(?:人员|单位)?|缺席(?:人员)?|请假(?:人员)?|记录(?:人|员)?|应到(?:人数)?|实到(?:人数)?|议题|主题|名称)[：:]\s?\S/u;
const ATTENDED = /^(?:会议)?(?:主持|参会|参加|出席|列席|缺席|请假|记录|应到|实到)/u;

/** The fields above the first one that is kept: who was there is the document's, so is when and where. */
function keepMeeting(texts: readonly string[], kept: boolean[]): void {
  const first = kept.indexOf(true);
  const text = texts[first] ?? '';
  if (!MEETING.test(text) || !ATTENDED.test(text)) return;
  for (let at = first - 1; at >= 0 && MEETING.test(texts[at] ?? ''); at -= 1) kept[at] = true;
}

/** 浣溪沙·过旧校 above the first of several poems that are headed so. */
const TUNE = /^\p{sc=Han}{2,6}[·・•]\p{sc=Han}{1,12}$/u;
const LEAST_TUNES = 2;

function keepTunes(texts: readonly string[], kept: boolean[]): void {
  const at = kept.indexOf(true) - 1;
  if (!TUNE.test(texts[at] ?? '')) return;
  if (texts.filter((text, index) => kept[index] && TUNE.test(text)).length >= LEAST_TUNES)
    kept[at] = true;
}
