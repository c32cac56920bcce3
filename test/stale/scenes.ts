import { createHash, randomUUID } from "node:crypto";
import { wish } from "../booking-desk.ts";
import { anItem } from "../items-to-bring.ts";
import type { MinistryPerson } from "../ministry-person.ts";
import { aPartner } from "../partner.ts";
import { aRulesDesk, type RulesDesk } from "../rules-desk.ts";
import { aWaitingDesk } from "../waiting-desk.ts";
import type { Ask, Method, Reply, World } from "../world.ts";

/** A write of something that is there, and the row that it changes. */
export interface Scene {
  /** Sends it from a picture of that version */
  send(version: number): Promise<Reply>;
  readonly table: string;
  /** Which row: of the office or the nation, by its columns */
  readonly row: Readonly<Record<string, unknown>>;
  readonly column?: string;
}

type Make = (world: World, athina: MinistryPerson) => Promise<Scene>;

const DAY = "2026-11-24";
const REFERRAL = `insert into referral (code, answers, words) values ('$code', '{"el": "ο Δήμος"}', '{}')`;

/** Every write that takes a version, by its route as the contract has it. */
export const SCENES: Readonly<Record<string, Make>> = {
  "PATCH /api/offices/{office}/settings": async (world) => {
    const desk = await aRulesDesk(world);
    const send = (version: number) => headAsks(desk, "PATCH", "settings", { version, body: { leadMinutes: 45 } });
    return { send, table: "office", row: { id: desk.office.id }, column: "settings_version" };
  },
  "PATCH /api/offices/{office}/appointments/{id}": ofVisit("PATCH", "", { body: { notes: "με το παιδί" } }),
  "POST /api/offices/{office}/appointments/{id}/cancellation": ofVisit("POST", "/cancellation"),
  "POST /api/offices/{office}/appointments/{id}/undo": ofVisit("POST", "/undo", {}, ["arrival"]),
  "POST /api/offices/{office}/appointments/{id}/call": ofVisit("POST", "/call", {}, ["arrival"]),
  "POST /api/offices/{office}/appointments/{id}/arrival": ofVisit("POST", "/arrival"),
  "POST /api/offices/{office}/appointments/{id}/service-start": ofVisit("POST", "/service-start", {}, ["arrival"]),
  "POST /api/offices/{office}/appointments/{id}/completion": ofVisit("POST", "/completion", {}, [
    "arrival",
    "service-start",
  ]),
  "POST /api/offices/{office}/appointments/{id}/no-show": ofVisit("POST", "/no-show"),
  "POST /api/offices/{office}/appointments/{id}/departure": ofVisit("POST", "/departure", {}, ["arrival"]),
  "POST /api/offices/{office}/appointments/{id}/move": ofVisit("POST", "/move", {
    body: { date: DAY, time: "12:00", queue: 1 },
  }),
  "POST /api/offices/{office}/appointments/{id}/transfer": async (world) => {
    const [here, there] = [await world.anOffice(), await world.anOffice()];
    const clerk = await world.aClerk(here, there);
    const made = await clerk.ask("POST", `${here.code}/appointments`, { key: randomUUID(), body: wish("11:30") });
    const body = { office: there.code, date: DAY, time: "12:00", queue: 1 };
    const path = `${here.code}/appointments/${made.body.id}/transfer`;
    const send = (version: number) => clerk.ask("POST", path, { version, body, key: randomUUID() });
    return { send, table: "appointment", row: { office_id: here.id, id: made.body.id } };
  },

  "POST /api/offices/{office}/tickets/{id}/call": ofTicket("call", { queue: 1 }),
  "POST /api/offices/{office}/tickets/{id}/completion": ofTicket("completion", undefined, true),
  "POST /api/offices/{office}/tickets/{id}/departure": ofTicket("departure"),
  "POST /api/offices/{office}/tickets/{id}/priority": ofTicket("priority"),
  "POST /api/offices/{office}/tickets/{id}/undo": ofTicket("undo", undefined, true),

  "PUT /api/offices/{office}/visits/{id}/in-vain": ofVisitInVain("PUT"),
  "DELETE /api/offices/{office}/visits/{id}/in-vain": ofVisitInVain("DELETE"),

  "PATCH /api/offices/{office}/queues/{number}": ofQueue("PATCH", "", { name: "Πιστοποιητικά" }),
  "POST /api/offices/{office}/queues/{number}/default": ofQueue("POST", "/default"),
  "POST /api/offices/{office}/queues/{number}/archival": ofQueue("POST", "/archival"),
  "POST /api/offices/{office}/queues/{number}/publication": ofQueue("POST", "/publication"),
  "POST /api/offices/{office}/queues/{number}/hiding": ofQueue("POST", "/hiding"),
  "POST /api/offices/{office}/queues/{number}/activation": ofQueue("POST", "/activation"),
  "POST /api/offices/{office}/queues/{number}/deactivation": ofQueue("POST", "/deactivation"),
  "PUT /api/offices/{office}/queues/{number}/hours": ofQueue("PUT", "/hours", {
    from: DAY,
    to: null,
    week: { "2": [{ opens: "08:00", closes: "12:00" }] },
  }),
  "POST /api/offices/{office}/queues/{number}/substitution": ofQueue("POST", "/substitution", {
    date: DAY,
    employee: null,
  }),
  "PATCH /api/offices/{office}/exceptions/{id}": ofException("PATCH"),
  "DELETE /api/offices/{office}/exceptions/{id}": ofException("DELETE"),
  "PATCH /api/offices/{office}/call-lists/{date}/{id}": async (world) => {
    const desk = await aRulesDesk(world);
    await desk.booked("12:00", { phone: "6944123456" });
    await desk.ruled("exceptions", ABSENCE, "call");
    const [{ appointment_id: id }] = await desk.rows("call");
    const body = { outcome: "no-answer" };
    const send = (version: number) => headAsks(desk, "PATCH", `call-lists/${DAY}/${id}`, { version, body });
    return { send, table: "call", row: { office_id: desk.office.id, appointment_id: id } };
  },

  "PATCH /api/ministry/holidays/{date}": ofMinistry("PATCH", "holidays/2027-03-03", {
    table: "holiday",
    row: { date: "2027-03-03" },
    body: { name: "Τοπική", nameEn: "Local" },
    before: "insert into holiday (date, name, name_en) values ('2027-03-03', 'Δοκιμή', 'Trial')",
  }),
  "DELETE /api/ministry/holidays/{date}": ofMinistry("DELETE", "holidays/2027-03-04", {
    table: "holiday",
    row: { date: "2027-03-04" },
    before: "insert into holiday (date, name, name_en) values ('2027-03-04', 'Δοκιμή', 'Trial')",
  }),
  "PATCH /api/ministry/services/{code}": ofMinistry("PATCH", "services/signature", {
    table: "service",
    row: { code: "signature" },
    body: { toBring: [anItem("Ταυτότητα")] },
  }),
  "PUT /api/ministry/services/{code}/words": ofMinistry("PUT", "services/vehicle/words", {
    table: "service_words",
    row: { service: "vehicle" },
    body: { words: { el: ["αμάξι"] } },
    before: "insert into service_words (service, words) values ('vehicle', '{}')",
  }),
  "PUT /api/ministry/referrals/{code}": ofMinistry("PUT", "referrals/passport", {
    table: "referral",
    row: { code: "passport" },
    body: { answers: { el: "Αστυνομία" }, words: {}, url: null },
    before: REFERRAL.replace("$code", "passport"),
  }),
  "DELETE /api/ministry/referrals/{code}": ofMinistry("DELETE", "referrals/amka", {
    table: "referral",
    row: { code: "amka" },
    before: REFERRAL.replace("$code", "amka"),
  }),
  "PUT /api/ministry/letter-frame": ofMinistry("PUT", "letter-frame", {
    table: "letter_frame",
    row: {},
    body: { senderName: "ΚΕΠ", foot: null, footEn: null },
  }),
  "PUT /api/ministry/languages/{language}": ofMinistry("PUT", "languages/sq", {
    table: "counter_language",
    row: { language: "sq" },
    body: { isOn: true },
  }),
  "PUT /api/ministry/needs": ofMinistry("PUT", "needs", { table: "needs_offer", row: {}, body: { isOn: true } }),
  "PUT /api/ministry/move-limit": ofMinistry("PUT", "move-limit", { table: "move_limit", row: {}, body: { moves: 4 } }),
  "PUT /api/ministry/translations/{language}/{id}": ofMinistry(
    "PUT",
    `translations/sq/${createHash("md5").update("Χριστούγεννα").digest("hex")}`,
    {
      table: "translation",
      row: { greek: "Χριστούγεννα", language: "sq" },
      body: { words: "Krishtlindjet", isChecked: true },
    },
  ),
  "PUT /api/ministry/retention": ofMinistry("PUT", "retention", {
    table: "retention",
    row: {},
    body: { days: 60, seen: 0 },
  }),
  "PUT /api/ministry/partners/{id}/webhook": async (world) => {
    const { id, athina } = await aPartner(world);
    const body = { webhookUrl: "https://notices.example.gr/" };
    const send = (version: number) => athina.rule("PUT", `partners/${id}/webhook`, { version, body });
    return { send, table: "partner", row: { id } };
  },
  "POST /api/public/v1/partner/appointments/{id}/move": ofPartner("move", { date: "2026-12-01", time: "10:00" }),
  "POST /api/public/v1/partner/appointments/{id}/cancellation": ofPartner("cancellation"),
};

