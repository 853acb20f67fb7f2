/** Where results go unless somebody says otherwise. */
export const DEFAULT_STORE = 'winnow-out';
