import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "./free-port.ts";

const PLACE = "/usr/bin/firefox-esr";

/** A loaded machine is no fault of the page. */
const PATIENCE_MS = 60_000;
const ANSWER_MS = 5_000;
/** As WebDriver names them */
const KEYS: Readonly<Record<string, string>> = {
  Control: "\uE009",
  Alt: "\uE00A",
  Shift: "\uE008",
  Enter: "\uE007",
  Tab: "\uE004",
  Escape: "\uE00C",
  ArrowDown: "\uE015",
  Delete: "\uE017",
};

export const hasFirefox = (): boolean => existsSync(PLACE);

export interface Firefox {
  visit(url: string): Promise<void>;
  /** Types into the field of that name */
  type(field: string, text: string): Promise<void>;
  /** Presses what a selector finds first, and waits for the page that it leads to */
  press(selector: string): Promise<void>;
  /** Presses a key, or keys together: "n", "Control+Enter" */
  key(keys: string): Promise<void>;
  /** Types letter by letter wherever the focus is */
  write(text: string): Promise<void>;
  /** Presses a place of the window with the mouse */
  clickAt(x: number, y: number): Promise<void>;
  resize(width: number, height: number): Promise<void>;
  /** What its console has told as errors, and what pages have thrown */
  readonly errors: readonly string[];
  /** How many pages it has loaded */
  loads(): number;
  /** Presses the button or link whose name begins so, as soon as it is there */
  act(name: string): Promise<void>;
  /**
   * Presses what leads to another site, perhaps, and waits for what the page there has: the page that is left answers first, since
   * one that is gone never does.
   */
  leave(selector: string, next: string): Promise<void>;
  /** Waits until an expression is true of the page */
  until(expression: string): Promise<void>;
  /** What a page answers to an expression, now or when it has kept its promise, as text */
  read(expression: string): Promise<string>;
  /** The page on paper, as PDF. @param page centimetres */
  print(url: string, page: { readonly width: number; readonly height: number }): Promise<Buffer>;
  close(): Promise<void>;
}

