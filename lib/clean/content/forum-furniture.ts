import type { RemovalReason } from '#lib/model/removal.ts';
import { ofClasses } from '../dom/element-table.ts';
import type { PageFeatures } from './page-features.ts';
import { reasonsByClass } from './reasons-by-class.ts';

const reasons = (reason: RemovalReason, names: string): [string, RemovalReason][] =>
  names.split(' ').map((name) => [name, reason]);

/**
 * Classes that the programs behind most forums write around what is no post's text: who wrote it and when, ranks, signatures,
 * buttons. Names that other pages use too (post-header, signature, userinfo) are not here.
 */
const FURNITURE: ReadonlyMap<string, RemovalReason> = new Map([
  // bbPress
  ...reasons(
    'metadata',
    'bbp-reply-header bbp-reply-author bbp-topic-author bbp-author-role bbp-topic-description bbp-topic-tags',
  ),
  ...reasons('navigation', 'bbp-breadcrumb bbp-admin-links bbp-header bbp-footer'),
  ...reasons('pager', 'bbp-pagination'),
  ...reasons('login', 'bbp-template-notice bbp-login-form bbp-no-reply bbp-no-topic'),
  // Kunena
  ...reasons(
    'metadata',
    'kdate topic-starter kwho-user kwho-moderator kwho-globalmoderator kwho-admin',
  ),
  ...reasons('boilerplate', 'ksig ksignature kmessage-thankyou'),
  // Invision Community
  ...reasons('metadata', 'cAuthorPane ipsComment_meta ipsComment_badges ipsQuote_citation'),
  ...reasons('form', 'ipsComment_tools ipsComment_controls ipsSpoiler_header cPostShareMenu'),
  // XenForo
  ...reasons(
    'metadata',
    'message-cell--user message-attribution message-lastEdit message-userArrow',
  ),
  ...reasons('boilerplate', 'message-signature reactionsBar'),
  ...reasons('form', 'message-actionBar bbCodeBlock-expandLink js-expandLink'),
  // phpBB, MyBB, SMF, vBulletin
  ...reasons(
    'metadata',
    'postprofile author_information author_statistics keyinfo posthead b-userinfo',
  ),
  ...reasons(
    'form',
    'post-buttons post_controls author_buttons postfoot b-post__footer moderatorbar',
  ),
  ...reasons('boilerplate', 'signaturecontainer b-post__signature js-signature'),
  // Discourse, Flarum, NodeBB, Vanilla, Asgaros
  ...reasons('metadata', 'topic-map PostUser Post-header AuthorWrap'),
  ...reasons('related', 'crawler-linkback-list suggested-topics necro-post'),
  ...reasons('form', 'Post-footer Post-actions Reactions post-author-marker forum-post-menu'),
]);
/** phpBB; its class for a signature is a word that documents use. */
const BOARD = /(?:^|\s)(?:postprofile|postbody)(?:\s|$)/;
const SIGNATURE = /(?:^|\s)signature(?:\s|$)/;
const reasonIn = reasonsByClass(FURNITURE);

/** Blocks inside such a part of a forum's page, and why each goes. */
export function forumFurniture({
  owners,
  context,
}: PageFeatures): ReadonlyMap<number, RemovalReason> {
  const { elements, table } = context.page;
  const isBoard = table.classes.some((classes) => BOARD.test(classes));
  const byClass = ofClasses(table, (classes) =>
    isBoard && SIGNATURE.test(classes) ? 'boilerplate' : reasonIn(classes),
  );
  const inside: (RemovalReason | undefined)[] = new Array(elements.length);
  for (let index = 0; index < elements.length; index += 1) {
    const number = table.classOf[index] ?? 0;
    inside[index] = inside[table.up[index] ?? -1] ?? (number === 0 ? undefined : byClass(number));
  }
  const found = new Map<number, RemovalReason>();
  for (const [index, owner] of owners.entries()) {
    const reason = owner ? inside[owner.index] : undefined;
    if (reason) found.set(index, reason);
  }
  return found;
}
