import { afterAll, beforeAll, expect, test } from "vitest";
import { aBookingDesk, type BookingDesk } from "../../../test/booking-desk.ts";
import { aWorld, type World } from "../../../test/world.ts";
import { messageOf } from "../../mail/letter/message.ts";
import { senderOf, visitsToTell } from "../../mail/visit-sql.ts";
import { fieldOf, TYPED, type TypedColumn } from "./columns.ts";

/** That letter and sheet say what the table of fields says that they do, and nothing else of what a clerk types. */

let world: World;
let desk: BookingDesk;
let id: string;
beforeAll(async () => {
  world = await aWorld();
  desk = await aBookingDesk(world);
  ({ id } = await desk.booked("11:30", { email: "eleni@example.gr" }));
});
afterAll(() => world.close());

const set = (values: Readonly<Record<string, unknown>>) =>
  world.owner.query(
    `update appointment set ${Object.keys(values).map((column, at) => `${column} = $${at + 2}`)} where id = $1`,
    [id, ...Object.values(values)],
  );

const CITIZEN = { party: "citizen", business_name: null, business_afm: null };
const BUSINESS = { party: "business", business_name: "Άλφα ΑΕ", business_afm: "094014201" };
const OF_BUSINESS: readonly TypedColumn[] = ["business_name", "business_afm"];

/** Another one than it has. */
const OTHER: Readonly<Record<Exclude<TypedColumn, "party">, string>> = {
  service: "vehicle",
  more_services: "{vehicle}",
  companions: JSON.stringify([{ lastName: "Γιασεμίδης", firstName: "Θωμάς", services: ["vehicle"] }]),
  last_name: "Γιασεμίδου",
  first_name: "Φανή",
  phone: "+306944123456",
  email: "fani@example.gr",
  business_name: "Βήτα ΑΕ",
  business_afm: "090000045",
  interpreter: "sq",
  needs: "{wheelchair}",
  behalf: "proxy",
  matter: "βεβαίωση για το σχολείο",
  notes: "με το παιδί",
  channel: "email",
  language: "en",
};

const letter = () =>
  world.database.db.read({ office: desk.office.id }, async (tx) => {
    const visit = (await visitsToTell(tx, desk.office.id, [id])).get(id);
    if (!visit) throw new Error("The appointment is not there.");
    const sender = await senderOf(tx, desk.office.id);
    return messageOf(id, { kind: "confirmation", visit, was: null }, sender, {
      from: "kep@example.gr",
      at: world.now,
      site: "https://visits.example",
    }).text;
  });

const sheet = async () =>
  (
    await world.app.inject({
      url: `/api/offices/${desk.office.code}/day-sheets/2026-11-24?phones=whole`,
      headers: { cookie: desk.clerk.cookie },
    })
  ).body.match(/<tbody>.*<\/tbody>/s)?.[0];

test.each(TYPED)("%s is read where its row says, and nowhere else", async (column) => {
  await set(OF_BUSINESS.includes(column) ? BUSINESS : CITIZEN);
  const { rows } = await world.owner.query("select * from appointment where id = $1", [id]);
  const before = { letter: await letter(), sheet: await sheet() };
  await set(column === "party" ? BUSINESS : { [column]: OTHER[column] });
  const after = { letter: await letter(), sheet: await sheet() };
  const stored = column === "companions" ? "[]" : rows[0][column];
  await set({ ...CITIZEN, ...(!(column in CITIZEN) && { [column]: stored }) });
  const readIn = (["letter", "sheet"] as const).filter((where) => before[where] !== after[where]);
  expect(readIn).toEqual(fieldOf(column).readIn);
});
