import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { aBookingDesk, type BookingDesk, wish } from "../booking-desk.ts";
import { aSibling, type Sibling } from "../live-desks.ts";
import { patiently } from "../patience.ts";
import { aWorld, type World } from "../world.ts";
import { aBrowser, type ClerksBrowser, rememberedAt } from "./clerks-browser.ts";

/** Two processes that remember the day of an office, and desks that work by both. */
let world: World;
let siblings: [Sibling, Sibling];
beforeAll(async () => {
  world = await aWorld();
  siblings = [await aSibling(world), await aSibling(world)];
});
afterEach(() => void vi.restoreAllMocks());
afterAll(async () => {
  for (const sibling of siblings) await sibling.close();
  await world.close();
});

const DATE = "2026-11-24";

const dayAt = ({ url }: Sibling, { office }: Pick<BookingDesk, "office">) =>
  `${url}/api/offices/${office.code}/days/${DATE}`;

const book = (at: Sibling, { office }: BookingDesk, browser: ClerksBrowser, time: string) =>
  browser(`${at.url}/api/offices/${office.code}/appointments`, {
    method: "POST",
    headers: { "idempotency-key": randomUUID() },
    body: wish(time),
  });

const remembered = (desk: BookingDesk) => rememberedAt(siblings, desk.clerk, (sibling) => dayAt(sibling, desk));

test("the day is read once for all the desks that ask, and each of them is told which queues are theirs", async () => {
  const desk = await aBookingDesk(world);
  const colleague = await world.aClerk(desk.office);
  await world.owner.query("update queue set employee_id = $2 where office_id = $1 and number = 2", [
    desk.office.id,
    colleague.employeeId,
  ]);
  await remembered(desk);
  const [own] = siblings;
  const booked = await book(own, desk, aBrowser(desk.clerk), "11:30");
  const read = vi.spyOn(own.db, "read");
  const browsers = [...Array.from({ length: 10 }, () => aBrowser(desk.clerk)), aBrowser(colleague)];
  const answers = await Promise.all(browsers.map((browser) => browser(dayAt(own, desk))));
  expect(read).toHaveBeenCalledTimes(1);
  const [first, last] = [answers[0]?.body, answers.at(-1)?.body];
  expect(first.appointments.map(({ id }: { id: string }) => id)).toEqual([booked.body.id]);
  expect(first.queues.map(({ isMine }: { isMine: boolean }) => isMine)).toEqual([false, false]);
  expect(last.queues.map(({ isMine }: { isMine: boolean }) => isMine)).toEqual([false, true]);
  expect({ ...last, version: first.version, queues: first.queues }).toEqual(first);
  expect(last.version).not.toBe(first.version);
});

test("another minute lets times go by, though no notice comes", async () => {
  const desk = await aBookingDesk(world);
  await remembered(desk);
  const [own] = siblings;
  const browser = aBrowser(desk.clerk);
  const before = (await browser(dayAt(own, desk))).body;
  expect([before.now.time, before.queues[0].free[0]]).toEqual(["10:42", "10:45"]);
  const begun = world.now;
  world.now = begun.add({ minutes: 4 });
  const after = await browser(dayAt(own, desk));
  expect([after.body.now.time, after.body.queues[0].free[0]]).toEqual(["10:46", "11:00"]);
  expect(after.body.version).not.toBe(before.version);
  world.now = begun;
});

