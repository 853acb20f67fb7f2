import { lineClass, type Shape } from './line-class.ts';

/** Calls in brackets between the paragraphs, and what a collection says below each of its documents. */
export const CALL_SHAPES: readonly Shape[] = [
  {
    // 【脚跟疼挂哪个科？点击免费咨询，平均30秒回复】; a manual says what the button does: 点击咨询按钮后，…
    pattern:
      /^[【[(〖](?![^】\])〗]{0,60}(?:按钮|按键|图标|选项|菜单|界面|后,))[^【】[\]()〖〗。]{0,40}(?:点击|点此|点我|点这里|戳这里|戳此|立即免费|马上免费|在线免费|免费在线)(?:这里|此处|下方)?(?:免费|在线|立即|马上|(?:向|找|问)?(?:医生|专家|律师|老师|客服))?[^【】[\]()。]{0,4}(?:咨询|提问|问诊|预约|挂号|测评|试听|领取)[^【】[\]()〖〗。]{0,20}[】\])〗]$/u,
    is: { ...lineClass('promotion', 'anywhere'), sure: true },
    max: 70,
  },
  {
    // 本文为订阅会员专属内容
    pattern:
      /^(?:本|此|该|这)篇?(?:文章?|内容|报道|报导)(?:内容)?(?:为|是|系|属于?|仅?限)[^,。]{0,6}(?:订阅|付费|会员|订户|vip)(?:用户|会员|读者|订户)?(?:专属|专享|独享|限定|独家)的?(?:内容|文章|报道|报导|阅读)?[。!]?$/u,
    is: { ...lineClass('paywall'), claim: 'paywall' },
    max: 30,
  },
  {
    // 第(1/3)页
    pattern: /^第 ?\(\d{1,3} ?\/ ?\d{1,3}\) ?页$/u,
    is: { ...lineClass('pager', 'anywhere'), sure: true },
    max: 16,
  },
  {
    // 公告：一、本网站公布的裁判文书由相关法院录入和审核，…; 四、未经许可，任何商业性网站不得建立本裁判文书库的镜像。
    pattern:
      /^(?:公 ?告 ?:? ?)?(?:[一二三四五]、 ?)?(?:本(?:网站?|平台|[^,。]{0,6}文书库)(?:公布|提供|发布)的(?:裁判文书|信息)[^。]{0,20}(?:录入|审核|供查询)|本[^,。]{0,6}文书库信息查询免费|未经许可,任何(?:商业性?)?网站不得建立|根据有关法律规定,相关法院依法定程序撤回在本网站公开)/u,
    is: { ...lineClass('disclaimer', 'anywhere'), sure: true },
    max: 300,
  },
];