const ABSENCE = { queue: 1, kind: "closed", date: DAY, from: "12:00", to: "13:00", reason: "Απουσία" };

const headAsks = (desk: RulesDesk, method: Method, path: string, ask: Ask): Promise<Reply> =>
  desk.head.ask(method, `${desk.office.code}/${path}`, { key: randomUUID(), ...ask });

/** @param steps what has happened to it before */
function ofVisit(method: Method, path: string, ask: Ask = {}, steps: readonly string[] = []): Make {
  return async (world) => {
    const desk = await aRulesDesk(world);
    const { id } = await desk.booked("11:30");
    for (const step of steps) await desk.act(id, step);
    // So late that whoever was to come may be noted as not having come.
    await desk.later(1);
    const address = `${desk.office.code}/appointments/${id}${path}`;
    const send = (version: number) => desk.clerk.ask(method, address, { ...ask, version, key: randomUUID() });
    return { send, table: "appointment", row: { office_id: desk.office.id, id } };
  };
}

function ofTicket(act: string, body?: object, isCalled = false): Make {
  return async (world) => {
    const desk = await aWaitingDesk(world);
    const { id } = await desk.number();
    if (isCalled) await desk.next(1);
    const send = (version: number) => desk.onTicket(id, act, version, body);
    return { send, table: "ticket", row: { office_id: desk.office.id, id } };
  };
}

