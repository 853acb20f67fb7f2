import { UsageError } from '#lib/model/errors.ts';

const HTTP_URL = /^https?:\/\/\S+$/;
const MAIL = /^[^\s@<>()]+@(?:[^\s@<>().]+\.)+[^\s@<>().]+$/;

/**
 * The user agent of this program with a contact, so that a site's operator knows whom to write to.
 * @throws UsageError without one, or with one nobody could use
 */
export function userAgentFor(contact: string | undefined): string {
  const address = contact ?? process.env['WINNOW_CONTACT'];
  if (!address) {
    throw new UsageError(
      'say who you are, site operators want to know: --contact you@example.org or a URL (or set WINNOW_CONTACT)',
    );
  }
  if (!isContact(address)) {
    throw new UsageError(`--contact is neither a mail address nor a URL: ${address}`);
  }
  return `winnow/0.1 (+${HTTP_URL.test(address) ? address : `mailto:${address}`})`;
}

/** Whether somebody could write there: a mail address or a URL. */
export function isContact(address: string): boolean {
  return isMail(address) || HTTP_URL.test(address);
}

export function isMail(address: string): boolean {
  return MAIL.test(address);
}
