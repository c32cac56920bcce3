import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { aCitizen, type Citizen } from "../../../test/citizen.ts";
import { aDisplay } from "../../../test/display.ts";
import { anEntranceScreen, type EntranceScreen } from "../../../test/entrance-screen.ts";
import { aWaitingDesk, type WaitingDesk } from "../../../test/waiting-desk.ts";
import { aWorld, NOW, type World } from "../../../test/world.ts";

/** The own place in the line, on a phone. */

let world: World;
let desk: WaitingDesk;
let screen: EntranceScreen;
let phone: Citizen;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  world.now = NOW;
  desk = await aWaitingDesk(world);
  screen = await anEntranceScreen(world, desk.office);
  phone = aCitizen(world);
});

const plain = (text: string) => text.replaceAll("\u00a0", " ");
const later = (minutes: number) => {
  world.now = world.now.add({ minutes });
};
async function numbered() {
  await screen.take();
  const ticket = (await desk.tickets()).at(-1);
  return { ticket, address: `/line/${screen.key()}` };
}
const seen = async (address: string) => plain((await phone.see(address)).text);
const statusOf = async (id: string) =>
  (await world.owner.query("select status from ticket where id = $1", [id])).rows[0].status;

test("number and people ahead; of others their numbers alone, of nobody a name or a service", async () => {
  await desk.number();
  const { address } = await numbered();
  const page = await phone.see(address);
  expect(plain(page.text)).toContain("Ο αριθμός σας Α 002 1 άτομο μπροστά");
  expect(plain(page.text)).toContain("Ενημερωμένο στις 10:42.");
  expect(page.html).not.toMatch(/Παπαδοπούλου|Γνήσιο|signature|<meta http-equiv/);
});

test("called, called again, being served, served", async () => {
  await aDisplay(world, desk.office);
  const { ticket, address } = await numbered();
  await desk.next(2);
  const page = await phone.see(address);
  expect(page.html).toContain("<title>(!) Σας καλεί η θυρίδα 2");
  expect(page.html).toMatch(/role="alert"/);
  expect(plain(page.text)).toContain("Κλήθηκε στις 10:42. Αν δεν προλάβετε, καλούμε ξανά στις 10:45.");
  expect(plain(page.text)).toContain("Α 001, εσείς 2");
  later(3);
  await desk.onTicket(ticket.id, "call", 2, { queue: 2 });
  expect(await seen(address)).toContain("Κλήθηκε στις 10:45. Είναι η δεύτερη κλήση.");
  const { id, version } = (await desk.tickets())[0];
  await desk.next(2, { ends: [], starts: { id, version } });
  expect(await seen(address)).toContain("Εξυπηρετείστε τώρα Θυρίδα 2");
  await desk.onTicket(ticket.id, "completion", version + 1);
  expect(await seen(address)).toContain("Ευχαριστούμε");
});

test("whoever is called is told where the counter is, where the head has said it, and is shown an arrow that way", async () => {
  await aDisplay(world, desk.office);
  const { address } = await numbered();
  await world.owner.query("update queue set arrow = 'right' where office_id = $1 and number = 2", [desk.office.id]);
  await desk.next(2);
  const page = await phone.see(address);
  expect(plain(page.text)).toContain("2 δεξιά, όπως βλέπετε την οθόνη κλήσεων Κλήθηκε στις 10:42.");
  expect(plain(page.text)).toContain("Α 001, εσείς δεξιά, όπως βλέπετε την οθόνη κλήσεων, 2");
  expect((await phone.see(`/en${address}`)).text).toContain("on the right as you face the screen");
  await world.owner.query("update queue set arrow = null where office_id = $1", [desk.office.id]);
  expect((await phone.see(address)).text).not.toContain("όπως βλέπετε");
});

test("who did not come is told what to do; the counter's undo puts them back", async () => {
  await aDisplay(world, desk.office);
  const { ticket, address } = await numbered();
  await desk.next(1);
  later(3);
  await desk.onTicket(ticket.id, "call", 2, { queue: 1 });
  later(3);
  await desk.next(1, { ends: [], leaves: [{ id: ticket.id, version: 3 }] });
  expect(await statusOf(ticket.id)).toBe("left");
  expect(await seen(address)).toContain("Σας καλέσαμε στη θυρίδα 1 και δεν φανήκατε.");
  expect((await phone.see(`${address}/leave`)).status).toBe(303);
});

test("the number is given up on the phone, asked once more, and once", async () => {
  const { ticket, address } = await numbered();
  const { html, text } = await phone.see(`${address}/leave`);
  expect(plain(text)).toContain("Αφήνετε τη θέση σας στη σειρά; Α 001");
  const mark = /name="mark" value="([^"]*)"/.exec(html)?.[1] ?? "";
  expect((await phone.send(`${address}/leave`, {})).status).toBe(403);
  expect(await statusOf(ticket.id)).toBe("arrived");
  const answers = await Promise.all([1, 2, 3].map(() => phone.send(`${address}/leave`, { mark })));
  expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
  expect(await statusOf(ticket.id)).toBe("left");
  expect(await seen(address)).toContain("Δεν είστε πια στη σειρά Η θέση σας δόθηκε.");
  const { rows } = await world.owner.query("select kind, employee_id from ticket_event where ticket_id = $1", [
    ticket.id,
  ]);
  expect(rows).toEqual([
    { kind: "issued", employee_id: null },
    { kind: "left", employee_id: null },
  ]);
});

test("an unknown key, one that is none, and one of yesterday: a plain word, and nothing changed", async () => {
  const { ticket, address } = await numbered();
  for (const key of ["A".repeat(43), "short", screen.key().toLowerCase()]) {
    const page = await phone.see(`/line/${key}`);
    expect([page.status, page.text.includes("Ο αριθμός δεν ισχύει")]).toEqual([404, true]);
  }
  for (const part of ["/leave", "/events"]) {
    const page = await phone.see(`/line/${"A".repeat(43)}${part}`);
    expect([page.status, page.text.includes("Ο αριθμός δεν ισχύει")]).toEqual([404, true]);
  }
  expect((await phone.see(`/en/line/${"A".repeat(43)}`)).text).toContain("This number is not valid");
  const { html } = await phone.see(`${address}/leave`);
  const mark = /name="mark" value="([^"]*)"/.exec(html)?.[1] ?? "";
  world.now = world.now.add({ hours: 24 });
  expect((await phone.see(`${address}/events`)).status).toBe(404);
  expect((await phone.see(address)).status).toBe(404);
  expect((await phone.send(`${address}/leave`, { mark })).status).toBe(404);
  expect(await statusOf(ticket.id)).toBe("arrived");
});

test("keys are stored nowhere, but for their hashes", async () => {
  await numbered();
  const { rows } = await world.owner.query("select hash from line_key where office_id = $1", [desk.office.id]);
  expect(rows[0].hash).toHaveLength(32);
  expect(rows[0].hash.toString("base64url")).not.toBe(screen.key());
});

test("somebody with an appointment has a place as well, once they have come, and gives it up", async () => {
  const { id, reference } = await desk.booked("10:45");
  await screen.see("/entrance");
  await screen.send("/entrance", { code: reference, ok: "1" });
  const address = `/line/${screen.key()}`;
  expect(await seen(address)).toContain("Ο αριθμός σας Β 101");
  const { html } = await phone.see(`${address}/leave`);
  await phone.send(`${address}/leave`, { mark: /name="mark" value="([^"]*)"/.exec(html)?.[1] ?? "" });
  const { rows } = await world.owner.query("select status from appointment where id = $1", [id]);
  expect(rows).toEqual([{ status: "left" }]);
});
