import "./immediates.ts";
import { runInNewContext } from "node:vm";
import { JSDOM } from "jsdom";
import { pageId } from "../recording.ts";

/**
 * The window of one file of component tests, put where the page's code looks for it before any of that is read. What the page needs
 * and jsdom has not is added, as browsers have it.
 */
const dom = new JSDOM('<!doctype html><html lang="el"><body><div id="app"></div></body></html>', {
  url: "http://localhost/",
  pretendToBeVisual: true,
});
const { window } = dom;

/** The language's own, and what is as good as a browser's. */
const NODES_OWN = new Set<string>([
  ...(runInNewContext("Object.getOwnPropertyNames(globalThis)") as string[]),
  "console",
  "performance",
  "crypto",
  "queueMicrotask",
  "structuredClone",
  "URL",
  "URLSearchParams",
  "Headers",
  "setTimeout",
  "clearTimeout",
  "setInterval",
  "clearInterval",
]);

for (const name of Object.getOwnPropertyNames(window)) {
  if (name.startsWith("_") || NODES_OWN.has(name)) continue;
  Object.defineProperty(globalThis, name, {
    get: () => (window as unknown as Record<string, unknown>)[name],
    set: (value) => Object.defineProperty(window, name, { value, configurable: true, writable: true }),
    configurable: true,
  });
}
const listening = ["addEventListener", "removeEventListener", "dispatchEvent"] as const;
for (const name of listening) define(globalThis, name, window[name].bind(window));
for (const name of ["window", "self", "top", "parent"]) define(globalThis, name, window);

function define(target: object, name: string | symbol, value: unknown): void {
  Object.defineProperty(target, name, { value, configurable: true, writable: true });
}

/** Nothing is drawn, so nothing is seen or measured: all of it counts as in sight. */
class Observer {
  readonly #tell: (entries: readonly object[], observer: Observer) => void;
  constructor(tell: (entries: readonly object[], observer: Observer) => void) {
    this.#tell = tell;
  }
  observe(target: Element): void {
    const contentRect = { width: 1280, height: 800 };
    queueMicrotask(() => this.#tell([{ target, contentRect, isIntersecting: true, intersectionRatio: 1 }], this));
  }
  unobserve(): void {}
  disconnect(): void {}
}
for (const name of ["IntersectionObserver", "ResizeObserver"]) {
  define(window, name, Observer);
  define(globalThis, name, Observer);
}

/** A desk's screen */
const WIDTH = 1280;
function matchMedia(media: string): object {
  const [, sign, px] = /\(width (<=?|>=?) (\d+)px\)/.exec(media) ?? [];
  const matches = sign !== undefined && (sign.startsWith("<") ? WIDTH < Number(px) : WIDTH >= Number(px));
  return { media, matches, addEventListener() {}, removeEventListener() {}, addListener() {}, removeListener() {} };
}
define(window, "matchMedia", matchMedia);
define(globalThis, "matchMedia", matchMedia);

const { HTMLElement, HTMLDialogElement, Element } = window;
define(window.HTMLCanvasElement.prototype, "getContext", () => null);
// Newer than jsdom's list of elements: React would say that no browser knows it.
const createElement = window.document.createElement.bind(window.document);
define(window.document, "createElement", (tag: string, options?: ElementCreationOptions) => {
  const element = createElement(tag, options);
  if (tag === "search") define(element, Symbol.toStringTag, "HTMLElement");
  return element;
});
for (const name of ["scrollIntoView", "scrollTo", "scrollBy"]) define(Element.prototype, name, () => {});
define(window, "scrollTo", () => {});
define(Element.prototype, "getAnimations", () => []);
define(Element.prototype, "checkVisibility", () => true);
define(window.Document.prototype, "getAnimations", () => []);
// Where nothing is drawn nothing has a place; the page asks by this whether something is shown.
Object.defineProperty(HTMLElement.prototype, "offsetParent", { get: () => window.document.body });
Object.defineProperty(HTMLElement.prototype, "innerText", {
  get(this: HTMLElement) {
    return this.textContent;
  },
  configurable: true,
});

/** Sheets are not read, so all that asking for them costs is spared: only what an element says of itself counts. */
const UNSTYLED = new Proxy(
  { getPropertyValue: () => "", display: "block", visibility: "visible", overflow: "visible", position: "static" },
  { get: (known, name) => known[name as keyof typeof known] ?? "" },
);
define(window, "getComputedStyle", () => UNSTYLED);
define(globalThis, "getComputedStyle", () => UNSTYLED);

const FOCUSABLE = "button:not([disabled]), [href], input:not([disabled]), select, textarea, [tabindex]";
const openers = new WeakMap<HTMLDialogElement, Element | null>();
define(HTMLDialogElement.prototype, "showModal", function (this: HTMLDialogElement) {
  openers.set(this, window.document.activeElement);
  this.setAttribute("open", "");
  (this.querySelector<HTMLElement>("[autofocus]") ?? this.querySelector<HTMLElement>(FOCUSABLE))?.focus();
});
define(HTMLDialogElement.prototype, "close", function (this: HTMLDialogElement) {
  if (!this.hasAttribute("open")) return;
  this.removeAttribute("open");
  (openers.get(this) as HTMLElement | null)?.focus();
  // React in its strict mode opens, closes and opens it in one go, which nobody is told.
  queueMicrotask(() => this.hasAttribute("open") || this.dispatchEvent(new window.Event("close")));
});
// Whoever stops the key on its way keeps it from the page, and not from the browser.
const escaped = (event: KeyboardEvent) => {
  const top = [...window.document.querySelectorAll<HTMLDialogElement>("dialog[open]")].at(-1);
  if (event.key !== "Escape" || !top) return;
  queueMicrotask(() => {
    if (!event.defaultPrevented && top.dispatchEvent(new window.Event("cancel", { cancelable: true }))) top.close();
  });
};
window.document.addEventListener("keydown", escaped, { capture: true });

// Which desk this is the page says by an id that it draws as it is loaded.
let drawn = 0;
define(crypto, "randomUUID", () => pageId(++drawn * 1_000_000));