/** Debian's Firefox, asked by WebDriver BiDi. */
export async function startFirefox(): Promise<Firefox> {
  const profile = await mkdtemp(join(tmpdir(), "visits-firefox-"));
  const port = await freePort();
  const args = ["--headless", "--no-remote", "--profile", profile, `--remote-debugging-port=${port}`];
  const child = spawn(PLACE, args, { stdio: "ignore", env: { ...process.env, HOME: profile } });
  const socket = await connected(`ws://127.0.0.1:${port}/session`, child);
  const errors: string[] = [];
  let loads = 0;
  const ask = askerOf(socket, (event, { level, text }) => {
    if (event === "browsingContext.load") loads++;
    else if (level === "error") errors.push(String(text));
  });
  await ask("session.new", { capabilities: {} });
  await ask("session.subscribe", { events: ["log.entryAdded", "browsingContext.load"] });
  const { context } = await ask("browsingContext.create", { type: "tab" });
  const read = async (expression: string): Promise<string> => {
    const asked = {
      expression: `Promise.resolve(${expression}).then(String)`,
      target: { context },
      awaitPromise: true,
    };
    const { result, exceptionDetails } = (await ask("script.evaluate", asked)) as Evaluated;
    if (exceptionDetails) throw new Error(`${exceptionDetails.text}, asked ${expression}`);
    return result?.value ?? "";
  };
  const until = async (expression: string): Promise<void> => {
    const end = Date.now() + PATIENCE_MS;
    // A page on its way to another site may take the question along, and never answer.
    const asked = () => Promise.race([read(expression).catch(() => ""), sleep(ANSWER_MS, "")]);
    while ((await asked()) !== "true") {
      if (Date.now() > end)
        throw new Error(`Never so: ${expression}\n${await read("document.body.innerText").catch(String)}`);
      await sleep(50);
    }
  };
  const perform = async (keys: readonly string[]): Promise<void> => {
    const values = keys.map((key) => KEYS[key] ?? key);
    const down = values.map((value) => ({ type: "keyDown", value }));
    const up = values.toReversed().map((value) => ({ type: "keyUp", value }));
    await ask("input.performActions", {
      context,
      actions: [{ type: "key", id: "keyboard", actions: [...down, ...up] }],
    });
  };
  return {
    read,
    visit: async (url) => void (await ask("browsingContext.navigate", { context, url, wait: "complete" })),
    type: async (field, text) =>
      void (await read(`document.querySelector('[name="${field}"]').value = ${JSON.stringify(text)}`)),
    press: async (selector) => {
      const before = await read("performance.timeOrigin");
      await read(`document.querySelector(${JSON.stringify(selector)}).click()`);
      // Firefox shows an empty page of its own, complete as well, a moment before the next one.
      const isAnother = `performance.timeOrigin !== ${before} && location.href !== "about:blank"`;
      await until(`${isAnother} && document.readyState === "complete"`);
    },
    leave: async (selector, next) => {
      await read(
        `(window.isLeft = true, setTimeout(() => document.querySelector(${JSON.stringify(selector)}).click(), 50))`,
      );
      await until(
        `!window.isLeft && document.querySelector(${JSON.stringify(next)}) !== null && document.readyState === "complete"`,
      );
    },
    key: (keys) => perform(keys.split("+")),
    write: async (text) => {
      for (const letter of text) await perform([letter]);
    },
    clickAt: async (x, y) => void (await ask("input.performActions", { context, actions: [pressAt(x, y)] })),
    resize: async (width, height) =>
      void (await ask("browsingContext.setViewport", { context, viewport: { width, height } })),
    errors,
    loads: () => loads,
    act: async (name) => {
      const found = `[...document.querySelectorAll("button, a, [role=radio], label")].find((each) =>
        (each.ariaLabel ?? each.textContent).trim().startsWith(${JSON.stringify(name)}) && each.offsetParent !== null)`;
      await until(`Boolean(${found})`);
      await read(`(${found}).click()`);
    },
    until,
    print: async (url, page) => {
      await ask("browsingContext.navigate", { context, url, wait: "complete" });
      const { data } = await ask("browsingContext.print", { context, page, background: true });
      return Buffer.from(String(data), "base64");
    },
    close: async () => {
      socket.close();
      const ended = once(child, "exit");
      child.kill("SIGKILL");
      await ended;
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function connected(url: string, child: ChildProcess): Promise<WebSocket> {
  while (child.exitCode === null) {
    const socket = new WebSocket(url);
    const isOpen = await new Promise((resolve) => {
      socket.addEventListener("open", () => resolve(true));
      socket.addEventListener("error", () => resolve(false));
    });
    if (isOpen) return socket;
    await sleep(100);
  }
  throw new Error("Firefox has ended before it could be asked.");
}

const pressAt = (x: number, y: number) => ({
  type: "pointer",
  id: "mouse",
  parameters: { pointerType: "mouse" },
  actions: [
    { type: "pointerMove", x: Math.round(x), y: Math.round(y) },
    { type: "pointerDown", button: 0 },
    { type: "pointerUp", button: 0 },
  ],
});

/** Of an expression: its value, or what it threw */
interface Evaluated {
  readonly result?: { readonly value?: string };
  readonly exceptionDetails?: { readonly text: string };
}

type Answer = Readonly<Record<string, unknown>>;

function askerOf(
  socket: WebSocket,
  onEvent: (name: string, data: Answer) => void,
): (method: string, params: object) => Promise<Answer> {
  const waiting = new Map<number, PromiseWithResolvers<Answer>>();
  socket.addEventListener("message", ({ data }) => {
    const { id, result, error, message, method, params } = JSON.parse(String(data));
    if (method) onEvent(method, params);
    else if (error) waiting.get(id)?.reject(new Error(`${error}: ${message}`));
    else waiting.get(id)?.resolve(result);
  });
  let count = 0;
  return (method, params) => {
    const id = ++count;
    const answer = Promise.withResolvers<Answer>();
    waiting.set(id, answer);
    socket.send(JSON.stringify({ id, method, params }));
    const silent = setTimeout(
      () => answer.reject(new Error(`Firefox never answered to ${method} ${JSON.stringify(params)}`)),
      PATIENCE_MS,
    );
    return answer.promise.finally(() => {
      clearTimeout(silent);
      waiting.delete(id);
    });
  };
}