test("who looks is recorded of each, though nothing is read for them, and also where nothing is sent again", async () => {
  const desk = await aBookingDesk(world);
  const [colleague, third] = [await world.aClerk(desk.office), await world.aClerk(desk.office)];
  await remembered(desk);
  const [own] = siblings;
  const { headers } = await aBrowser(colleague)(dayAt(own, desk));
  const again = await aBrowser(third)(dayAt(own, desk), { headers: { "if-none-match": headers.get("etag") ?? "" } });
  expect([again.status, again.text, again.headers.get("content-length")]).toEqual([304, "", null]);
  const { rows } = await world.owner.query(
    "select distinct employee_id from audit_entry where office_id = $1 and act = 'day-viewed' and day = $2",
    [desk.office.id, DATE],
  );
  const who = [desk.clerk, colleague, third].map(({ employeeId }) => employeeId);
  expect(rows.map(({ employee_id }) => employee_id).toSorted((a, b) => a - b)).toEqual(who.toSorted((a, b) => a - b));
});

test(
  "one's own act is on the day at once, by either process, hundreds of times beside readers; a colleague's within a second",
  async () => {
    const desk = await aBookingDesk(world);
    await remembered(desk);
    const { id } = (await book(siblings[0], desk, aBrowser(desk.clerk), "11:30")).body;
    const [mine, colleagues] = [aBrowser(desk.clerk), aBrowser(await world.aClerk(desk.office))];
    // A colleague may not see it yet.
    const notesAt = async (browser: ClerksBrowser, sibling: Sibling): Promise<string | undefined> =>
      (await browser(dayAt(sibling, desk))).body.appointments[0]?.notes;
    let isOver = false;
    const readers = siblings.map(async (sibling) => {
      while (!isOver) await notesAt(colleagues, sibling);
    });
    const readAll = async () => {
      for (let version = 1; version <= 200; version++) {
        const notes = `πράξη ${version}`;
        const [writer, other] = version % 2 ? siblings : [siblings[1], siblings[0]];
        const url = `${writer.url}/api/offices/${desk.office.code}/appointments/${id}`;
        const headers = { "if-match": `"${version}"` };
        expect((await mine(url, { method: "PATCH", headers, body: { notes } })).status).toBe(200);
        expect(await notesAt(mine, version % 3 ? writer : other), `the ${version}th time`).toBe(notes);
        if (version % 20) continue;
        for (const sibling of siblings)
          await expect
            .poll(() => notesAt(colleagues, sibling), { timeout: patiently(1_000), interval: 10 })
            .toBe(notes);
      }
    };
    await readAll().finally(() => {
      isOver = true;
      return Promise.allSettled(readers);
    });
  },
  patiently(15_000),
);

test("a process that has lost the connection by which it hears remembers nothing, and again once it hears", async () => {
  const desk = await aBookingDesk(world);
  await remembered(desk);
  const browser = aBrowser(desk.clerk);
  await world.owner.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and application_name like 'visits-notices%'`,
  );
  await world.owner.query("update queue set name = 'Χωρίς αναγγελία' where office_id = $1", [desk.office.id]);
  // A process hears of it when it has the processor.
  for (const sibling of siblings) {
    const queueName = async () => (await browser(dayAt(sibling, desk))).body.queues[0].name;
    await expect.poll(queueName, { timeout: patiently(1_000), interval: 20 }).toBe("Χωρίς αναγγελία");
  }
  await remembered(desk);
});

test("a colleague's act is on the day within a second, though the connection stands still without a word", async () => {
  const desk = await aBookingDesk(world);
  await remembered(desk);
  const { rows } = await world.owner.query<{ pid: number }>(
    `select pid from pg_stat_activity
     where datname = current_database() and application_name like 'visits-notices%'`,
  );
  expect(rows).toHaveLength(2);
  for (const { pid } of rows) process.kill(pid, "SIGSTOP");
  try {
    const { id } = await desk.booked("12:15");
    const seenAt = async (sibling: Sibling) =>
      (await aBrowser(desk.clerk)(dayAt(sibling, desk))).body.appointments.map((one: { id: string }) => one.id);
    for (const sibling of siblings)
      await expect.poll(() => seenAt(sibling), { timeout: patiently(1_100), interval: 20 }).toEqual([id]);
  } finally {
    for (const { pid } of rows) process.kill(pid, "SIGCONT");
  }
});
