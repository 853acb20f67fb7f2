const BLANKS = /\s+/gu;
const CONTACT =
  /^(?:(?:联系|联络|聯絡|聯繫)(?:方式|电话|電話|人|地址|窗口)|(?:联系|咨询|监督|举报|諮詢|洽詢)?(?:电话|電話)|地址|传真|傳真|邮编|邮箱|信箱|採購人|采购人|代理机构|名称)[：:]/u;

/** The line is a field of whom to ask: 地　址：, 联系方式：. */
export function isContact(text: string): boolean {
  return CONTACT.test(text.replace(BLANKS, ''));
}
