/** What `make` gives, made when it is first asked for: a cold start pays only for what its pages need. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
