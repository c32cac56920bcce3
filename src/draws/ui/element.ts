/** An element of the page; texts in it are texts. @param look its classes */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  look: string,
  ...inside: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  if (look) made.className = look;
  made.append(...inside);
  return made;
}

export function byId<Of extends HTMLElement>(id: string): Of {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no ${id}.`);
  return found as Of;
}
