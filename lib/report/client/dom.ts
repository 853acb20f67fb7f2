/** Elements are made here and nowhere else: text is always text, never markup. */

type Child = Node | string | null | undefined | false;
type Properties = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** An element with attributes (null, undefined and false are left out) and children. */
export function h<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Properties = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    element.setAttribute(attribute, value === true ? '' : String(value));
  }
  for (const child of children) if (child) element.append(child);
  return element;
}

export function byId(id: string): HTMLElement | null {
  return document.getElementById(id);
}

/** A button that does something. */
export function button(
  text: string,
  attributes: Properties,
  onClick: () => void,
): HTMLButtonElement {
  const element = h('button', { type: 'button', ...attributes }, text);
  element.addEventListener('click', onClick);
  return element;
}

/** A command with a button that copies it. */
export function commandLine(command: string): HTMLElement {
  const copy = button('Copy', { class: 'copy', 'aria-label': `Copy: ${command}` }, () => {
    void copyText(command).then((done) => {
      copy.textContent = done ? 'Copied' : 'Select it';
      setTimeout(() => {
        copy.textContent = 'Copy';
      }, 1500);
    });
  });
  return h('p', { class: 'command' }, h('code', {}, command), copy);
}

async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false; // no permission: the text can still be selected
  }
}
