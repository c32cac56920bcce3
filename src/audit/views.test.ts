import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { wish } from "../../test/booking-desk.ts";
import { aHead } from "../../test/office-head.ts";
import { aRulesDesk, asProposed, type RulesDesk } from "../../test/rules-desk.ts";
import { aWorld, type Clerk, type Method, NOW, type World } from "../../test/world.ts";
import { personal } from "../platform/personal-data.ts";

/** Invariant 8: data of citizens is never seen without an entry. What the contract marks as such is what is tried here. */

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

interface RequestInput {
  readonly body?: object;
  readonly version?: number;
}

/** What an operation needs to answer with somebody's data: what is left of its path, and what is asked. */
type Scene = (desk: RulesDesk) => Promise<readonly [rest: string, asked?: RequestInput]>;

const TOMORROW = "2026-11-25";
const phone = "6944123456";

const DIARY = {
  text: "ημερομηνία\tώρα\tεπώνυμο\tόνομα\n26/11/2026\t10:00\tΣταυράκης\tΗλίας",
  service: "signature",
  queue: null,
};

const ofOne =
  (rest: string, asked: RequestInput = {}, more: object = {}): Scene =>
  async (desk) => {
    const { id } = await desk.booked("11:30", { phone, ...more });
    return [`appointments/${id}${rest}`, asked];
  };
const after =
  (steps: readonly string[], step: string): Scene =>
  async (desk) => {
    const { id } = await desk.booked();
    for (const each of steps) await desk.act(id, each);
    return [`appointments/${id}/${step}`];
  };
const ofRules =
  (path: string, body: object = {}): Scene =>
  async (desk) => {
    await desk.booked("11:30", { date: TOMORROW, queue: 2, phone });
    return [`${path}/proposals`, { body }];
  };
const called: Scene = async (desk) => {
  await desk.booked("11:30", { date: TOMORROW, phone });
  await desk.ruled("exceptions", { kind: "closed", date: TOMORROW, queue: null, reason: "Διακοπή" });
  return [`call-lists/${TOMORROW}`];
};
const lostMail = async (desk: RulesDesk): Promise<string> => {
  const { id } = await desk.booked("11:30", { date: TOMORROW, email: "e@example.gr", phone });
  const { rows } = await world.owner.query(
    `update mail set state = 'refused', settled_at = $2 where office_id = $1 and appointment_id = $3 returning id`,
    [desk.office.id, world.now.toString(), id],
  );
  return rows[0].id;
};

