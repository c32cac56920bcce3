import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aStage, done, type Stage } from "../../../test/acts.ts";
import { wish } from "../../../test/booking-desk.ts";
import { aCitizen } from "../../../test/citizen.ts";
import { emptyDatabase } from "../../../test/database.ts";
import { CHECKS_OF_DATA, doctorsFindings } from "../../../test/doctor.ts";
import { setClock } from "../../../test/set-clock.ts";
import { aTaxisnet, identify } from "../../../test/taxisnet.ts";
import { DAY, type VisitDesk } from "../../../test/visit-desk.ts";
import { aWalletWorld, identifyByWallet, type WalletWorld } from "../../../test/wallet/wallet-world.ts";
import type { Reply, World } from "../../../test/world.ts";
import { openOwner } from "../../platform/database/owner.ts";
import { hashOfToken } from "../../platform/token.ts";
import { formMark } from "../../public-booking/form/token.ts";
import { moveToken } from "../../public-booking/wallet/move.ts";
import { eraseSubject } from "../../retention/subject/erase.ts";
import { findSubject } from "../../retention/subject/find.ts";
import { subjectWish } from "../../retention/subject/wish.ts";
import { visits } from "../visits.ts";

/** Whatever the program writes by itself is no finding: every act that writes an appointment, each followed by the doctor. */

let taxisnet: Awaited<ReturnType<typeof aTaxisnet>>;
let wallets: WalletWorld;
let world: World;
let stage: Stage;
let here: VisitDesk;
let there: VisitDesk;
beforeAll(async () => {
  taxisnet = await aTaxisnet();
  wallets = await aWalletWorld({ ...taxisnet.settings, WALLET_ASKS_NUMBER: "true" });
  world = wallets.world;
  stage = await aStage(world);
  ({ here, there } = stage);
});
afterAll(async () => {
  await Promise.all([here.close(), there.close()]);
  await wallets.close();
  await taxisnet.stop();
});

const findings = () => doctorsFindings(world.database.ownerUrl, world.now, [], CHECKS_OF_DATA);

/** Each in the order in which it is done, then the doctor; one that is red names the act. */
async function play(acts: Readonly<Record<string, () => Promise<unknown>>>): Promise<void> {
  for (const [name, act] of Object.entries(acts)) {
    await act();
    expect([name, await findings()]).toEqual([name, []]);
  }
}

const NEXT = "2026-11-26";
const later = (time: Temporal.DurationLike) => setClock(world, world.now.add(time));
const seen = async (id: string): Promise<Reply["body"]> =>
  done(here.clerk.ask("GET", `${here.office.code}/appointments/${id}`));
async function act(id: string, what: string, body?: object): Promise<Reply["body"]> {
  const { version } = await seen(id);
  return done(here.act(id, what, { version, key: randomUUID(), ...(body && { body }) }));
}

