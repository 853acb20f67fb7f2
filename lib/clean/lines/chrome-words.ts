import { foldLine } from './fold-line.ts';

/** Buttons, menu entries and labels: a line of nothing but these is the page's furniture. */
export const CHROME_WORDS: ReadonlySet<string> = new Set(
  (
    '回到顶端 返回顶端 页首 回页首 返回页首 返回頁頂 top 返回顶部 回到顶部 回顶部 返回首页 返回列表 返回上页 返回上一页 返回 返回目录 回首页 回上页 回上一页 回列表 回列表页 回目录 顶部 置顶 打印 打印本页 打印文章 打印本文 关闭 关闭窗口 关闭本页 关闭页面 收藏 加入收藏 收藏本站 收藏本页 收藏文章 添加收藏 设为首页 ' +
    '网站地图 网站首页 首页 主页 联系我们 联系方式 关于我们 关于 关于本站 本站介绍 免责声明 版权声明 版权说明 广告服务 广告合作 广告 帮助中心 帮助 意见反馈 反馈 投诉建议 投诉 举报 侵权申诉 申诉 纠错 报错 ' +
    '登录 登陆 注册 登录注册 会员登录 会员注册 会员中心 会员专区 个人中心 我的收藏 我的下载 我的文档 浏览记录 历史记录 我要上传 上传文档 上传 充值 退出 开通会员 开通vip 升级会员 vip会员 vip 购物车 加入购物车 放入购物车 消息 签到 ' +
    '全部分类 分类 所有分类 更多 更多> 更多>> more 搜索 搜索资料 搜索教程 站内搜索 高级搜索 热门搜索 扫码关注 关注 关注我们 微信咨询 在线客服 客服 客服中心 手机版 电脑版 移动版 手机站 手机触屏版 触屏版 客户端 下载app 小程序 公众号 ' +
    '立即下载 立即购买 立即开通 立即扫码 点击下载 免费下载 下载地址 下载 下载本文 下载文档 下载全文 复制 复制链接 复制全文 复制本文 全文复制 展开全文 展开 收起 展开阅读全文 阅读全文 查看全文 查看更多 查看详情 点击展开 显示全部 查看全部 加载更多 点击加载更多 点击查看更多 继续阅读 ' +
    '分享 分享到 转发 转载 推荐 推荐给朋友 推荐给好友 告诉好友 订阅 rss rss订阅 点赞 赞 踩 顶 有用 没用 打赏 赞赏 支持 反对 评论 发表评论 回复 引用 编辑 删除 举报文档 收藏文档 加入书架 放大 缩小 默认 ' +
    '大 中 小 大字 中字 小字 字号 字体 字体大小 夜间 护眼 简体 繁体 繁體 简 繁 english 中文 en 无障碍 无障碍浏览 进入无障碍 长者助手 适老版 长者版 关怀版 视力保护色 扫一扫 二维码 ' +
    '上一篇 下一篇 上一页 下一页 上一条 下一条 上一章 下一章 首页 末页 尾页 没有了 没有了! 目录 书签 ' +
    'qq空间 qq好友 qq 微信 朋友圈 微信好友 微信朋友圈 新浪微博 微博 腾讯微博 人人网 开心网 豆瓣 百度贴吧 百度空间 网易微博 搜狐微博 facebook twitter linkedin whatsapp pinterest weibo wechat line telegram reddit email e-mail print share tweet subscribe login register home menu search close next prev previous top ' +
    '切换到宽版 切换到窄版 快捷导航 高级模式 资料 个人空间 短消息 加为好友 加好友 发短消息 只看该作者 只看楼主 倒序浏览 倒序阅读 使用道具 收听ta 发消息 查看全部 tk archiver wap 小黑屋 清除cookies 论坛 导读 排行榜 家园 淘帖 发帖 发新帖 新帖 快速回复 回复主题 道具 串个门 打招呼 精华 威望 金币 积分 帖子 主题 听众 阅读权限 注册时间 在线时间 最后登录 在线 离线 当前离线 当前在线 头像 签名 ' +
    '阅读 浏览 点击 喜欢 不喜欢 喜欢▼ 顶端 底部 末尾 打赏作者 写评论 提交 验证码 立即登录 立即注册 找回密码 免费注册 快捷登录 微信支付 支付宝 ' +
    '请输入关键词 请输入关键字 请输入搜索内容 请输入内容 输入关键词 搜一搜 搜本站 复制链接 电梯直达 查看全部评分 评分 收藏帖子 显示全部楼层 阅读模式 推荐阅读 我来答 我要提问 我要回答 写回答 邀请回答 关注问题 只看大图 主题工具 显示模式 回复时引用此帖 ' +
    '版主 管理员 楼主 沙发 板凳 地板'
  ).split(' '),
);

/** Buttons of a text's own that are also headings in it: furniture only in a row with others. */
export const TOOL_WORDS: ReadonlySet<string> = new Set(
  '译 注 赏 拼 音 完善 完善以上译文 完善以上注释 完善以上译注 完善以上赏析 参考资料 译文 注释 拼音 赏析 朗读 朗诵 下载图片 保存图片 生成图片 拷贝 背诵 注音 展开译文 展开注释 展开赏析 收起译文 有帮助 没帮助 有用 没用 听全文 听音频 护眼模式 夜间模式 查看解析 查看答案 显示解析 加入试题篮 移出试题篮 加入组卷 加入错题本'.split(
    ' ',
  ),
);

/** Whether a line is nothing but such words; beside one of them 拼音 is a button, too. */
export function isChrome(line: string): boolean {
  const words = foldLine(line).split(' ');
  return (
    words.some((word) => CHROME_WORDS.has(word)) &&
    words.every((word) => CHROME_WORDS.has(word) || TOOL_WORDS.has(word))
  );
}