function ofVisitInVain(method: "PUT" | "DELETE"): Make {
  return async (world) => {
    const desk = await aWaitingDesk(world);
    const { id } = await desk.booked("10:45");
    for (const act of ["arrival", "service-start", "completion"] as const) await desk.act(id, act);
    const path = `${desk.office.code}/visits/${id}/in-vain`;
    const note = (reason: string, version: number) =>
      desk.clerk.ask("PUT", path, { version, body: { service: "signature", reason, line: null } });
    await note("elsewhere", 0);
    const send = (version: number) =>
      method === "PUT" ? note("needless", version) : desk.clerk.ask("DELETE", path, { version });
    return { send, table: "visit_in_vain", row: { office_id: desk.office.id, visit: id } };
  };
}

function ofQueue(method: Method, path: string, body: object = {}): Make {
  return async (world) => {
    const desk = await aRulesDesk(world);
    const send = (version: number) => headAsks(desk, method, `queues/2${path}`, { version, body });
    return { send, table: "queue", row: { office_id: desk.office.id, number: 2 } };
  };
}

function ofException(method: Method): Make {
  return async (world) => {
    const desk = await aRulesDesk(world);
    await desk.rule("POST", "exceptions", ABSENCE);
    const [{ id }] = await desk.rows("exception");
    const body = method === "PATCH" ? { ...ABSENCE, reason: "Άδεια" } : {};
    const send = (version: number) => headAsks(desk, method, `exceptions/${id}`, { version, body });
    return { send, table: "exception", row: { office_id: desk.office.id, id } };
  };
}

interface Ruling extends Pick<Scene, "table" | "row"> {
  readonly body?: object;
  readonly before?: string;
}

function ofMinistry(method: Method, path: string, { table, row, body, before }: Ruling): Make {
  return async (world, athina) => {
    if (before) await world.owner.query(before);
    const send = (version: number) => athina.rule(method, path, { version, key: randomUUID(), ...(body && { body }) });
    return { send, table, row };
  };
}

function ofPartner(act: string, body?: object): Make {
  return async (world) => {
    const office = await world.anOffice();
    await world.owner.query("update queue set is_public = true where office_id = $1", [office.id]);
    const partner = await aPartner(world);
    const person = { lastName: "Γιασεμίδου", firstName: "Φανή", email: `${randomUUID()}@example.gr` };
    const made = await partner.ask("POST", "appointments", {
      key: randomUUID(),
      body: { office: office.code, service: "signature", date: "2026-12-01", time: "09:00", ...person },
    });
    const { id } = made.body;
    const send = (version: number) =>
      partner.ask("POST", `appointments/${id}/${act}`, { version, ...(body && { body }) });
    return { send, table: "appointment", row: { office_id: office.id, id } };
  };
}