test("at the counter", async () => {
  let visit: Reply["body"];
  let change: string;
  let ticket: Reply["body"];
  await play({
    "staff book": async () =>
      (visit = await here.booked("12:00", { date: NEXT, email: "a@example.gr", phone: "6944123456" })),
    change: async () => done(here.change(visit.id, { notes: "με το παιδί", email: "b@example.gr" }, 1)),
    move: () => act(visit.id, "move", { date: NEXT, time: "12:30", queue: 1 }),
    cancel: () => act(visit.id, "cancellation", {}),
    undo: () => act(visit.id, "undo"),
    "a walk-in": async () => {
      const { id } = await done(here.book(wish("10:30", { arrived: true, channel: "in-person" })));
      await act(id, "service-start");
      await act(id, "completion");
      await act(id, "undo");
      await act(id, "completion");
    },
    "a number": async () => {
      ticket = await done(
        here.clerk.ask("POST", `${here.office.code}/tickets`, { body: { service: "signature" }, key: randomUUID() }),
      );
    },
    next: async () => {
      const { id } = await done(
        here.clerk.ask("POST", `${here.office.code}/queues/1/next`, { body: { ends: [] }, key: randomUUID() }),
      );
      await done(here.clerk.ask("POST", `${here.office.code}/next/${id}/undo`));
      expect(ticket.id).toBeTruthy();
    },
    "the paper diary": async () => {
      const path = `${here.office.code}/diary-`;
      const body = {
        text: "26/11/2026;13:00;Καστανάς;Άρης\n26/11/2026;13:15;Μελισσά;Ζωή",
        service: "signature",
        queue: null,
      };
      const { fingerprint } = await done(here.clerk.ask("POST", `${path}previews`, { body }));
      const imports = { body: { ...body, fingerprint, leavesRest: false }, key: randomUUID() };
      const { id } = await done(here.clerk.ask("POST", `${path}imports`, imports));
      await done(here.clerk.ask("POST", `${here.office.code}/diary-imports/${id}/undo`));
    },
    "catching up from paper": async () => {
      const early = await here.booked("11:00");
      await later({ hours: 1 });
      const marks = [{ id: early.id, version: early.version, status: "served" }];
      const walkIns = [{ time: "11:15", until: "11:30", service: "signature" }];
      const path = `${here.office.code}/days/2026-11-24/catch-up`;
      const { id } = await done(here.clerk.ask("POST", path, { body: { marks, walkIns }, key: randomUUID() }));
      await stage.works();
      await done(here.clerk.ask("POST", `${here.office.code}/catch-ups/${id}/undo`));
    },
    "a transfer": async () => {
      const { version } = await seen(visit.id);
      const body = { office: there.office.code, date: NEXT, time: "12:00", queue: 1 };
      const path = `${here.office.code}/appointments/${visit.id}/transfer`;
      await done(stage.clerk.ask("POST", path, { body, version, key: randomUUID() }));
    },
    "a proposal": async () => {
      await here.booked("09:00", { date: NEXT, email: "c@example.gr" });
      await here.booked("14:45", { date: NEXT });
      const exception = { queue: null, kind: "closed", date: NEXT, from: "08:00", to: "15:00", reason: "Βλάβη" };
      ({ change } = await here.ruled("exceptions", exception));
    },
    "taken back": async () => done(here.takeBack(change)),
    "other hours": async () =>
      done(
        here.rule("PUT", "queues/2/hours", {
          from: NEXT,
          to: null,
          week: { "4": [{ opens: "08:00", closes: "12:00" }] },
        }),
      ),
    substitution: async () =>
      done(here.rule("POST", "queues/1/substitution", { date: NEXT, employee: here.clerk.employeeId })),
    "a closure of the nation, and its sweep": async () => {
      const body = { region: null, from: "2026-12-10", to: "2026-12-10", reason: "Εκλογές" };
      await there.booked("10:00", { date: "2026-12-10" });
      await done(stage.partner.athina.rule("POST", "closures", { body, key: randomUUID() }));
      await stage.works();
    },
  });
});

const WISH = {
  d1: "1",
  d2: "1",
  d3: "1",
  d4: "1",
  d5: "1",
  d6: "1",
  morning: "1",
  noon: "1",
  afternoon: "1",
  notice: "hours",
};
const hold = (desk: VisitDesk, link: string, time: string) =>
  desk.press(link, "hold", { at: `${DAY}T${time}` }, `days/${DAY}`);

/** A place that the counter had and gives up, offered to whoever wished. */
async function offered(at: VisitDesk, time: string): Promise<void> {
  const { id, version } = await at.booked(time, { date: DAY, lastName: "Απών" });
  await done(at.act(id, "cancellation", { body: {}, version }));
  await stage.works();
}

