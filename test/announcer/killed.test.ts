import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { aBookingDesk, type BookingDesk, wish } from "../booking-desk.ts";
import { aSibling, type Listener, listen, type Sibling } from "../live-desks.ts";
import { patiently } from "../patience.ts";
import { aWorld, type World } from "../world.ts";

/** Desks of two processes, while a third is killed or stands still right behind its commit. */
let world: World;
let siblings: Sibling[];
beforeAll(async () => {
  world = await aWorld();
  siblings = [await aSibling(world), await aSibling(world)];
});
const children: ChildProcess[] = [];
// Who stands still would do so for good.
afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
});
afterAll(async () => {
  for (const sibling of siblings) await sibling.close();
  await world.close();
});

const SCRIPT = fileURLToPath(new URL("commit-and-end.ts", import.meta.url));

async function bookAndEnd({ clerk, office }: BookingDesk, time: string, signal: NodeJS.Signals) {
  const booking = JSON.stringify(wish(time));
  const given = [
    world.database.appUrl,
    world.now.toString(),
    signal,
    clerk.cookie,
    `${office.code}/appointments`,
    booking,
  ];
  const child = spawn(process.execPath, [SCRIPT, ...given], { stdio: "inherit" });
  children.push(child);
  const ended = once(child, "exit");
  const find = () => world.owner.query("select id from appointment where office_id = $1", [office.id]);
  await expect.poll(async () => (await find()).rowCount, { timeout: patiently(20_000), interval: 5 }).toBe(1);
  const [{ id }] = (await find()).rows;
  return { id, child, ended };
}

test.each([
  ["is killed", "SIGKILL"],
  ["stands still", "SIGSTOP"],
] as const)(
  "what a process has committed that %s before it announces is on every desk within a second",
  async (_name, signal) => {
    const desk = await aBookingDesk(world);
    const desks = await Promise.all(siblings.map(({ url }) => listen(url, desk.clerk, desk.office)));
    for (const one of desks) await one.next("fillings");
    const dayAt = async ({ url }: Sibling) => {
      const { office, clerk } = desk;
      const reply = await fetch(`${url}/api/offices/${office.code}/days/2026-11-24`, {
        headers: { cookie: clerk.cookie },
      });
      return (await reply.json()).appointments.map((one: { id: string }) => one.id);
    };
    for (const sibling of siblings) expect(await dayAt(sibling)).toEqual([]);
    const { id, child, ended } = await bookAndEnd(desk, "11:30", signal);
    const heard = await Promise.all(desks.map((one: Listener) => one.next("change", 0, 1_000)));
    for (const { data } of heard) expect(data.appointment).toBe(id);
    for (const sibling of siblings) expect(await dayAt(sibling)).toEqual([id]);
    child.kill("SIGKILL");
    expect(await ended).toEqual([null, "SIGKILL"]);
    expect((await desk.day()).appointments).toHaveLength(1);
    expect((await world.owner.query("select from announcement")).rowCount).toBe(0);
    for (const one of desks) one.close();
  },
);
