import type { BrowserContext, Page } from "@playwright/test";

/** What a screen has shown, and when: written down by its own page at each change. */
export interface Sighting {
  readonly at: number;
  /** Its stream was opened or lost, a display's rows, what a display said, what a phone shows, what a phone said */
  readonly kind: "open" | "lost" | "rows" | "said" | "place" | "told";
  readonly words: readonly string[];
}

export interface WatchedScreen {
  readonly page: Page;
  readonly seen: readonly Sighting[];
}

/** @param hurry how many times faster a display's own seven seconds go by: an hour is over in a minute or two */
export async function watchedPage(context: BrowserContext, hurry: number): Promise<WatchedScreen> {
  const seen: Sighting[] = [];
  await context.exposeFunction("saw", (one: Sighting) => void seen.push(one));
  await context.addInitScript(watching, hurry);
  return { page: await context.newPage(), seen };
}

/** In the page. */
function watching(hurry: number): void {
  const { saw } = window as unknown as { saw: (one: object) => void };
  const last: Record<string, string> = {};
  const note = (kind: string, words: readonly string[]) => {
    const text = words.join("\n");
    if ((kind === "rows" || kind === "place") && last[kind] === text) return;
    last[kind] = text;
    saw({ at: Date.now(), kind, words });
  };
  const { setTimeout: later, EventSource: Stream } = window;
  Object.assign(window, {
    setTimeout: (act: () => void, ms: number) => later(act, ms === 7_000 ? ms / hurry : ms),
    EventSource: class extends Stream {
      constructor(address: string) {
        super(address);
        this.addEventListener("open", () => note("open", []));
        this.addEventListener("error", () => note("lost", []));
      }
    },
  });
  const textOf = (element: Element | null | undefined) => (element?.textContent ?? "").replaceAll("\u00a0", "").trim();
  const counterOf = (call: Element) => textOf(call.querySelector(".place__counter"));
  const rowOf = (row: Element) =>
    `${textOf(row.querySelector("[data-number]"))} ${textOf(row.querySelector("[data-counter]"))}`;
  const look = () => {
    const [call, place] = [document.querySelector(".place--called"), document.querySelector("#place")];
    if (place) note("place", [call ? `called ${counterOf(call)}` : textOf(document.querySelector("h1"))]);
    if (!document.querySelector("[data-call]")) return;
    const isShown = document.body.dataset.state === "calls";
    note("rows", isShown ? [...document.querySelectorAll("[data-call]:not(.dempty)")].map(rowOf) : []);
  };
  const hear = (added: Node) => {
    if (added.parentElement?.id === "call") note("said", [textOf(added.parentElement)]);
    if (!(added instanceof Element)) return;
    const call = added.matches(".place--called") ? added : added.querySelector(".place--called");
    if (call) note("told", [counterOf(call)]);
  };
  document.addEventListener("DOMContentLoaded", () => {
    look();
    hear(document.body);
    new MutationObserver((changes) => {
      look();
      for (const { addedNodes } of changes) addedNodes.forEach(hear);
    }).observe(document.body, { childList: true, subtree: true, characterData: true, attributes: true });
  });
}
