/** Single keys, as long as nobody is writing and no modifier is held. */
export function startKeys(actions: () => Readonly<Record<string, () => void>>): void {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const target = event.target as HTMLElement;
    const isWriting = target.matches('input, textarea, select');
    if (isWriting) {
      if (event.key === 'Escape') target.blur();
      return;
    }
    const action = actions()[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  });
}