const SCENES: Readonly<Record<string, Scene | null>> = {
  "GET days/{date}": async (desk) => {
    await desk.booked();
    return ["days/2026-11-24"];
  },
  "GET appointments/{id}": ofOne(""),
  "PATCH appointments/{id}": ofOne("", { body: { notes: "άλλο" }, version: 1 }),
  "GET appointments/{id}/history": ofOne("/history"),
  "POST appointments/{id}/cancellation": ofOne("/cancellation", { body: {}, version: 1 }),
  "POST appointments/{id}/undo": async (desk) => {
    const { id } = await desk.booked();
    await desk.act(id, "arrival");
    return [`appointments/${id}/undo`, { version: 2 }];
  },
  "POST appointments/{id}/arrival": ofOne("/arrival"),
  "POST appointments/{id}/service-start": after(["arrival"], "service-start"),
  "POST appointments/{id}/call": async (desk) => {
    const { id } = await desk.booked();
    await desk.act(id, "arrival");
    return [`appointments/${id}/call`, { version: 2 }];
  },
  "POST arrivals": async (desk) => ["arrivals", { body: { code: (await desk.booked()).reference } }],
  "POST walk-ins": async () => ["walk-ins", { body: { service: "signature" } }],
  "POST queues/{number}/next": async (desk) => {
    const { id } = await desk.booked();
    await desk.act(id, "arrival");
    return ["queues/1/next", { body: { ends: [] } }];
  },
  "POST appointments/{id}/departure": after(["arrival"], "departure"),
  "POST appointments/{id}/completion": after(["arrival", "service-start"], "completion"),
  "POST appointments/{id}/no-show": async (desk) => {
    const { id } = await desk.booked("11:00");
    await desk.later(1);
    return [`appointments/${id}/no-show`];
  },
  "POST appointments": async () => ["appointments", { body: wish("11:30") }],
  "POST appointments/{id}/move": ofOne("/move", { body: { date: TOMORROW, time: "12:00", queue: null }, version: 1 }),
  "POST appointments/{id}/transfer": async (desk) => {
    const { id } = await desk.booked();
    const other = await world.anOffice();
    await world.owner.query(
      "insert into membership (office_id, employee_id, role) select $1, id, 'operator' from employee",
      [other.id],
    );
    const body = { office: other.code, date: TOMORROW, time: "12:00", queue: 1 };
    return [`appointments/${id}/transfer`, { body, version: 1 }];
  },
  "POST appointment-searches": async (desk) => {
    await desk.booked("11:30", { lastName: "Σταυράκης" });
    return ["appointment-searches", { body: { text: "Σταυράκης" } }];
  },
  "POST namesakes": async (desk) => {
    await desk.booked("11:30", { lastName: "Σταυράκης" });
    return ["namesakes", { body: { lastName: "Σταυράκης", firstName: "Ελένη" } }];
  },
  "POST queues/{number}/archival/proposals": ofRules("queues/2/archival"),
  "POST queues/{number}/hiding/proposals": async (desk) => {
    await world.owner.query("update queue set is_public = true where office_id = $1 and number = 2", [desk.office.id]);
    const { id } = await desk.booked("11:30", { date: TOMORROW, queue: 2 });
    await world.owner.query("update appointment set channel = 'online' where id = $1", [id]);
    return ["queues/2/hiding/proposals"];
  },
  // Of the form of the others, but more time concerns nobody.
  "POST queues/{number}/activation/proposals": null,
  "POST queues/{number}/deactivation/proposals": ofRules("queues/2/deactivation"),
  "POST queues/{number}/hours/proposals": ofRules("queues/2/hours", {
    from: TOMORROW,
    to: null,
    week: { 3: [{ opens: "08:00", closes: "09:00" }] },
  }),
  "POST exceptions/proposals": ofRules("exceptions", {
    kind: "closed",
    date: TOMORROW,
    queue: null,
    reason: "Διακοπή",
  }),
  "POST exceptions/{id}/proposals": async (desk) => {
    await desk.booked("11:30", { date: TOMORROW, queue: 2, phone });
    const body = { kind: "closed", date: TOMORROW, queue: 1, reason: "Απουσία" };
    await desk.ruled("exceptions", body);
    const [{ id }] = await desk.rows("exception");
    return [`exceptions/${id}/proposals`, { body: { ...body, queue: 2 } }];
  },
  "GET call-lists/{date}": called,
  "PATCH call-lists/{date}/{id}": async (desk) => {
    await called(desk);
    const [{ appointment_id }] = await desk.rows("call");
    return [`call-lists/${TOMORROW}/${appointment_id}`, { body: { outcome: "agreed" }, version: 1 }];
  },
  "GET work-list": async (desk) => {
    await desk.booked("11:30", { date: TOMORROW });
    await world.owner.query(
      "insert into closure (id, region, starts_at, ends_at, reason, created_at) values ($1, null, $2, $3, 'Απεργία', $4)",
      [randomUUID(), `${TOMORROW}T00:00:00+02:00`, "2026-11-26T00:00:00+02:00", world.now.toString()],
    );
    return ["work-list"];
  },
  "GET appointments/{id}/mails": ofOne("/mails", {}, { email: "e@example.gr" }),
  "GET mails": async (desk) => {
    await lostMail(desk);
    return ["mails"];
  },
  "POST mails/{id}/resend": async (desk) => [`mails/${await lostMail(desk)}/resend`],
  "POST diary-previews": async () => ["diary-previews", { body: DIARY }],
  "POST diary-imports/{id}/undo": async ({ office, clerk }) => {
    const { fingerprint } = (await clerk.ask("POST", `${office.code}/diary-previews`, { body: DIARY })).body;
    const body = { ...DIARY, fingerprint, leavesRest: false };
    const { id } = (await clerk.ask("POST", `${office.code}/diary-imports`, { body, key: randomUUID() })).body;
    return [`diary-imports/${id}/undo`];
  },
  "GET day-sheets/{date}": async (desk) => {
    await desk.booked();
    return ["day-sheets/2026-11-24"];
  },
  "GET call-lists/{date}/sheet": async (desk) => [`${(await called(desk))[0]}/sheet`],
  "GET appointments/{id}/slip": ofOne("/slip"),
  // For the wall: about nobody.
  "GET line-rule": null,
  "GET audit/answer": async (desk) => {
    const { id } = await desk.booked();
    return [`audit/answer?appointment=${id}`];
  },
};

