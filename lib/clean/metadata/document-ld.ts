import { isRecord, type LdNode, ldNames, ldText, readJsonLd } from './json-ld.ts';

/** What the page's JSON-LD says about the document itself. */
export interface DocumentLd {
  readonly headline: string;
  readonly authors: readonly string[];
  readonly published: string;
  readonly modified: string;
  readonly site: string;
  readonly section: readonly string[];
  /** Names of the BreadcrumbList in order. */
  readonly breadcrumb: readonly string[];
}

/** Types that are a document, the most particular first; a page about one has one of them outermost. */
const DOCUMENT_TYPES: readonly RegExp[] = [
  /(?:Article|BlogPosting|Report|Posting|Recipe|Review|HowTo)$/,
  /^(?:Question|QAPage|Book|Chapter|CreativeWork|LegalDocument|GovernmentService|PodcastEpisode|VideoObject|Quiz|Course)$/,
  /^(?:WebPage|AboutPage|FAQPage|ItemPage|MedicalWebPage|ContactPage|CheckoutPage|ProfilePage)$/,
  /^(?:Product|ProductGroup|Event|JobPosting|SoftwareApplication)$/,
];
const SITE_TYPES = /^(?:WebSite|NewsMediaOrganization)$/;

/** Reads the scripts' objects that speak of the document: a neighbour's article in a list does not. */
export function documentLd(scripts: readonly string[]): DocumentLd {
  const nodes = readJsonLd(scripts);
  const ranked = documentNodes(nodes);
  const first = (key: string): string => {
    for (const node of ranked) {
      const text = ldText(node.values[key]).trim();
      if (text !== '') return text;
    }
    return '';
  };
  return {
    headline: first('headline') || first('name'),
    authors: authorsOf(ranked, nodes),
    published: first('datePublished') || first('dateCreated') || first('uploadDate'),
    modified: first('dateModified'),
    site: siteOf(ranked, nodes),
    section: sectionOf(ranked),
    breadcrumb: breadcrumbOf(nodes),
  };
}

/** Document nodes, particular types first, outer first; lists of items (`ItemList`, feeds) are not entered. */
function documentNodes(nodes: readonly LdNode[]): LdNode[] {
  const ranked: LdNode[] = [];
  for (const pattern of DOCUMENT_TYPES) {
    const ofType = nodes.filter((node) => node.types.some((type) => pattern.test(type)));
    const depth = Math.min(...ofType.map((node) => node.depth));
    const outer = ofType.filter((node) => node.depth === depth && depth <= 1);
    // Several documents of one kind at one level are a list of neighbours, not this document.
    if (outer.length > 0 && outer.length <= 2) ranked.push(...outer);
  }
  return ranked;
}

function authorsOf(ranked: readonly LdNode[], nodes: readonly LdNode[]): string[] {
  for (const node of ranked) {
    const names = ldNames(node.values['author'] ?? node.values['creator'], nodes);
    if (names.length > 0) return names;
  }
  return [];
}

function siteOf(ranked: readonly LdNode[], nodes: readonly LdNode[]): string {
  const site = nodes.find((node) => node.types.some((type) => SITE_TYPES.test(type)));
  const name = site ? ldText(site.values['name']) : '';
  if (name.trim() !== '') return name.trim();
  for (const node of ranked) {
    const publisher = ldNames(node.values['publisher'], nodes)[0]?.trim();
    if (publisher) return publisher;
  }
  return '';
}

function sectionOf(ranked: readonly LdNode[]): string[] {
  for (const node of ranked) {
    const section = node.values['articleSection'];
    const list = (Array.isArray(section) ? section : [section]).map(ldText);
    const names = list.map((name) => name.trim()).filter((name) => name !== '');
    if (names.length > 0) return names.slice(0, 6);
  }
  return [];
}

function breadcrumbOf(nodes: readonly LdNode[]): string[] {
  const list = nodes.find((node) => node.types.includes('BreadcrumbList'));
  const items = list?.values['itemListElement'];
  if (!Array.isArray(items)) return [];
  return items
    .filter(isRecord)
    .map((item) => ({
      position: Number(item['position'] ?? 0),
      name: ldText(item['name'] ?? item['item']).trim(),
    }))
    .sort((a, b) => a.position - b.position)
    .map((item) => item.name)
    .filter((name) => name !== '' && !name.startsWith('http'))
    .slice(0, 12);
}
