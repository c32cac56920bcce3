import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { deliverAll } from "../../src/mail/deliver.ts";
import { aSibling, type Sibling } from "../live-desks.ts";
import { aMailDesk, type MailDesk } from "../mail-desk.ts";
import { patiently } from "../patience.ts";
import { setClock } from "../set-clock.ts";
import { aWaitingDesk, type WaitingDesk } from "../waiting-desk.ts";
import { aWorld, NOW, type TestOffice, type World } from "../world.ts";
import { aBrowser, type ClerksBrowser, rememberedAt } from "./clerks-browser.ts";
import { addressAt as at, tellsOf as bothTellOf, type Siblings } from "./two-processes.ts";

/** What desks ask for beside the day. */
let world: World;
let siblings: Siblings;
beforeAll(async () => {
  world = await aWorld();
  siblings = [await aSibling(world), await aSibling(world)];
});
beforeEach(() => {
  world.now = NOW;
});
afterEach(() => void vi.restoreAllMocks());
afterAll(async () => {
  for (const sibling of siblings) await sibling.close();
  await world.close();
});

const TICKETS = "days/2026-11-24/tickets";
const CALL_DAYS = "call-lists";
const MAIL_COUNT = "mails/count";
const LISTS = [TICKETS, CALL_DAYS, MAIL_COUNT];

async function issue(at: Sibling, { code }: TestOffice, browser: ClerksBrowser): Promise<void> {
  const { status } = await browser(`${at.url}/api/offices/${code}/tickets`, {
    method: "POST",
    headers: { "idempotency-key": randomUUID() },
    body: { service: "signature" },
  });
  expect(status).toBe(201);
}

const tellsOf = (desk: MailDesk | WaitingDesk, list: string, act: () => Promise<unknown>) =>
  bothTellOf({ world, siblings }, desk, list, act);

test("each list is read once for all desks that ask, and each of them is told which queues are theirs", async () => {
  const desk = await aWaitingDesk(world);
  const colleague = await world.aClerk(desk.office);
  await world.owner.query("update queue set employee_id = $2 where office_id = $1 and number = 2", [
    desk.office.id,
    colleague.employeeId,
  ]);
  const [own] = siblings;
  for (const list of LISTS) {
    await rememberedAt([own], desk.clerk, (sibling) => at(sibling, desk.office, list));
    const mine = aBrowser(desk.clerk);
    await issue(own, desk.office, mine);
    const read = vi.spyOn(own.db, "read");
    const browsers = [...Array.from({ length: 10 }, () => aBrowser(desk.clerk)), aBrowser(colleague)];
    const answers = await Promise.all(browsers.map((browser) => browser(at(own, desk.office, list))));
    expect(read, list).toHaveBeenCalledTimes(1);
    read.mockRestore();
    if (list !== TICKETS) continue;
    expect([answers[0]?.body.ownQueues, answers.at(-1)?.body.ownQueues]).toEqual([[], [2]]);
    expect(answers[0]?.body.tickets).toHaveLength(1);
  }
});

