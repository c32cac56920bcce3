import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Arena, openArena, QUEUES } from "./arena.ts";

let arena: Arena;
beforeAll(async () => {
  arena = await openArena();
});
afterAll(() => arena.close());

type Seen = { readonly id: string; readonly version: number };

const path = (rest: string) => `/api/offices/${arena.office}/${rest}`;
const next = (queue: number, ends: readonly Seen[], process: number) =>
  (arena.desks[process % 2] as Arena["desks"][0]).ask("POST", path(`queues/${queue}/next`), {
    key: randomUUID(),
    body: { ends },
  });

async function numbers(count: number): Promise<void> {
  for (let index = 0; index < count; index++) {
    const { status } = await arena.desks[0].ask("POST", path("tickets"), {
      key: randomUUID(),
      body: { service: "copy-certification" },
    });
    expect(status).toBe(201);
  }
}

test("five counters press «Επόμενος» at once, at two processes, again and again: nobody is given to two", async () => {
  const rounds = 6;
  await numbers(QUEUES * rounds);
  const served: string[] = [];
  let ends = new Map<number, Seen[]>();
  for (let round = 0; round < rounds; round++) {
    const replies = await Promise.all(
      Array.from({ length: QUEUES }, (_, at) => next(at + 1, ends.get(at + 1) ?? [], at + round)),
    );
    expect(replies.map(({ status }) => status)).toEqual(Array(QUEUES).fill(200));
    const started = replies.map(({ body }) => body.started.ticket);
    served.push(...started.map(({ id }) => id));
    ends = new Map(started.map(({ id, version }, at) => [at + 1, [{ id, version }]]));
  }
  expect(new Set(served).size).toBe(QUEUES * rounds);
});

test("two desks of one queue press at once: one person comes, the other desk is told", async () => {
  for (let round = 0; round < 5; round++) {
    const { body } = await arena.desks[0].ask(
      "GET",
      path(`days/${Temporal.Now.plainDateISO("Europe/Athens")}/tickets`),
    );
    const ends = body.tickets
      .filter(({ status, queue }: { status: string; queue: number }) => status === "in-service" && queue === 1)
      .map(({ id, version }: Seen) => ({ id, version }));
    await numbers(2);
    const replies = await Promise.all([0, 1].map((process) => next(1, ends, process)));
    expect(replies.map(({ status, body: answer }) => answer.code ?? status).sort()).toEqual([200, "next-stale"]);
  }
});
