const BLANKS = /\s+/gu;
const CONTACT =
  /^(?:联系(?:方式|电话|人|地址)|(?:联系|咨询|监督|举报)?电话|地址|传真|邮编|邮箱|采购人|代理机构|名称)[：:]/u;

/** The line is a field of whom to ask: 地　址：, 联系方式：. */
export function isContact(text: string): boolean {
  return CONTACT.test(text.replace(BLANKS, ''));
}
