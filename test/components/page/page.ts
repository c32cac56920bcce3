import "./window.ts";
import { settle } from "./immediates.ts";
import "./matchers.ts";
import { type UserEvent, userEvent } from "@testing-library/user-event";
import axe from "axe-core";
import { expect, onTestFinished, vi } from "vitest";
import { forgetAllTyping } from "../../../src/kit/form/keeper.ts";
import { queryClient } from "../../../src/kit/query-client.ts";
import type { LiveEvents } from "../../../src/live/events.ts";
import { start as startApp } from "../../../src/web/app.tsx";
import { router } from "../../../src/web/router.tsx";
import { pageId } from "../recording.ts";
import { becomes, letPass, meanwhile, startClock, stopClock } from "./clock.ts";
import { closeStreams, hear, openStreams } from "./event-source.ts";
import { type Hands, type Locator, locatorOf } from "./locator.ts";
import { openServer, type RecordedServer } from "./server.ts";

/** The staff's whole application at an address, of which the server's answers and the clock alone are not real. */
export interface Page extends Pick<Locator, "getByRole" | "getByLabel" | "getByText" | "locator"> {
  readonly server: RecordedServer;
  /** Of the document: what stands after the host */
  address(): string;
  goto(address: string): Promise<void>;
  /** As when its address is opened anew: what was typed and asked before is forgotten */
  reload(): Promise<void>;
  back(): Promise<void>;
  readonly keyboard: { press(keys: string): Promise<void>; type(text: string): Promise<void> };
  /** What the stream of the office says */
  hear<Name extends keyof LiveEvents>(name: Name, data: LiveEvents[Name]): Promise<void>;
  /** So much of the page's time */
  letPass(ms: number): Promise<void>;
  /** Axe finds nothing: all of it but colours, which no sheet gives here */
  expectAccessible(state: string): Promise<void>;
}

/** Code that comes when it is needed is there before: else the first test of a worker would wait by the page's time for it. */
const PARTS = import.meta.glob("../../../src/**/ui/**/*.tsx");
await Promise.all(Object.values(PARTS).map((load) => load()));

/** @param scene of test/components/scenes, in which the answers were recorded */
export async function open(scene: string, address: string): Promise<Page> {
  const { currentTestName = "", testPath = "" } = expect.getState();
  const file = testPath.replace(/.*\/(.*)\.component\.test\.ts$/, "$1");
  const server = await openServer(file, currentTestName, scene);
  const complaints = listenToConsole();
  startClock(server.isBusy);
  vi.stubGlobal("fetch", server.fetch);
  let ids = 0;
  vi.spyOn(crypto, "randomUUID").mockImplementation(() => pageId(++ids));
  openStreams();
  const user = userEvent.setup({ delay: null, pointerEventsCheck: 0 });
  const page = pageOf(server, user);
  onTestFinished(async ({ task }) => {
    server.hearNoMore();
    await end();
    closeStreams();
    stopClock();
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
    server.end(task.result?.state === "pass");
    expect(complaints, "what React said").toEqual([]);
  });
  await start(address);
  await page.letPass(10);
  return page;
}

let stop: (() => void) | undefined;

async function start(address: string): Promise<void> {
  sessionStorage.clear();
  queryClient.clear();
  document.body.innerHTML = '<div id="app"></div>';
  router.history.replace(address);
  // Else it would show the page of the test before until this one's is there.
  router.startTransition = async (change) => {
    change();
    return true;
  };
  await meanwhile(router.load());
  stop = startApp();
}

async function end(): Promise<void> {
  stop?.();
  stop = undefined;
  queryClient.clear();
  forgetAllTyping();
  localStorage.clear();
}

function listenToConsole(): unknown[] {
  const complaints: unknown[] = [];
  for (const kind of ["error", "warn"] as const)
    vi.spyOn(console, kind).mockImplementation((...said) => void complaints.push(said.map(String).join(" ")));
  return complaints;
}

function pageOf(server: RecordedServer, user: UserEvent): Page {
  const hands = handsOf(user);
  const { getByRole, getByLabel, getByText, locator } = locatorOf("page", () => [document.body], hands);
  const page: Page = {
    server,
    getByRole,
    getByLabel,
    getByText,
    locator,
    address: () => location.pathname + location.search,
    goto: async (address) => {
      router.history.push(address);
      await letPass();
    },
    reload: async () => {
      await end();
      await start(page.address());
      await letPass();
    },
    back: async () => {
      history.back();
      await letPass(50);
    },
    keyboard: {
      press: (keys) => hands.press(keys, document.activeElement as HTMLElement),
      type: async (text) => {
        await settle();
        await user.keyboard(literal(text));
        await letPass();
      },
    },
    hear: async (name, data) => {
      hear(name, data);
      await letPass();
    },
    letPass,
    expectAccessible: async (state) => {
      await becomes(() => !document.querySelector("[aria-busy=true]"));
      const rules = { "color-contrast": { enabled: false } };
      const runOnly = { type: "tag" as const, values: TAGS };
      const { violations } = await meanwhile(
        axe.run({ exclude: [ON_PAPER] }, { runOnly, rules, resultTypes: ["violations"] }),
      );
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(", ")}`);
      expect(found, state).toEqual([]);
    },
  };
  return page;
}

/** A sheet alone keeps it from the screen. */
const ON_PAPER = ".print-note";
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

function handsOf(user: UserEvent): Hands {
  const then =
    (act: (...given: never[]) => Promise<unknown>) =>
    async (...given: unknown[]) => {
      await settle();
      await act(...(given as never[]));
      await letPass();
    };
  return {
    click: then((element: HTMLElement) => user.click(element)),
    press: then(async (keys: string, element: HTMLElement) => {
      if (element !== document.activeElement) element.focus();
      if (isFunctionKey(keys)) element.dispatchEvent(functionKey(keys));
      else await user.keyboard(keysOf(keys));
      // Which a browser takes for the menu key
      if (keys === "Shift+F10")
        element.dispatchEvent(new MouseEvent("contextmenu", { bubbles: true, cancelable: true }));
    }),
    fill: then(async (text: string, element: HTMLElement) => {
      await user.clear(element);
      if (text) await user.paste(text);
    }),
    select: then((value: string, element: HTMLElement) => user.selectOptions(element, value)),
  };
}

/** The keyboard of user-event does not know where these are. */
const isFunctionKey = (key: string): boolean => /^F\d+$/.test(key);
const functionKey = (key: string): KeyboardEvent =>
  new KeyboardEvent("keydown", { key, code: key, bubbles: true, cancelable: true });

/** Of a sign: where it is on the keyboard, by which the page knows it */
const isPlace = (key: string): boolean => /^(Slash|Bracket(Left|Right)|Digit\d)$/.test(key);

const literal = (text: string): string => text.replace(/[{[]/g, "$&$&");

/** As the keyboard of user-event is told of keys that are held while another is pressed */
function keysOf(keys: string): string {
  const parts = keys.split(/(?<=.)\+/);
  const last = parts.pop() ?? "";
  const held = parts.map((part) => `{${part}>}`).join("");
  const one = last === "Space" ? " " : last;
  const named = isPlace(one) ? `[${one}]` : `{${one}}`;
  const key = one.length === 1 ? literal(one) : named;
  return `${held}${key}${parts.map((part) => `{/${part}}`).join("")}`;
}
