/**
 * What a short line says it is, in the languages of the web's larger parts. Each pattern is tried
 * on lower-case lines without their bullet, of at most MAX_LINE characters, so no pattern can take long.
 */
const MAX_LINE = 160;

export const TEXT_CATEGORIES = [
  'related',
  'comments',
  'share',
  'subscribe',
  'copyright',
  'login',
  'more',
  'date',
  'byline',
  'site',
  'advertisement',
  'price',
  'cart',
  'cookie',
  'pager',
  'tags',
  'caption',
  'skip',
  'breadcrumb',
  'counts',
  'disclaimer',
  'editor',
] as const;

export type TextCategory = (typeof TEXT_CATEGORIES)[number];

const PATTERNS: Readonly<Record<TextCategory, RegExp>> = {
  related:
    /^(?:related|recommended|see also|read (?:also|next|more|this)|more (?:from|on|in|stories|news|articles|posts|by|about)|you (?:may|might|will)|(?:most|top) (?:read|popular|viewed|stories|commented|shared)|popular|trending|latest|recent|similar|other (?:articles|news|posts|stories)|don['’]t miss|up next|what to read|in other news|also (?:read|on|in)|people also|customers also|frequently bought|next (?:article|post|story)|previous (?:article|post|story)|editor['’]?s?['’]? picks?|further reading|das könnte|auch interessant|mehr (?:zum|zu|aus|von|artikel)|ähnliche|weitere|lesen sie|meistgelesen|neueste|à lire|lire aussi|sur le même|articles? (?:similaires|liés|récents)|voir aussi|les plus|te puede|también|noticias relacionadas|relacionad|lo más|más (?:de|sobre|noticias|leíd)|leia (?:também|mais)|veja (?:também|mais)|notícias relacionadas|mais lidas|leggi anche|potrebbe|articoli (?:correlati|recenti)|altri articoli|più letti|zobacz (?:też|także)|czytaj (?:też|także|również)|polecane|podobne|lees ook|meer (?:over|nieuws)|gerelateerd|читайте|похожие|смотрите также|по теме|популярн|相关|相關|推荐|推薦|猜你喜欢|猜你喜歡|热门|熱門|热点|最新|更多|延伸阅读|延伸閱讀|精彩推荐|大家都在|你可能|您可能|看了又看|为您推荐|阅读排行|点击排行|排行榜|【[^】]{1,40}】?相关|上一篇|下一篇|上一条|下一条|上一頁|関連|おすすめ|あわせて読|人気|ランキング|新着|最近の|관련|추천|인기|많이 본|ilgili|benzer)/,
  comments:
    /^(?:\d{1,6}\s*)?(?:comments?\b|responses?\b|repl(?:y|ies)\b|leave a|post a comment|add a comment|join the (?:discussion|conversation)|your email address will not|write a comment|discussion|kommentare?|antworten|schreibe|commentaires?|laisser un|comentarios?|deja un|comentários?|deixe um|commenti|lascia un|komentarz|reacties|geef een reactie|комментари|оставить|评论|評論|网友评论|发表评论|發表|最新评论|最热评论|热门评论|全部评论|我要评论|留言|回复|コメント|댓글|yorum)/,
  share:
    /^(?:share|tweet|pin it|facebook|twitter|linkedin|whatsapp|pinterest|e-?mail(?: this)?$|print(?: this)?$|copy link|follow (?:us|me|on)|like this|teilen|drucken|folgen|partager|imprimer|suivez|compartir|comparte|síguenos|compartilh|condividi|stampa|seguici|udostępnij|delen|поделиться|分享|转发|收藏|点赞|举报|打印|关注我们|扫一扫|扫码|微信扫|シェア|ツイート|フォロー|공유|paylaş)/,
  subscribe:
    /(?:newsletter|subscribe|sign up (?:for|to)|get (?:our|the) (?:latest|best|top)|in your inbox|to your inbox|join our|mailing list|abonnieren|abonnez|suscr[íi]b|assine|iscriviti|подпи(?:с|ш)|订阅|訂閱|关注公众号|公众号|メルマガ|구독)/,
  copyright:
    /(?:©|\(c\) ?\d{4}|copyright|all rights reserved|alle rechte|tous droits|todos los derechos|todos os direitos|tutti i diritti|все права|版权所有|版權所有|icp备|icp證|公网安备|京公网|无断转载|無断転載|저작권|powered by)/,
  login:
    /^(?:log ?in|sign ?in|sign ?up|register|create (?:an|your) account|forgot|my account|anmelden|registrieren|connexion|se connecter|s['’]inscrire|iniciar sesión|regístr|entrar$|accedi|registrati|zaloguj|inloggen|войти|登录|登錄|登入|注册|註冊|免费注册|ログイン|会員登録|로그인|giriş)/,
  more: /^(?:(?:read|see|show|view|load|learn|find out|discover) (?:more|all|less|details|full)|more\b.{0,12}$|continue|click here|back to|go to|download\b|weiterlesen|mehr$|lire (?:la suite|plus)|en savoir|leer más|ver (?:más|mais|todo)|saiba mais|leggi (?:tutto|di più)|czytaj|lees (?:meer|verder)|подробнее|читать|阅读全文|查看更多|查看详情|展开|更多|点击(?:查看|进入|下载)|详情|もっと|続きを|더보기|devamı)/,
  date: /(?:\b(?:19|20)\d\d[-/.年]\s?\d{1,2}[-/.月]\s?\d{1,2}|\b\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)?\d\d\b|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.? \d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\d\d|\b\d{1,2}(?:st|nd|rd|th|\.)? (?:of |de |d')?[\p{L}]{3,10}\.?,? (?:de )?(?:19|20)\d\d|\b\d{1,3} ?(?:minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|yrs?) ago|\d{1,2}:\d{2} ?(?:am|pm|uhr)|\d\s?(?:分钟|小时|天|月|年)前|vor \d{1,3} |il y a \d|hace \d)/u,
  byline:
    /^(?:by[: ]|written by|posted (?:by|on|in|at)|published|updated|last (?:updated|modified)|author|edited by|reviewed by|source:|von |autor|veröffentlicht|par |publié|por |publicado|di |pubblicato|autore|door |geplaatst|автор|опубликовано|作者|来源|來源|发布时间|发布日期|发布人|发表于|时间[:：]|日期[:：]|编辑[:：]|责任编辑|稿源|出处|记者|文[/／]|点击[:：]|浏览[:：]|阅读[:：]|投稿|公開日|更新日|執筆)/,
  site: /^(?:home|homepage|contact(?: us)?|about(?: us)?|privacy(?: policy)?|terms(?: (?:of|and) .{1,20})?|sitemap|site map|help|faqs?|support|careers|jobs|advertise|cookies?(?: policy| settings| preferences)?|accessibility|search|menu|close|open menu|toggle navigation|legal|press|blog|news|shop|store|startseite|impressum|datenschutz|kontakt|accueil|mentions légales|inicio|contacto|aviso legal|início|contato|home page|contatti|strona główna|首页|首頁|网站首页|主页|关于我们|联系我们|网站地图|帮助中心|免责声明|隐私政策|设为首页|加入收藏|返回首页|返回顶部|ホーム|お問い合わせ|会社概要|プライバシーポリシー|홈)$/,
  advertisement:
    /^(?:advertisement|advertising|sponsored|promoted|ad$|ads$|anzeige|werbung|publicité|publicidad|publicidade|pubblicità|reklama|advertentie|реклама|广告|廣告|赞助|推广|スポンサー|広告|pr$|광고|article continues)/,
  price:
    /(?:[$€£¥￥₹]\s?\d|\d\s?(?:€|£|zł|kr\b|usd|eur|gbp|руб|元)|\bprice\b|\bpreis\b|\bprix\b|价格)/,
  cart: /(?:add to (?:cart|bag|basket|wishlist)|in den warenkorb|ajouter au panier|añadir al carrito|aggiungi al carrello|加入购物车|立即购买|カートに|in stock|out of stock|sold out|quick (?:view|shop|add)|free shipping|\bsku\b|check ?out)/,
  cookie:
    /(?:(?:use|uses|using|accept|manage|all) cookies|cookie (?:policy|settings|preferences|consent)|verwende[nt].{0,20}cookies|utilis.{0,20}cookies|javascript (?:is|to|must|enabled|disabled)|enable javascript|your browser|ad ?block)/,
  pager:
    /^(?:(?:page )?\d{1,4}(?: of \d{1,4})?$|next$|prev(?:ious)?$|older|newer|first$|last$|« |‹ |nächste|vorherige|suivant|précédent|siguiente|anterior|próxim|successiv|precedent|następn|volgende|上一页|下一页|首页$|尾页|末页|共\d+页|次へ|前へ|次の|前の)/,
  tags: /^(?:tags?\b|tagged|filed under|categor(?:y|ies)|topics?\b|keywords?\b|labels?\b|posted in|schlagw|themen|mots-clés|étiquettes|etiquetas|tópicos|argomenti|tagi|теги|метки|标签|標籤|关键词|关键字|分类[:：]|タグ|カテゴリ|태그)/,
  caption:
    /^(?:photo|image|picture|foto|bild|credit|getty|courtesy|watch:|video|illustration|quelle:|图片|图为|图源|资料图|写真|撮影)/,
  skip: /^(?:skip to|jump to|back to top|scroll|zum (?:inhalt|hauptinhalt)|aller au|saltar|ir al|vai al|przejdź|naar (?:de )?inhoud|перейти|跳(?:到|转|至)|返回顶部)/,
  breadcrumb:
    /(?:^you are here|^home\s?[>›»/|]|当前位置|您的位置|您现在的位置|所在位置|首页\s?[>›»/-]|[^>›»]{1,30}\s[>›»]\s[^>›»]{1,30}\s[>›»])/,
  counts:
    /^\d[\d.,]*\s?[km]?\+?\s?(?:views?|likes?|shares?|comments?|votes?|repl(?:y|ies)|points?|reviews?|ratings?|followers?|answers?|reads?|downloads?|upvotes?|min(?:ute)?s? read|人|次|赞|阅读|浏览|评论|回复)?\.?$/,
  disclaimer:
    /(?:免责声明|特别声明|郑重声明|版权声明|本文(?:来自|来源|由|系|地址)|转载请|未经.{0,12}(?:授权|许可|允许)|侵权|仅供(?:参考|学习)|不代表本站|does not constitute|the views expressed|opinions expressed|affiliate (?:links?|commission)|we may earn|this article (?:was|is) (?:originally )?(?:published|sponsored))/,
  editor:
    /(?:责任编辑|責任編輯|责编|编辑[:：]|校对[:：]|审核[:：]|监制[:：]|\(?(?:editing|reporting|additional reporting) by|contact the (?:author|reporter)|email .{2,30} at \S+@)/,
};

/** What a line may have before its first word. */
const BULLET = /^[^\p{L}\p{N}©]{1,4}/u;
/** Said in sentences too, so a longer line is read for them. */
const FREE: ReadonlySet<TextCategory> = new Set(['subscribe', 'copyright', 'cookie', 'disclaimer']);
const MAX_LONG = 600;

/** Whether a line says that it is of the category. */
export function saysText(text: string, category: TextCategory): boolean {
  return saysAny(text, [category]);
}

/** Whether a line says that it is of one of the categories. */
export function saysAny(text: string, categories: readonly TextCategory[]): boolean {
  return firstSaid(text, categories) !== undefined;
}

/** The first of the categories that a line says it is of. */
export function firstSaid<Name extends TextCategory>(
  text: string,
  categories: readonly Name[],
): Name | undefined {
  if (text.length > MAX_LONG) return undefined;
  const isLong = text.length > MAX_LINE;
  const line = (isLong || !mayHaveBullet(text) ? text : text.replace(BULLET, '')).toLowerCase();
  return categories.find((name) => (!isLong || FREE.has(name)) && PATTERNS[name].test(line));
}

/** Most lines begin with a letter of ASCII: no pattern need be asked. */
function mayHaveBullet(text: string): boolean {
  const code = text.charCodeAt(0) | 32;
  return !(code >= 97 && code <= 122);
}