test("citizens, and who is asked for an earlier place", async () => {
  let link: string;
  const citizen = aCitizen(world);
  const email = "wisher@example.gr";
  const places = () => ({ [`o${here.office.code}`]: "1", [`o${there.office.code}`]: "1" });
  const accepted = async () => {
    const { headers } = await here.press(here.linkTo(email), "offer");
    expect(String(headers.location)).toContain("done=earlier");
  };
  await play({
    "a hold": () => citizen.choose(here.office, DAY, "08:00"),
    "another time": () => citizen.choose(here.office, DAY, "08:15"),
    "another office": () => citizen.choose(there.office, DAY, "08:15"),
    extended: () => citizen.send("/book/extend", {}),
    expired: async () => {
      await later({ minutes: 21 });
      await stage.works();
    },
    "confirmed by telephone": async () => {
      await citizen.choose(here.office, DAY, "08:30");
      await citizen.send("/book/who", { who: "self", lastName: "Γιασεμίδου", firstName: "Φανή" });
      const { headers } = await citizen.confirm({ how: "phone", phone: "6944000001" });
      expect(headers.location).toBe("/book/done");
    },
    "confirmed by TAXISnet": async () => {
      const fani = aCitizen(world);
      await fani.choose(here.office, DAY, "08:45");
      await fani.send("/book/who", { who: "self", lastName: "Γιασεμίδου", firstName: "Φανή" });
      await identify(fani, "fani");
      expect((await fani.confirm({ how: "taxisnet" })).headers.location).toBe("/book/done");
    },
    "a form that goes on elsewhere, and is forgotten": async () => {
      const computer = aCitizen(world);
      await computer.choose(here.office, DAY, "09:00");
      await computer.send("/book/wallet/elsewhere", {});
      const token = await moveToken(world.db, computer.cookie() ?? "");
      const telephone = aCitizen(world);
      const mark = formMark(hashOfToken(token) as Buffer);
      expect((await telephone.send(`/book/wallet/move/${token}`, { mark })).headers.location).toBe("/book/wallet");
      await identifyByWallet(wallets, telephone, "menelaos");
      await telephone.send("/book/wallet/forget", {});
      await telephone.send("/book/end", {});
    },
    "confirmed by a wallet": async () => {
      const anna = aCitizen(world);
      await anna.choose(here.office, DAY, "09:15");
      await anna.send("/book/who", { who: "self", lastName: "Nowiczek", firstName: "Anna" });
      await identifyByWallet(wallets, anna, "anna");
      expect((await anna.confirm({})).headers.location).toBe("/book/done");
    },
    "confirmed by link": async () => (link = await here.bookedOnline("14:00")),
    "moved by link": async () => {
      await hold(here, link, "14:15");
      expect((await here.press(link, "move")).headers.location).toBe(`${link}?done=moved`);
    },
    "a move given up": () => hold(here, link, "14:30"),
    "cancelled by link": async () =>
      expect((await here.press(link, "cancel")).headers.location).toBe(`${link}/cancelled`),
    "a wish": async () => {
      link = await here.bookedOnline("14:45", email);
      expect((await here.press(link, "wish", { ...WISH, ...places() })).status).toBe(303);
      await stage.works();
    },
    "an offer": () => offered(here, "13:00"),
    refused: () => here.press(here.linkTo(email), "refuse"),
    "an offer of the same office, taken": () => offered(here, "12:00").then(accepted),
  });
});

test("an accredited system", async () => {
  const { partner } = stage;
  const person = { office: here.office.code, service: "signature", lastName: "Γιασεμίδου", firstName: "Φανή" };
  let visit: Reply["body"];
  await play({
    booked: async () => {
      const body = { ...person, date: "2026-12-01", time: "09:00", email: "partner@example.gr" };
      visit = await done(partner.ask("POST", "appointments", { body, key: randomUUID() }));
    },
    moved: async () => {
      const body = { date: "2026-12-01", time: "09:15" };
      visit = await done(partner.ask("POST", `appointments/${visit.id}/move`, { body, version: visit.version }));
    },
    "moved by the counter": () => act(visit.id, "move", { date: "2026-12-01", time: "10:00", queue: 1 }),
    cancelled: async () => {
      const { version } = await done(partner.ask("GET", `appointments/${visit.id}`));
      await done(partner.ask("POST", `appointments/${visit.id}/cancellation`, { version }));
      await stage.works();
    },
  });
});

