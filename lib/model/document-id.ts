import { sha256 } from './digest.ts';

/** Host of a canonical URL, '' for urn: addresses. */
export function hostOf(canonical: string): string {
  return canonical.startsWith('urn:') ? '' : new URL(canonical).host;
}

/** 24 hex of SHA-256(host): begins like the ids of the host's pages. */
export function hostId(host: string): string {
  return sha256(host).slice(0, 24);
}

/**
 * 4 hex of SHA-256(host) + 20 hex of SHA-256(canonicalUrl): pages of a host are neighbours, so a
 * host scan and a lookup by id read one partition.
 */
export function documentId(canonical: string): string {
  return sha256(hostOf(canonical)).slice(0, 4) + sha256(canonical).slice(0, 20);
}

const DOCUMENT_ID = /^[0-9a-f]{24}$/;

/** Whether a text is a whole id. */
export function isDocumentId(text: string): boolean {
  return DOCUMENT_ID.test(text);
}
