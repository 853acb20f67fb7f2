import { Tokenizer } from 'htmlparser2';

/** Attributes of one tag beyond these are not read. */
const MAX_ATTRIBUTES = 200;
const NOTHING = () => {};

export type Attributes = ReadonlyMap<string, string>;

export interface TagHandler {
  onTag(name: string, attributes: Attributes): void;
  onText(text: string): void;
  onClose(name: string): void;
}

/**
 * Tells the tags and texts of an HTML page in their order, names in lower case, entities decoded.
 * Keeps no stack of open elements, unlike htmlparser2's Parser, whose stack costs quadratic time
 * on a page of a million open tags. So end tags come as they are written.
 */
export function scanTags(html: string, { onTag, onText, onClose }: TagHandler): void {
  let tag = '';
  let attributes = new Map<string, string>();
  let attribute = '';
  let value = '';
  const endTag = (): void => {
    onTag(tag, attributes);
  };
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      onopentagname(start, end) {
        tag = html.slice(start, end).toLowerCase();
        attributes = new Map();
      },
      onattribname(start, end) {
        attribute = html.slice(start, end).toLowerCase();
        value = '';
      },
      onattribdata(start, end) {
        value += html.slice(start, end);
      },
      onattribentity(codePoint) {
        value += String.fromCodePoint(codePoint);
      },
      onattribend() {
        // the first of several attributes of one name counts, as in browsers
        if (!attributes.has(attribute) && attributes.size < MAX_ATTRIBUTES) {
          attributes.set(attribute, value);
        }
      },
      onopentagend: endTag,
      onselfclosingtag: endTag,
      onclosetag(start, end) {
        onClose(html.slice(start, end).toLowerCase());
      },
      ontext(start, end) {
        onText(html.slice(start, end));
      },
      ontextentity(codePoint) {
        onText(String.fromCodePoint(codePoint));
      },
      oncdata: NOTHING,
      oncomment: NOTHING,
      ondeclaration: NOTHING,
      onprocessinginstruction: NOTHING,
      onend: NOTHING,
    },
  );
  tokenizer.write(html);
  tokenizer.end();
}