/** Operations of offices whose answer holds data of citizens, or is a page to print. */
async function personalOperations(): Promise<string[]> {
  const document = (await world.app.inject({ method: "GET", url: "/openapi.json" })).json();
  const shows = (part: unknown, known: ReadonlySet<string> = new Set()): boolean => {
    if (typeof part !== "object" || part === null) return false;
    if ("x-personal-data" in part || "text/html" in part) return true;
    const { $ref: reference } = part as { readonly $ref?: string };
    if (reference === undefined) return Object.values(part).some((member) => shows(member, known));
    if (known.has(reference)) return false;
    const named = reference
      .slice(2)
      .split("/")
      .reduce((whole, key) => whole[key], document);
    return shows(named, new Set([...known, reference]));
  };
  return Object.entries<Record<string, { responses: object }>>(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, { responses }]) => {
      const isShown = Object.entries(responses).some(([status, answer]) => /^2/.test(status) && shows(answer));
      return isShown ? [`${method.toUpperCase()} ${path.replace("/api/offices/{office}/", "")}`] : [];
    }),
  );
}

async function entriesOf(desk: RulesDesk, { employeeId }: Pick<Clerk, "employeeId">): Promise<string[]> {
  const { rows } = await world.owner.query(
    "select act from audit_entry where office_id = $1 and employee_id = $2 union all select 'person-searched' from search_under_way where office_id = $1 and employee_id = $2",
    [desk.office.id, employeeId],
  );
  return rows.map(({ act }) => act);
}

test("every operation that shows a citizen's data has a scene here", async () => {
  expect((await personalOperations()).sort()).toEqual(Object.keys(SCENES).sort());
});

test.each(Object.keys(SCENES).filter((operation) => SCENES[operation]))("%s leaves its entry", async (operation) => {
  world.now = NOW;
  const desk = await aRulesDesk(world);
  const onlooker = await aHead(world, desk.office);
  const [rest, { body, version } = {}] = await (SCENES[operation] as Scene)(desk);
  const response = await world.app.inject({
    method: operation.split(" ")[0] as Method,
    url: `/api/offices/${desk.office.code}/${rest}`,
    headers: {
      cookie: onlooker.cookie,
      "sec-fetch-site": "same-origin",
      "idempotency-key": randomUUID(),
      ...(version !== undefined && { "if-match": `"${version}"` }),
    },
    ...(body && { payload: body }),
  });
  expect(response.statusCode, response.body.slice(0, 300)).toBeLessThan(300);
  expect(await entriesOf(desk, onlooker)).not.toEqual([]);
  await world.owner.query("delete from closure");
});

test("a route that shows such data and does not say how it is recorded keeps the program from starting", async () => {
  const other = await aWorld();
  const schema = { response: { 200: personal(z.object({ name: z.string() })) } };
  expect(() => other.app.get("/api/offices/:office/everybody", { schema }, async () => ({ name: "" }))).toThrow(
    /data of citizens/,
  );
  await other.close();
});

test("a page that asks again within ten minutes looks once; another day is another look, and so is another colleague", async () => {
  world.now = NOW;
  const desk = await aRulesDesk(world);
  const seen = () => entriesOf(desk, desk.clerk);
  for (let time = 0; time < 3; time++) await desk.day();
  expect(await seen()).toEqual(["day-viewed"]);
  await desk.day("2026-11-25");
  await desk.head.ask("GET", `${desk.office.code}/days/2026-11-24`);
  expect(await seen()).toEqual(["day-viewed", "day-viewed"]);
  expect(await entriesOf(desk, desk.head)).toEqual(["day-viewed"]);
  world.now = NOW.add({ minutes: 10 });
  await desk.day();
  expect(await seen()).toHaveLength(3);
});

test("who is refused and shown what the appointment is by now has seen it", async () => {
  world.now = NOW;
  const desk = await aRulesDesk(world);
  const { id } = await desk.booked();
  const other = await world.aClerk(desk.office);
  const stale = await other.ask("PATCH", `${desk.office.code}/appointments/${id}`, {
    body: { notes: "α" },
    version: 7,
  });
  expect(stale.status).toBe(412);
  expect(await entriesOf(desk, other)).toEqual(["appointment-viewed"]);
  const preview = await desk.rule("POST", "exceptions/proposals", {
    kind: "closed",
    date: "2026-11-24",
    queue: null,
    reason: "Διακοπή",
  });
  expect(asProposed(preview)).toHaveLength(1);
  expect(await entriesOf(desk, desk.head)).toEqual(["consequences-viewed"]);
});

test("whoever asks for what is not theirs leaves one entry in their own office, however often they try", async () => {
  world.now = NOW;
  const [desk, other] = [await aRulesDesk(world), await aRulesDesk(world)];
  for (let time = 0; time < 3; time++) await desk.clerk.ask("GET", `${other.office.code}/days/2026-11-24`);
  await desk.clerk.ask("GET", `${desk.office.code}/audit`);
  expect(await entriesOf(desk, desk.clerk)).toEqual(["access-refused", "access-refused"]);
  expect(await entriesOf(other, desk.clerk)).toEqual([]);
});
