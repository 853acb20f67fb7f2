import { ResultType, Sniffer } from 'encoding-sniffer/sniffer';
import { charsetName } from './charset-name.ts';

/** What the server or the page says about its bytes. */
export interface Declaration {
  /** Encoding Standard name; null if the label means nothing. */
  readonly name: string | null;
  readonly label: string;
  readonly from: 'http' | 'meta';
}

/** Browsers look at 1,024 bytes; pages of the genre put their <meta> after scripts and comments. */
const PRESCAN_BYTES = 8192;
const PRESCAN_STEP = 512;

const CHARSET_PARAMETER =
  /;\s{0,20}charset\s{0,20}=\s{0,20}(?:"([^"]{0,60})"|'([^']{0,60})'|([^;]{0,60}))/iu;

/** The declarations in the order the HTML Standard trusts them: header, then the document itself. */
export function declaredCharsets(bytes: Uint8Array, contentType: string | null): Declaration[] {
  const declarations: Declaration[] = [];
  const header = CHARSET_PARAMETER.exec(contentType?.slice(0, 1000) ?? '');
  const label = header?.[1] ?? header?.[2] ?? header?.[3];
  if (label !== undefined && label.trim() !== '') {
    declarations.push({ name: charsetName(label), label: label.trim(), from: 'http' });
  }
  const meta = isText(contentType) ? null : metaCharset(bytes);
  if (meta) declarations.push(meta);
  return declarations;
}

function isText(contentType: string | null): boolean {
  const type = contentType?.trimStart().toLowerCase() ?? '';
  return type.startsWith('text/plain') || type.startsWith('text/markdown');
}

/** The <meta> or XML declaration. UTF-16 there means UTF-8: it could not have been read otherwise. */
function metaCharset(bytes: Uint8Array): Declaration | null {
  const sniffer = new Sniffer({ maxBytes: PRESCAN_BYTES });
  // The first meta counts: most pages say it in their first lines.
  for (let at = 0; at < PRESCAN_BYTES && at < bytes.length; at += PRESCAN_STEP) {
    sniffer.write(bytes.subarray(at, Math.min(at + PRESCAN_STEP, PRESCAN_BYTES)));
    if (sniffer.resultType <= ResultType.META_TAG) break;
  }
  if (sniffer.resultType === ResultType.DEFAULT) return unknownMetaLabel(bytes);
  const label = sniffer.encoding;
  const name = charsetName(label);
  const readable = name?.startsWith('utf-16') ? 'utf-8' : name;
  return { name: readable, label: label.toLowerCase(), from: 'meta' };
}

const META_LABEL = /<meta[^>]{1,300}charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w:.-]{2,40})/iu;

/** The sniffer skips labels the standard does not know; people wrote them, so the decision tells. */
function unknownMetaLabel(bytes: Uint8Array): Declaration | null {
  const head = latin1(bytes.subarray(0, PRESCAN_BYTES));
  const label = META_LABEL.exec(head)?.[1];
  return label === undefined ? null : { name: charsetName(label), label, from: 'meta' };
}

function latin1(bytes: Uint8Array): string {
  return new TextDecoder('windows-1252').decode(bytes);
}
