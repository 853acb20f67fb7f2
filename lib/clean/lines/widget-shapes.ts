import { lineClass, type Shape } from './line-class.ts';

/** What a template puts between the paragraphs: advertisements, buttons, counters of a database. */
export const WIDGET_SHAPES: readonly Shape[] = [
  {
    // 弓弦一响，屋里就飘起了雪……【详细】: how another document begins, and the link to it
    pattern:
      /(?:…|\.{3})[”」]? ?[[(【]?(?:详细|查看详情|查看全文|阅读全文|查看更多|点击阅读)[\])】]?(?: ?>{1,3})?$/u,
    is: { ...lineClass('related', 'anywhere'), sure: true },
    max: 200,
  },
  {
    // 提问者：某某 浏览 8821; 回答者: 某某 | 2015-03-02
    pattern:
      /^(?:提问者|提问人|题主|回答者|答主|解答者)(?:采纳)? ?: ?[^:,。]{1,16}?[ |]{0,3}(?:浏览|阅读|回答|关注|悬赏|(?:19|20)\d\d)[^。]{0,40}$/u,
    is: lineClass('metadata', 'anywhere'),
    max: 70,
  },
  {
    // ▼点击音频，听主播朗读; 点击上方绿标收听
    pattern:
      /^(?:[▼▲◀▶►↓↑⬇⬆] ?(?:请|可)?(?:点击|戳)|(?:请|可)?(?:点击|戳)(?=.{0,16}(?:主播|本文|全文|朗读|朗诵|诵读|上方|下方|上面|下面)))(?:上方|下方|上面|下面|这里)?的?(?:音频|语音|视频|绿标|播放键?|按钮|图标)[^。]{0,4}(?:收听|听|观看|播放|看)[^。,]{0,14}[▼▲◀▶►↓↑⬇⬆]?$/u,
    is: { ...lineClass('media', 'anywhere'), sure: true },
    max: 40,
  },
  {
    // 請繼續往下閱讀...; 广告 请继续往下阅读
    pattern: /^(?:广告 ?)?[(（]?请?继续往下(?:阅读|看|滑动?)[^\p{L}]{0,6}$/u,
    is: { ...lineClass('advertisement', 'anywhere'), sure: true },
    max: 24,
  },
  {
    // 8.4 综合评分 103 人做过这道菜; 【0元义诊】关注“某某网”，名医在线解答，仅限今日
    pattern:
      /^[\d.]{1,4} ?(?:综合)?评分.{0,30}人(?:做过|评价|评分|收藏|想做)|^(?:【.{2,10}】)?(?:扫码)?关注“.{2,14}”.{0,30}(?:仅限|限时|免费|领取|福利|立减)/u,
    is: lineClass('promotion', 'anywhere'),
    max: 60,
  },
  {
    // （此材料由某某材料社原创首发，更多防汛讲话请加入会员群）
    pattern:
      /^[(【](?:此|本|该|以上)(?:文|篇|材料|范文|资料|文稿|讲话稿?)?由[^,。;]{2,16}(?:原创|首发|整理|独家|编辑)[^。;]{0,8},[^。]{0,30}(?:更多|请|欢迎|可)[^。]{0,24}(?:群|关注|加入|访问|登录|搜索|联系)[^。]{0,12}[)】]$/u,
    is: { ...lineClass('promotion', 'anywhere'), sure: true },
    max: 90,
  },
  {
    // 【广告】同款铸铁炖锅限时三折; [推广] 暑期班火热招生中
    pattern:
      /^[[(【〖](?:商业|以下为|贴片)?(?:广告|推广|赞助|软广|商业推广|广而告之|ad|sponsored)[\])】〗] ?[^。]{2,100}$/u,
    is: { ...lineClass('advertisement', 'anywhere'), sure: true },
    max: 110,
    anyScript: true,
  },
  {
    // …仅需199元，立即预约>>; 同款炖锅三折，去看看→
    pattern:
      /^[^>»→]{4,100}[,!:; ?】\])](?:请|可|快|赶紧|速)?(?:点击|点此|点这里|戳这里|戳此|立即|立刻|马上|即刻|现在就?|快来|速来|抢先|免费)(?:这里|此处|下方|链接|在线|免费)?(?:预约|抢购|购买|下单|秒杀|领取|领券|报名|咨询|试听|试用|试读|体验|了解|了解详情|查看|开通|加入|安装|参与|测评|评估|定制|审核|申请|联系|进入|围观)? ?(?:>{1,3}|»|→{1,3}|➤|›{1,3})$|^[^>»→]{4,100}[,!:; ?】\])]去(?:看看|逛逛|购买|抢购|下单|领取|了解|围观|试试|报名|安装) ?(?:>{1,3}|»|→{1,3}|➤|›{1,3})$/u,
    is: { ...lineClass('advertisement', 'anywhere'), sure: true },
    max: 130,
  },
  {
    // 某某小贴士：打开某某小程序，配套课件随点随播; 扫码打开某某APP看图解
    pattern:
      /^(?:.{0,8}(?:小贴士|小提示|小技巧|温馨提示|友情提示|tips?)[:,! ]{1,3})?(?:请|可|快|现在)?(?:微信|手机)?(?:扫码|扫一扫|搜索|搜一搜)?(?:打开|下载|安装|进入|使用|上)(?!微信|支付宝)[^,。;]{1,14}(?:小程序|app|客户端)[,!, ].{0,40}(?:随点|随时|随播|随查|免费|更多|海量|同步|一键|高清|配套|离线|无广告|畅读|畅看|看解析|查答案)[^。]{0,24}$/u,
    is: lineClass('subscribe', 'anywhere'),
    max: 90,
  },
  {
    // A- A+; 字级 A- A A+; T|T: buttons for the size of the letters
    pattern:
      /^(?:字[号级体](?:大小)?|文字大小)?[: ]{0,2}[[(]?(?=[^+-]{0,8}[+-]|[^|]{0,4}t ?\|)(?:[at][+-]{0,2}[ |/]{0,3}){2,4}[\])]?$/u,
    is: { ...lineClass('form', 'anywhere'), sure: true },
    max: 24,
    anyScript: true,
  },
  {
    // 关联案例 19　关联法规 4; 被引 3 类案 12: what a database knows of the paragraph above
    pattern:
      /^(?:(?:关联|相关|相似|类似|引用|被引|援引)的?(?:案例|裁判文书|文书|判例|法规|法条|条文|司法解释|文献|论文|期刊|合同|观点|次数)[ (:]{0,2}\d{1,6} ?[篇件条个次部]?\)?[ |·,]{0,3}){2,6}$|^(?:关联|被引|援引)的?(?:案例|裁判文书|文书|判例|法规|法条|条文|文献|次数)[ (:]{0,2}\d{1,6} ?[篇件条个次部]?\)?$/u,
    is: { ...lineClass('related', 'anywhere'), sure: true },
    max: 80,
  },
  {
    // >>> 您是否也有类似症状？点击向在线医生免费提问，平均3分钟回复 <<<
    pattern:
      /(?:医生|专家|律师|药师|老师|顾问|营养师)(?<=(?:点击|点此|立即|马上|在线|免费)[^。“"「]{0,12})(?<!^[\d一二三四五六七八九十(].{0,90})[^。]{0,4}(?:免费|在线|一对一|快速)(?:提问|咨询|问诊|解答|答疑)(?:[^。\p{L}]{1,4}[^。]{0,16}(?:回复|解答|响应|回答)[^。\p{L}]{0,6}|[^。\p{L}]{1,6})$/u,
    is: { ...lineClass('promotion', 'anywhere'), sure: true },
    max: 100,
  },
  {
    // 订阅某某来信，一篇好故事送到你的邮箱。输入邮箱 订阅: a form between paragraphs
    pattern:
      /(?:(?:输入|填写|留下)(?:您|你)?的?(?:电子)?(?:邮箱|邮件)(?:地址)?|邮箱地址:?)[ ,]{0,2}(?:立即|免费|点击|马上|确认)?(?:订阅|提交|加入|注册)[ !>→»]{0,4}$/u,
    is: { ...lineClass('subscribe', 'anywhere'), sure: true },
    max: 90,
  },
  {
    // 取自“https://…/index.php?title=…&oldid=…”: where a wiki's page was printed from
    pattern: /^(?:取自|检索自|来自|retrieved from) ?:? ?[“"「']? ?https?:\/\/[^ ]{4,200}[”"」']?$/u,
    is: { ...lineClass('metadata', 'anywhere'), sure: true },
    max: 240,
    anyScript: true,
  },
  {
    // 温馨提示：本文仅供健康科普参考，不能代替医生诊断，如有不适请及时就医。
    pattern:
      /^(?:[^,。;:]{2,6}:)?(?:本文|本页|文章|以上|本站|本网站|页面)(?:所有|所载|所述)?(?:内容|信息|资料|文字|建议|回答|解答|回复)?(?:仅|只)(?:供|作)(?:为)?[^,。;]{0,10}(?:参考|科普|交流|学习)(?:之用|使用)?[,。;](?:并)?(?:不能|不可|不得|不应|不作|不构成|无法|不)[^。]{0,8}(?:诊断|医生|医师|医嘱|治疗|就医|面诊|问诊|投资|理财|法律)[^。]{0,40}。?$/u,
    is: { ...lineClass('disclaimer', 'anywhere'), sure: true },
    max: 100,
  },
  {
    // ★ 更多祝福短信:www.example.com ★: ornaments at both ends, the bullet is gone here
    pattern:
      /^更多[^。,;:]{2,20}[,:]? ?(?:请?(?:访问|登录|点击|关注|浏览|进入|收藏) ?:? ?)?(?:https?:\/\/|www\.)(?![\w.-]{1,60}\.(?:gov|edu))[\w./-]{4,60} ?[★☆◆◇■□●○※♥~*#=←«<]{1,8}$/u,
    is: { ...lineClass('promotion', 'anywhere'), sure: true },
    max: 100,
  },
  {
    // 某某给大家提供的爷爷的修鞋摊，大家仔细阅读了吗？ Who speaks to a class says I or is its teacher.
    pattern:
      /^(?!.{0,12}(?:我|老师|师[:傅]|他|她|刚才|[“"「]))[^,。!?:]{2,14}(?:给|为|替|帮)(?:大家|您|你们?|同学们?|小朋友们?|家长们?|各位)(?:提供|整理|分享|推荐|搜集|收集)的[^。!?]{2,40},(?:大家|你们?|您|同学们|小朋友们?|家长们?|各位)?[^。!?,]{0,6}(?:阅读|看完|看|读|学会|掌握|参考)(?:过|完)?了(?:吗|么|没有)\?/u,
    is: lineClass('promotion', 'edge'),
    max: 120,
  },
  {
    // 为方便复制，全文显示在下面的文本框中，点击“全选”后按Ctrl+C即可。
    pattern:
      /^(?:为了?(?:方便|便于)(?:您|大家|网友|读者|用户)?(?:复制|保存|使用),?)?(?:请将)?(?:本文|全文|正文|文章|范文)(?:内容|全文)?(?:已|都|显示|放|列|贴|粘贴)?在?(?:下面|下方|以下)[^。]{0,30}(?:复制|全选|ctrl)[^。]{0,24}。?$/u,
    is: { ...lineClass('boilerplate', 'anywhere'), sure: true },
    max: 80,
  },
  {
    // 工作总结栏目更多精彩内容：2013年水管站半年总结: a link to another document between two paragraphs
    pattern:
      /^(?:[^,。;:]{2,10}(?:栏目|频道|专题|专栏)的?)?更多(?:精彩|相关|优质|同类)(?:内容|文章|范文|推荐|阅读)?: ?[^。:]{4,60}$/u,
    is: { ...lineClass('related', 'anywhere'), sure: true },
    max: 90,
  },
  {
    // s("content_relate"); var cpro_id = "u2077135"; what calls an advertisement, where a crude extractor left the code
    pattern:
      /^(?:(?:var|let|const) )?(?:s|cpro_\w{1,20}|google_\w{1,30}|baidu_\w{1,30}|bdshare\w{0,20}|_?ads?|show_?ads?|tanx_\w{1,30}|document\.write(?:ln)?|window\._bd\w{1,20}|\(adsbygoogle[^)]{0,40}\))(?:\.push)? ?(?:=|\()[^\p{sc=Han}]{0,160}[;)]$/iu,
    is: { ...lineClass('advertisement', 'anywhere'), sure: true },
    max: 200,
    anyScript: true,
  },
  {
    // jx_share(); showAd('top_1'); the same where the function has a name of the site's
    pattern:
      /^(?:[a-z][a-z\d]{0,9}_|show_?|load_?|get_?)(?:share|ads?|banner|stat|tongji|hits?|digg|comment)\w{0,12}\([^\p{sc=Han}()]{0,60}\);$/iu,
    is: { ...lineClass('advertisement', 'anywhere'), sure: true },
    max: 90,
    anyScript: true,
  },
  {
    // 点击展开剩余60%, 展开后面1200字 ∨: a button that opens the rest of the page
    pattern:
      /^(?:点击|点此|轻触|下拉|单击)?(?:展开|查看|显示|阅读|加载)(?:剩余|余下|其余|剩下|后面|更多|全部)的?(?:内容|全文|文字|部分|正文)?[ (]{0,2}(?:约|共)?\d{1,5} ?[%字行段]\)?(?:的?(?:内容|文字|正文))? ?[∨▼↓>]{0,3}$/u,
    is: { ...lineClass('form', 'anywhere'), sure: true },
    max: 40,
  },
  {
    // 小提示：复制后可直接粘贴到Word里修改哦～
    pattern:
      /^\P{L}{0,3}(?:小提示|温馨提示|友情提示|提示|小贴士|tips?)[:,! ]{1,3}[^。]{0,8}(?:复制|全选)(?:后|本文|全文|到)[^。]{0,16}(?:word|wps|粘贴|打印|排版)[^。]{0,16}$/u,
    is: { ...lineClass('boilerplate', 'anywhere'), sure: true },
    max: 60,
  },
  {
    // 开通VIP，查看视频解析 立即开通: an offer with its button, of something beside the text
    pattern:
      /^(?:开通|升级|成为|加入)[^。]{0,8}(?:vip|会员)[^。]{0,30}[ ,](?:立即|马上|去|点击|免费)(?:开通|解锁|升级|试用|查看|加入)[ >→»]{0,3}$/u,
    is: { ...lineClass('advertisement', 'anywhere'), sure: true },
    max: 60,
  },
  {
    // ★ 加入某某会员，三万份文书任您下载 ★
    pattern:
      /^(?:加入|成为|升级|开通)[^。,]{0,8}(?:会员|vip)[,! ][^。]{2,24}(?:任您|任你|任意|无限|免费|随意)(?:下载|阅读|查看|浏览|观看)[^。\p{L}]{0,6}$/u,
    is: { ...lineClass('promotion', 'anywhere'), sure: true },
    max: 60,
  },
  {
    // ※本教案歡迎各校老師下載使用：leaf.doc（42KB）
    pattern:
      /^\P{L}{0,3}[^。:]{0,12}(?:欢迎|可供|供|可)[^。:]{0,12}下载[^。:]{0,8}: ?[^。:、,]{1,40}\.(?:docx?|pdf|pptx?|xlsx?|zip|rar|odt)(?: ?\([\d.]{1,8} ?[km]b?\))?$/u,
    is: lineClass('download-prompt', 'edge'),
    max: 90,
  },
  {
    // 本文由某某网原创首发，未经许可不得转载。
    pattern:
      /^(?:本文|本篇|文章)(?:由|系|为)[^,。;]{2,20}(?:原创|首发|独家发布)[^,。;]{0,6}[,。; ](?:如需|未经|谢绝|禁止|严禁|请勿|不得|转载)[^。]{0,24}(?:转载|注明|出处|来源|复制|授权)[^。]{0,8}[。!]?$/u,
    is: { ...lineClass('disclaimer', 'anywhere'), sure: true },
    max: 80,
  },
];