test("whoever has a list is told that it is unchanged, and of no other office's", async () => {
  const [desk, other] = [await aWaitingDesk(world), await aWaitingDesk(world)];
  const [own] = siblings;
  await issue(own, desk.office, aBrowser(desk.clerk));
  for (const list of LISTS) {
    for (const { office, clerk } of [desk, other])
      await rememberedAt(siblings, clerk, (sibling) => at(sibling, office, list));
    const first = await aBrowser(desk.clerk)(at(own, desk.office, list));
    const etag = first.headers.get("etag") ?? "none";
    expect(etag).toMatch(/^W\//);
    const headers = { "if-none-match": etag };
    const again = await aBrowser(desk.clerk)(at(own, desk.office, list), { headers });
    expect([again.status, again.text, again.headers.get("etag")]).toEqual([304, "", etag]);
    const read = vi.spyOn(own.db, "read");
    expect((await other.issue()).status).toBe(201);
    await expect
      .poll(async () => (await aBrowser(other.clerk)(at(own, other.office, TICKETS))).body.tickets.length, {
        timeout: patiently(1_000),
      })
      .toBeGreaterThan(0);
    const before = read.mock.calls.length;
    expect((await aBrowser(desk.clerk)(at(own, desk.office, list))).text).toBe(first.text);
    expect(read.mock.calls.length, "another office's act is nothing to this one").toBe(before);
    read.mockRestore();
  }
  // What the third has issued is heard once it is found.
  const theirs = (await aBrowser(other.clerk)(at(own, other.office, TICKETS))).body.tickets;
  expect(theirs.map((one: { office: string }) => one.office)).toContain(other.office.code);
});

test(
  "one's own act is on the list at once, by either process, dozens of times beside readers",
  async () => {
    const desk = await aWaitingDesk(world);
    await rememberedAt(siblings, desk.clerk, (sibling) => at(sibling, desk.office, TICKETS));
    const [mine, colleagues] = [aBrowser(desk.clerk), aBrowser(await world.aClerk(desk.office))];
    const countAt = async (browser: ClerksBrowser, sibling: Sibling): Promise<number> =>
      (await browser(at(sibling, desk.office, TICKETS))).body.tickets.length;
    let isOver = false;
    const readers = siblings.map(async (sibling) => {
      while (!isOver) await countAt(colleagues, sibling);
    });
    const issueAll = async () => {
      for (let count = 1; count <= 60; count++) {
        const [writer, other] = count % 2 ? siblings : [siblings[1], siblings[0]];
        await issue(writer, desk.office, mine);
        expect(await countAt(mine, count % 3 ? writer : other), `the ${count}th time`).toBe(count);
      }
    };
    await issueAll().finally(() => {
      isOver = true;
      return Promise.allSettled(readers);
    });
  },
  patiently(15_000),
);

const EMAIL = "eleni@example.gr";

test(
  "whoever writes numbers, calls or whose queues they are is on the list of numbers within a second",
  async () => {
    const desk: WaitingDesk = await aWaitingDesk(world);
    const mail: MailDesk = await aMailDesk(world);
    const ok = async (reply: Promise<{ status: number; body: { id: string; version: number } }>) => {
      const { status, body } = await reply;
      expect([200, 201]).toContain(status);
      return body;
    };
    let ticket = { id: "", version: 0 };
    const onTicket = (what: string, body?: object) => async () => {
      ticket = await ok(desk.onTicket(ticket.id, what, ticket.version, body));
    };
    const visit = await desk.booked("11:30");
    const acts: readonly (() => Promise<unknown>)[] = [
      async () => {
        ticket = await ok(desk.issue());
      },
      onTicket("priority"),
      onTicket("call", { queue: 1 }),
      onTicket("undo"),
      onTicket("departure"),
      () => ok(desk.act(visit.id, "arrival")),
      () => ok(desk.act(visit.id, "call", { version: 2, body: {} })),
      () => ok(desk.act(visit.id, "undo", { version: 3 })),
      () => ok(desk.issue({ turnedAway: true })),
      () =>
        ok(desk.clerk.ask("POST", `${desk.office.code}/walk-ins`, { body: { service: "vehicle" }, key: randomUUID() })),
      async () => {
        await desk.issue();
        return ok(desk.next(2));
      },
    ];
    for (const act of acts) await tellsOf(desk, TICKETS, act);
    const { code } = mail.office;
    await tellsOf(mail, TICKETS, () =>
      ok(
        mail.head.ask("POST", `${code}/entrance-screens`, {
          body: { name: "Αίθουσα", kind: "display" },
          key: randomUUID(),
        }),
      ),
    );
    const { version } = (await mail.head.ask("GET", `${code}/settings`)).body;
    await tellsOf(mail, TICKETS, () =>
      ok(mail.head.ask("PATCH", `${code}/settings`, { body: { lineSlackMinutes: 25 }, version })),
    );
    await mail.close();
  },
  patiently(60_000),
);

test(
  "whoever writes e-mails, or what becomes of them, is in their count within a second",
  async () => {
    const desk = await aMailDesk(world);
    const sent = () => deliverAll(desk.deps);
    const later = () => {
      world.now = world.now.add({ minutes: 3 });
    };
    let id = "";
    await tellsOf(desk, MAIL_COUNT, async () => {
      id = (await desk.booked("12:00", { email: EMAIL, date: "2026-11-25" })).id;
    });
    later();
    await tellsOf(desk, MAIL_COUNT, sent);
    // Booked and cancelled before its letter leaves: it is withdrawn without a word.
    const { id: gone } = await desk.booked("12:30", { email: EMAIL, date: "2026-11-25" });
    await desk.act(gone, "cancellation", { version: 1 });
    later();
    await tellsOf(desk, MAIL_COUNT, sent);
    await setClock(world, Temporal.Instant.from("2026-11-24T18:00:00+02:00"));
    await tellsOf(desk, MAIL_COUNT, () => desk.planByClock());
    await tellsOf(desk, MAIL_COUNT, sent);
    expect(desk.arrived(), "a confirmation and a reminder").toHaveLength(2);
    desk.smtp.knobs({ faults: [{ at: "rcpt", does: "refuse", code: 550, text: "5.1.1 User unknown" }] });
    await desk.move(id, { date: "2026-11-25", time: "13:00", queue: 1 }, 1);
    later();
    await tellsOf(desk, MAIL_COUNT, sent);
    const { rows } = await world.owner.query("select id from mail where office_id = $1 and state = 'refused'", [
      desk.office.id,
    ]);
    expect(rows).toHaveLength(1);
    await tellsOf(desk, MAIL_COUNT, () => desk.rule("POST", `mails/${rows[0].id}/resend`, {}));
    await desk.close();
  },
  patiently(60_000),
);

test(
  "whoever makes a call needed, notes it or takes it back is on the days with calls within a second",
  async () => {
    const desk = await aMailDesk(world);
    const visit = await desk.booked("12:00", { phone: "6944123456" });
    const closing = { queue: null, kind: "closed", date: "2026-11-24", reason: "Απουσία" };
    let change = "";
    await tellsOf(desk, CALL_DAYS, async () => {
      change = (await desk.ruled("exceptions", { ...closing, from: "11:30", to: "12:30" })).change;
    });
    const note = (outcome: string, version: number) => () =>
      desk.rule("PATCH", `call-lists/2026-11-24/${visit.id}`, { outcome }, version);
    await tellsOf(desk, CALL_DAYS, note("agreed", 1));
    await tellsOf(desk, CALL_DAYS, note("no-answer", 2));
    await tellsOf(desk, CALL_DAYS, async () => {
      const { body } = await desk.clerk.ask("GET", `${desk.office.code}/appointments/${visit.id}`);
      expect((await desk.act(visit.id, "cancellation", { version: body.version })).status).toBe(200);
    });
    expect(change).not.toBe("");
    // Whom a letter did not reach is to be called.
    await desk.booked("13:00", { phone: "6944123457", email: EMAIL });
    desk.smtp.knobs({ faults: [{ at: "rcpt", does: "refuse", code: 550, text: "5.1.1 User unknown" }] });
    world.now = world.now.add({ minutes: 3 });
    await tellsOf(desk, CALL_DAYS, () => deliverAll(desk.deps));
    await desk.close();
  },
  patiently(60_000),
);
