/** Names of the characters from the blank that does not break (160) to ÿ (255), in order. */
const LATIN =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn ' +
  'sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave ' +
  'Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc ' +
  'Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute ' +
  'THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml ' +
  'igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave ' +
  'uacute ucirc uuml yacute thorn yuml';
/** Names with their characters: Greek, arrows, signs of mathematics and of print; without names that programs use, image and real. */
const SIGNS =
  'OEligŒ oeligœ ScaronŠ scaronš YumlŸ fnofƒ AlphaΑ BetaΒ GammaΓ DeltaΔ EpsilonΕ ' +
  'ZetaΖ EtaΗ ThetaΘ IotaΙ KappaΚ LambdaΛ MuΜ NuΝ XiΞ OmicronΟ PiΠ RhoΡ SigmaΣ TauΤ UpsilonΥ ' +
  'PhiΦ ChiΧ PsiΨ OmegaΩ alphaα betaβ gammaγ deltaδ epsilonε zetaζ etaη thetaθ iotaι kappaκ ' +
  'lambdaλ muμ nuν xiξ omicronο piπ rhoρ sigmafς sigmaσ tauτ upsilonυ phiφ chiχ psiψ omegaω ' +
  'pivϖ ndash– mdash— lsquo‘ rsquo’ sbquo‚ ldquo“ rdquo” bdquo„ dagger† ' +
  'Dagger‡ bull• hellip… permil‰ prime′ Prime″ lsaquo‹ rsaquo› frasl⁄ euro€ ' +
  'trade™ larr← uarr↑ rarr→ darr↓ harr↔ crarr↵ lArr⇐ uArr⇑ rArr⇒ dArr⇓ ' +
  'hArr⇔ forall∀ part∂ exist∃ empty∅ nabla∇ isin∈ notin∉ ni∋ prod∏ sum∑ minus− lowast∗ radic√ ' +
  'prop∝ infin∞ ang∠ and∧ or∨ cap∩ cup∪ int∫ there4∴ sim∼ cong≅ asymp≈ ne≠ equiv≡ le≤ ge≥ sub⊂ ' +
  'sup⊃ nsub⊄ sube⊆ supe⊇ oplus⊕ otimes⊗ perp⊥ sdot⋅ lceil⌈ rceil⌉ lfloor⌊ rfloor⌋ lang⟨ rang⟩ ' +
  'loz◊ spades♠ clubs♣ hearts♥ diams♦ check✓ cross✗ starf★ star☆ phone☎ female♀ male♂ horbar― ' +
  'leqslant⩽ geqslant⩾';
/** What only parts words or tells a browser how to set them. */
const BLANKS: Readonly<Record<string, string>> = {
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  shy: '',
  zwnj: '',
  zwj: '',
  lrm: '',
  rlm: '',
};
const FIRST_LATIN = 160;

/** The characters that HTML has names for, &rarr; &le; &alpha;, by their names; not < and >, which may be markup that is shown. */
export const NAMED_CHARACTERS: ReadonlyMap<string, string> = new Map([
  ...LATIN.split(' ').map(
    (name, index) => [name, String.fromCharCode(FIRST_LATIN + index)] as const,
  ),
  ...SIGNS.split(' ').map((sign) => [sign.slice(0, -1), sign.slice(-1)] as const),
  ...Object.entries(BLANKS),
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);