function wishOf(name: string) {
  const read = subjectWish({ name });
  if ("faults" in read) throw new Error("Nobody is looked for.");
  return read;
}

test("of a family's visit to come one who comes along is forgotten by request; undo brings back what was before, but no name", async () => {
  const folder = await mkdtemp(join(tmpdir(), "visits-acts-"));
  const [thomas, anna] = ["Θωμάς", "Άννα"].map((firstName) => ({
    lastName: "Γιασεμίδης",
    firstName,
    services: ["signature"],
  })) as [object, object];
  let visit: Reply["body"];
  await play({
    "booked for three": async () =>
      (visit = await here.booked("09:00", { date: "2026-12-03", email: "a@example.gr", companions: [thomas, anna] })),
    "only one of them": () => here.change(visit.id, { companions: [thomas] }, 1).then(done),
    "the other way round": () => here.change(visit.id, { companions: [anna, thomas] }, 2).then(done),
    "a name erased": async () => {
      const owner = openOwner(world.database.ownerUrl);
      const wish = wishOf("Γιασεμίδης Θωμάς");
      const along = await findSubject(owner.db, wish);
      const deps = { db: owner.db, clock: () => world.now, dataDir: folder };
      expect(await eraseSubject(deps, { own: [], along, wish })).toEqual([]);
      expect(await findSubject(owner.db, wish)).toEqual([]);
      await owner.close();
    },
    "the letters leave": () => stage.works(),
    "taken back": () => act(visit.id, "undo"),
    "taken back further": () => act(visit.id, "undo"),
  });
  const nobody = { lastName: "", firstName: "", services: ["signature"] };
  expect(await seen(visit.id)).toMatchObject({ version: 6, lastName: "Παπαδοπούλου", companions: [nobody, anna] });
  expect(JSON.stringify(await here.history(visit.id))).not.toContain("Θωμάς");
  await rm(folder, { recursive: true });
});

test("forgotten, by itself and by request, and brought back from a backup", async () => {
  const folder = await mkdtemp(join(tmpdir(), "visits-acts-"));
  const empty = await emptyDatabase();
  const run = async (url: { appUrl: string; ownerUrl: string }, ...argv: string[]) => {
    const lines: string[] = [];
    const env = { DATABASE_URL: url.appUrl, DATABASE_OWNER_URL: url.ownerUrl, DATA_DIR: folder };
    const say = (line: string) => lines.push(line);
    return { code: await visits([...argv, "--lang=en"], env, { out: say, err: say }), said: lines.join("\n") };
  };
  await play({
    erased: async () => {
      const owner = openOwner(world.database.ownerUrl);
      const { rows } = await world.owner.query(
        `select visit.*, code as office from appointment as visit join office on office.id = office_id
         where status in ('cancelled', 'served') and visit.anonymized_at is null`,
      );
      expect(rows.length).toBeGreaterThan(3);
      const deps = { db: owner.db, clock: () => world.now, dataDir: folder };
      expect(await eraseSubject(deps, { own: rows, along: [], wish: wishOf("Παπαδοπούλου") })).toEqual([]);
      await owner.close();
    },
    "due and anonymous": async () => {
      await later({ hours: 24 * 90 });
      await stage.works();
    },
  });
  expect(await run(world.database, "backup", join(folder, "backup"))).toMatchObject({ code: 0 });
  const restored = await run({ appUrl: empty.appUrl, ownerUrl: empty.url }, "restore", join(folder, "backup"));
  expect(restored, restored.said).toMatchObject({ code: 0 });
  await empty.drop();
  await rm(folder, { recursive: true });
});
