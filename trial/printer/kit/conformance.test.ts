import { randomUUID } from "node:crypto";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createDevice, type DeviceParams } from "../device.ts";
import { type Journal, journalIn } from "../journal.ts";
import { testDevice } from "./conformance.ts";

/** The stand-in passes the kit; each that is broken in one way fails at that step. */

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "visits-printer-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Breakage {
  readonly fetch?: typeof fetch;
  journal?(whole: Journal): Journal;
}

async function wrongSteps({ fetch, journal = (whole) => whole }: Breakage = {}): Promise<string[]> {
  const own = join(folder, randomUUID());
  let device: ReturnType<typeof createDevice> | null = null;
  const presses: Promise<void>[] = [];
  const verdicts = await testDevice({
    seconds: { patience: 8, quiet: 2.5 },
    lead: async ({ address, key }) => {
      const params: DeviceParams = { address, key, journal: journal(journalIn(own)), paper: () => "ok" };
      const started = createDevice({ ...params, ...(fetch && { fetch }) });
      device = started;
      started.start();
      return {
        press: async () => void presses.push(started.press("other")),
        papers: async (number) => {
          await Promise.all(presses);
          return countPapers(own, number);
        },
      };
    },
  }).finally(() => device?.stop());
  return verdicts.flatMap(({ name, wrong }) => (wrong === null ? [] : [`${name}: ${wrong}`]));
}

async function countPapers(own: string, number: string): Promise<number> {
  // What is just being written has another name.
  const names = (await readdir(join(own, "papers"))).filter((name) => name.endsWith(".txt"));
  const papers = await Promise.all(names.map((name) => readFile(join(own, "papers", name), "utf8")));
  return papers.filter((paper) => paper.includes([...number].join(" "))).length;
}

test.concurrent("the stand-in passes it all", async () => {
  expect(await wrongSteps()).toEqual([]);
});

test.concurrent("a new key at each repeat is found", async () => {
  const renews: typeof fetch = (url, init) => {
    const headers = { ...(init?.headers as Record<string, string>) };
    if (headers["idempotency-key"]) headers["idempotency-key"] = randomUUID();
    return fetch(url, { ...init, headers });
  };
  const another = expect.stringMatching(/another Idempotency-Key/);
  const wrong = await wrongSteps({ fetch: renews });
  expect(wrong).toEqual([another, another, another]);
  expect(wrong.map((each) => each.split(":")[0])).toEqual(["answer-lost", "answer-cut", "busy"]);
});

test.concurrent("a job that is printed each time that it comes is found", async () => {
  const forgets = (whole: Journal): Journal => ({
    ...whole,
    print: (id, paper) => whole.print(`${id}-${randomUUID()}`, paper),
  });
  expect(await wrongSteps({ journal: forgets })).toEqual([expect.stringMatching(/^prints-once: \d papers came out/)]);
});

test.concurrent("going on with a key that was taken away is found", async () => {
  const denies: typeof fetch = async (url, init) => {
    const response = await fetch(url, init);
    return response.status === 401 ? new Response("{}", { status: 503 }) : response;
  };
  expect(await wrongSteps({ fetch: denies })).toEqual([expect.stringMatching(/^revoked: it asked /)]);
});

test.concurrent("half an answer that is believed, and a press that is never sent again, are found", async () => {
  const givesUp = (): typeof fetch => {
    const sent = new Set<unknown>();
    return async (url, init) => {
      const key = ((init?.headers ?? {}) as Record<string, string>)["idempotency-key"];
      if (key && sent.has(key)) return new Response('{"title":"once is enough"}', { status: 400 });
      if (key) sent.add(key);
      return fetch(url, init);
    };
  };
  const wrong = await wrongSteps({ fetch: givesUp() });
  expect(wrong.map((each) => each.split(":")[0])).toEqual(["answer-lost", "answer-cut", "busy"]);
});

test.concurrent("asking again at once though told to come later is found", async () => {
  const hurries: typeof fetch = async (url, init) => {
    const response = await fetch(url, init);
    return response.status === 503 ? new Response("{}", { status: 503 }) : response;
  };
  expect(await wrongSteps({ fetch: hurries })).toEqual([
    expect.stringMatching(/^busy: it was sent again after \d+ ms/),
  ]);
});
