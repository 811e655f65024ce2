type Attributes = Readonly<Record<string, string | boolean | undefined>>
type Child = Node | string | undefined

/** Makes an element. Text always goes in as text, so nothing a record or a query says can become markup. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes))
    if (value !== undefined && value !== false) element.setAttribute(name, value === true ? '' : value)
  element.append(...children.filter((child) => child !== undefined))
  return element
}

/** A button that does something on this page. */
export function button(text: string, act: () => void, attributes: Attributes = {}): HTMLButtonElement {
  const made = make('button', { type: 'button', ...attributes }, text)
  made.addEventListener('click', act)
  return made
}
