import { computeAccessibleDescription, computeAccessibleName } from "dom-accessibility-api";

/** Which elements have a role by themselves; whatever says another of its own has that. */
const OWN: Readonly<Record<string, string>> = {
  article: "article",
  banner: "header",
  button: "button, summary, input[type=button], input[type=submit]",
  cell: "td",
  checkbox: "input[type=checkbox]",
  columnheader: "thead th, th[scope=col]",
  combobox: "select:not([multiple]):not([size])",
  dialog: "dialog",
  figure: "figure",
  form: "form[aria-label], form[aria-labelledby]",
  group: "fieldset, details",
  heading: "h1, h2, h3, h4, h5, h6",
  img: "img[alt]:not([alt=''])",
  link: "a[href]",
  list: "ul, ol",
  listitem: "li",
  main: "main",
  navigation: "nav",
  option: "option",
  progressbar: "progress",
  radio: "input[type=radio]",
  region: "section[aria-label], section[aria-labelledby]",
  row: "tr",
  rowheader: "th[scope=row]",
  search: "search",
  searchbox: "input[type=search]:not([list])",
  slider: "input[type=range]",
  spinbutton: "input[type=number]",
  status: "output",
  table: "table",
  term: "dt",
  textbox: "input:not([type]), input[type=text], input[type=email], input[type=tel], textarea",
};

export const isRole = (role: string): boolean => role in OWN || ROLES_SAID.has(role);
const ROLES_SAID = new Set(
  "alert application grid gridcell listbox menu menubar menuitem menuitemradio menuitemcheckbox note radiogroup switch tab tablist tabpanel toolbar tooltip tree alertdialog rowgroup separator".split(
    " ",
  ),
);

export function withRole(within: ParentNode, role: string): HTMLElement[] {
  const said = `[role=${role}]`;
  const own = OWN[role];
  const selector = own ? `${said}, ${own}` : said;
  return [...within.querySelectorAll<HTMLElement>(selector)].filter(
    (element) => (element.getAttribute("role") ?? role) === role && !isHidden(element),
  );
}

/** To everybody: what a sheet alone hides, a component test does not know. */
export function isHidden(element: Element): boolean {
  if (!element.isConnected) return true;
  for (let each: Element | null = element; each; each = each.parentElement) {
    if (each.hasAttribute("hidden") || each.getAttribute("aria-hidden") === "true" || each.hasAttribute("inert"))
      return true;
    if (each.tagName === "DIALOG" && !each.hasAttribute("open")) return true;
    if ((each as HTMLElement).style?.display === "none") return true;
    const shut = each.parentElement;
    if (shut?.tagName === "DETAILS" && !shut.hasAttribute("open") && each.tagName !== "SUMMARY") return true;
  }
  // What is not in the dialog over the page can't be reached.
  const top = [...document.querySelectorAll("dialog[open]")].at(-1);
  return top !== undefined && !top.contains(element) && !element.contains(top);
}

export const nameOf = (element: Element): string => spaced(computeAccessibleName(element));

export const descriptionOf = (element: Element): string => spaced(computeAccessibleDescription(element));

/** As it is read: what stands in it and no more spaces than one */
export const textOf = (element: Element): string => spaced(element.textContent ?? "");

export const spaced = (text: string): string => text.replace(/[\s\u200b]+/g, " ").trim();
