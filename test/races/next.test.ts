import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { VISITS_BY_HAND } from "../doctor.ts";
import { type Arena, openArena, QUEUES } from "./arena.ts";

let arena: Arena;
beforeAll(async () => {
  arena = await openArena();
});
afterAll(() => arena.close(...VISITS_BY_HAND));

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

test("two clerks start somebody at one counter at once, at two processes: one begins, the other is asked", async () => {
  const date = Temporal.Now.plainDateISO("Europe/Athens").toString();
  await arena.sql.query("update ticket set status = 'served' where status = 'in-service'");
  for (let round = 0; round < 5; round++) {
    const visits = await Promise.all([0, 1].map(() => anArrived(date)));
    const replies = await Promise.all(
      visits.map((id, process) =>
        (arena.desks[process] as Arena["desks"][0]).ask("POST", path(`appointments/${id}/service-start`)),
      ),
    );
    expect(replies.map(({ status, body }) => body.code ?? status).sort()).toEqual([200, "counter-busy"]);
    await arena.sql.query("update appointment set status = 'served' where id = any($1)", [visits]);
  }
});

/** In queue 2, today, whatever the hour is. */
async function anArrived(date: string): Promise<string> {
  const { rows } = await arena.sql.query<{ id: string }>(
    `insert into appointment (office_id, id, queue, starts_at, ends_at, status, status_at, service, last_name,
       first_name, channel, created_at)
     select office.id, gen_random_uuid(), 2,
       day + (count(visit.id) * 10) * interval '1 minute', day + (count(visit.id) * 10 + 10) * interval '1 minute', 'arrived',
       now(), 'copy-certification', 'Δοκιμή', 'Άννα', 'phone', now()
     from office cross join lateral (select $1::date::timestamp at time zone 'Europe/Athens' as day) as begun
       left join appointment as visit on visit.office_id = office.id and visit.queue = 2
         and visit.starts_at >= day and visit.starts_at < day + interval '1 day'
     where code = $2 group by office.id, day returning id`,
    [date, arena.office],
  );
  return rows[0]?.id as string;
}

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
