// The package exports its dictionaries without types: "from to|from to|…".
declare module 'opencc-js/dict/TSCharacters' {
  const dictionary: string;
  // biome-ignore lint/style/noDefaultExport: the package's own form.
  export default dictionary;
}
declare module 'opencc-js/dict/TSPhrases' {
  const dictionary: string;
  // biome-ignore lint/style/noDefaultExport: the package's own form.
  export default dictionary;
}
declare module 'opencc-js/dict/STCharacters' {
  const dictionary: string;
  // biome-ignore lint/style/noDefaultExport: the package's own form.
  export default dictionary;
}
