import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { aPartner, type TestPartner } from "../../../test/partner.ts";
import { openToCitizens } from "../../../test/public-booking.ts";
import { aWorld, NOW, type Reply, type TestOffice, type World } from "../../../test/world.ts";

let world: World;
let office: TestOffice;
let partner: TestPartner;
beforeAll(async () => {
  world = await aWorld({ RATE_LIMIT_PARTNER_BOOKINGS_PER_DAY: "9" });
  await openToCitizens(world.owner);
});
afterAll(() => world.close());
beforeEach(async () => {
  world.now = NOW;
  office = await world.anOffice();
  await world.owner.query("update queue set is_public = true where office_id = $1", [office.id]);
  await world.owner.query("update office set online_counter_percent = 0, online_freed_minutes = 0 where id = $1", [
    office.id,
  ]);
  partner = await aPartner(world);
});

const DAY = "2026-12-01";
const share = (percent: number) =>
  world.owner.query("update office set online_partner_percent = $2 where id = $1", [office.id, percent]);
const book = (time: string, by = partner, date = DAY, key: string = randomUUID()): Promise<Reply> => {
  const person = { lastName: "Γιασεμίδου", firstName: "Φανή", email: `${randomUUID()}@example.gr` };
  return by.ask("POST", "appointments", {
    key,
    body: { office: office.code, service: "signature", date, time, ...person },
  });
};
const TIMES = ["09:00", "09:15", "09:30", "09:45", "10:00", "10:15", "10:30", "10:45"];
const codes = (replies: readonly Reply[]) => replies.map(({ status, body }) => body.code ?? status);

test("of a day's public places one system gets its share, however many it asks for at once; another one gets its own", async () => {
  await share(10);
  const { rows } = await world.owner.query(
    "select sum(closes_minute - opens_minute) / 15.0 as places from queue_hours where office_id = $1 and weekday = 2",
    [office.id],
  );
  const given = Math.max(3, Math.floor(Number(rows[0].places) / 10));
  const replies = await Promise.all(TIMES.map((time) => book(time)));
  expect(codes(replies).toSorted()).toEqual([
    ...Array(given).fill(201),
    ...Array(TIMES.length - given).fill("partner-share-taken"),
  ]);
  const refused = replies.find(({ status }) => status === 409) as Reply;
  expect(refused.body.title).toContain("10\u00a0%");
  expect(refused.body.title).toContain(DAY);
  expect((await book("11:30", await aPartner(world))).status).toBe(201);
  expect((await book("09:00", partner, "2026-12-02")).status).toBe(201);

  const { id, version } = (replies.find(({ status }) => status === 201) as Reply).body;
  await partner.ask("POST", `appointments/${id}/cancellation`, { version });
  expect((await book("12:00")).status).toBe(201);
  expect((await book("12:15")).body.code).toBe("partner-share-taken");
});

test("what is moved to a day counts there, and moving within the day takes no more of it", async () => {
  await share(1);
  const visits = [];
  for (const time of TIMES.slice(0, 3)) visits.push((await book(time)).body);
  const other = (await book("09:00", partner, "2026-12-02")).body;
  const move = ({ id, version }: Reply["body"], time: string) =>
    partner.ask("POST", `appointments/${id}/move`, { version, body: { date: DAY, time } });
  expect((await move(other, "11:00")).body.code).toBe("partner-share-taken");
  expect((await move(visits[0], "11:00")).status).toBe(200);
  const held = "select from appointment where office_id = $1 and status = 'held'";
  expect((await world.owner.query(held, [office.id])).rows).toEqual([]);
});

test("in a day it books so many, in all offices together, and is told when there are more", async () => {
  const first = "key-of-the-first";
  for (const [index, time] of TIMES.entries()) {
    const key = index === 0 ? first : undefined;
    expect((await book(time, partner, DAY, key)).status).toBe(201);
  }
  const last = await Promise.all(["11:00", "11:15"].map((time) => book(time, partner, "2026-12-02")));
  expect(codes(last).toSorted()).toEqual([201, "partner-day-full"]);
  const refused = last.find(({ status }) => status === 429) as Reply;
  // 10:42 in Athens
  expect(Number(refused.headers["retry-after"])).toBe((13 * 60 + 18) * 60);
  expect(refused.body.title).toContain("2026-11-25");
  expect((await book("11:00", await aPartner(world))).status).toBe(201);
  world.now = Temporal.Instant.from("2026-11-25T00:00:00+02:00");
  expect((await book("12:00")).status).toBe(201);
});
