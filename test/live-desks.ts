import type { AddressInfo } from "node:net";
import { buildApp } from "../src/app.ts";
import { directoryOf } from "../src/identity/directory/configured.ts";
import { providerOf } from "../src/identity/provider/configured.ts";
import { readConfig } from "../src/platform/config.ts";
import type { Standby } from "../src/platform/database/standby/standby.ts";
import type { Database } from "../src/platform/database/transaction.ts";
import type { App } from "../src/platform/http/server.ts";
import { createLogger } from "../src/platform/log.ts";
import { patiently } from "./patience.ts";
import type { Clerk, TestOffice, World } from "./world.ts";

/** One more process on the world's database, as far as its desks can tell. */
export interface Sibling {
  readonly url: string;
  readonly app: App;
  readonly db: Database;
  close(): Promise<void>;
}

/** @param standby where it makes its looks */
export async function aSibling(world: World, standby: Standby | null = null): Promise<Sibling> {
  const config = readConfig({
    NODE_ENV: "test",
    GSIS_BASE_URL: "http://127.0.0.1:9",
    GSIS_CLIENT_ID: "test",
    GSIS_CLIENT_SECRET: "test",
    DIRECTORY_URL: "http://127.0.0.1:9",
    RATE_LIMIT_PER_MINUTE: "1000000",
  });
  const deps = {
    ...world.database.ofProcess(),
    pool: world.database.pool,
    onRuling: () => {},
    onLetter: () => {},
    onRecord: () => {},
    clock: () => world.now,
    config,
    standby,
    log: createLogger("silent"),
  };
  const app = await buildApp({ ...deps, directory: directoryOf(config, deps), provider: providerOf(config) });
  await app.listen({ port: 0, host: "127.0.0.1" });
  return {
    url: `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`,
    app,
    db: deps.db,
    close: () => app.close(),
  };
}

export interface Heard {
  readonly name: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests read events of every shape
  readonly data: any;
}

/** A page that listens, and remembers what it heard. */
export interface Listener {
  readonly status: number;
  readonly headers: Headers;
  readonly heard: readonly Heard[];
  /** When the server ended it */
  readonly ended: Promise<void>;
  /** The first such event from the n-th on; @throws when none comes within the time */
  next(name: string, from?: number, withinMs?: number): Promise<Heard>;
  close(): void;
}

export const listen = (
  url: string,
  clerk: Pick<Clerk, "cookie">,
  office: TestOffice,
  desk?: string,
): Promise<Listener> =>
  listenTo(`${url}/api/offices/${office.code}/events${desk ? `?desk=${desk}` : ""}`, clerk.cookie);

/** To a stream of events at an address. */
export async function listenTo(address: string, cookie: string): Promise<Listener> {
  const end = new AbortController();
  const response = await fetch(address, { headers: { cookie, accept: "text/event-stream" }, signal: end.signal });
  const heard: Heard[] = [];
  const ended = response.ok ? readEvents(response, heard) : Promise.resolve();
  return {
    status: response.status,
    headers: response.headers,
    heard,
    ended,
    next: async (name, from = 0, withinMs = 3_000) => {
      for (const until = performance.now() + patiently(withinMs); performance.now() < until; await pause()) {
        const found = heard.slice(from).find((event) => event.name === name);
        if (found) return found;
      }
      throw new Error(`No "${name}" within ${patiently(withinMs)} ms, but: ${JSON.stringify(heard.slice(from))}`);
    },
    close: () => end.abort(),
  };
}

async function readEvents(response: Response, heard: Heard[]): Promise<void> {
  const decoder = new TextDecoder();
  let rest = "";
  try {
    for await (const bytes of response.body as ReadableStream<Uint8Array>) {
      const blocks = (rest + decoder.decode(bytes, { stream: true })).split("\n\n");
      rest = blocks.pop() as string;
      for (const block of blocks) {
        const [, name = "", data = ""] = /^event: (.*)\ndata: (.*)$/.exec(block) ?? [];
        heard.push({ name, data: JSON.parse(data) });
      }
    }
  } catch {
    // It was closed on our side, or cut off.
  }
}

const pause = () => new Promise((resolve) => setTimeout(resolve, 10));
