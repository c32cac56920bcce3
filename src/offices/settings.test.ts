import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { aBookingDesk, type BookingDesk } from "../../test/booking-desk.ts";
import { aHead } from "../../test/office-head.ts";
import { aWorld, type Clerk, NOW, type TestOffice, type World } from "../../test/world.ts";

let world: World;
let desk: BookingDesk;
let office: TestOffice;
let head: Clerk;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  world.now = NOW;
  desk = await aBookingDesk(world, { queues: 2, slotMinutes: 10 });
  office = desk.office;
  head = await aHead(world, office);
});

const read = (who: Clerk = desk.clerk) => who.ask("GET", `${office.code}/settings`);
const change = (body: object, version = 1, who: Clerk = head) =>
  who.ask("PATCH", `${office.code}/settings`, { body, version });
const errorsOf = async (body: object) => {
  const reply = await change(body);
  return [reply.status, ...(reply.body.errors ?? []).map(({ field, code }: Record<string, string>) => [field, code])];
};

const WAITING = `select from pg_locks where relation = 'office'::regclass and not granted
  and database = (select oid from pg_database where datname = current_database())`;

async function auditOf(act: string) {
  const { rows } = await world.owner.query(
    "select employee_id, act, details from audit_entry where office_id = $1 and act = $2 order by at, id",
    [office.id, act],
  );
  return rows;
}

test("every operator reads them; an office that said nothing is as the catalogue", async () => {
  const { status, body, headers } = await read();
  expect([status, headers.etag]).toEqual([200, '"1"']);
  expect(body).toMatchObject({
    version: 1,
    changedAt: null,
    changedBy: null,
    phone: null,
    leadMinutes: 30,
    earlierMinutes: 30,
    access: { stepFreeEntrance: null, lift: null, accessibleWc: null, disabledParking: null, notes: null },
    services: { signature: { offered: true, minutes: null }, vehicle: { offered: true, minutes: null } },
    queues: [
      { number: 1, slotMinutes: 10 },
      { number: 2, slotMinutes: 10 },
    ],
  });
  expect(body.catalogue.map(({ code, minutes }: { code: string; minutes: number }) => [code, minutes])).toEqual([
    ["signature", 10],
    ["vehicle", 30],
  ]);
});

describe("who may", () => {
  test("a clerk reads but is told that only the head changes them", async () => {
    const reply = await change({ leadMinutes: 45 }, 1, desk.clerk);
    expect([reply.status, reply.body.code]).toEqual([403, "role-required"]);
    expect(reply.body.title).toBe("Αυτό το αλλάζει μόνο ο Διαχειριστής Καταστήματος.");
    expect((await read()).body.leadMinutes).toBe(30);
  });

  test("another office's head finds nothing, neither to read nor to write", async () => {
    const stranger = await aHead(world, await world.anOffice());
    for (const reply of [await read(stranger), await change({ leadMinutes: 45 }, 1, stranger)]) {
      expect([reply.status, reply.body.code]).toEqual([404, "office-not-found"]);
    }
    expect((await stranger.ask("GET", `${office.code}/staff`)).status).toBe(404);
  });

  test("nobody who is not signed in", async () => {
    const reply = await head.ask("GET", `${office.code}/settings`, { headers: { cookie: "" } });
    expect(reply.status).toBe(401);
  });
});

describe("changing", () => {
  test("a merge patch: absent stays, null clears, what is stored is tidy, the audit says from what to what", async () => {
    await change({ phone: "210 909 8391", email: "kep@Example.GR", address: "  Οδός   Ελιάς 4 ", postcode: "141 21" });
    const { status, body, headers } = await change({ email: null, access: { lift: true, notes: "Ράμπα δεξιά" } }, 2);
    expect([status, headers.etag]).toEqual([200, '"3"']);
    expect(body).toMatchObject({
      version: 3,
      phone: "+302109098391",
      email: null,
      address: "Οδός Ελιάς 4",
      postcode: "14121",
      access: { lift: true, stepFreeEntrance: null, notes: "Ράμπα δεξιά" },
      changedAt: "2026-11-24T10:42:00+02:00",
    });
    expect(body.changedBy).toMatch(/^Δοκιμή Χειριστής/);
    const [first, second] = await auditOf("settings-changed");
    expect(first.employee_id).toBe(head.employeeId);
    expect(first.details).toMatchObject({ email: [null, "kep@example.gr"], phone: [null, "+302109098391"] });
    expect(second.details).toEqual({
      email: ["kep@example.gr", null],
      "access.lift": [null, true],
      "access.notes": [null, "Ράμπα δεξιά"],
    });
    expect((await desk.clerk.ask("GET", office.code)).body).toMatchObject({
      phone: "+302109098391",
      postcode: "14121",
    });
  });

  test("what changes nothing leaves no trace", async () => {
    const { status, body } = await change({ leadMinutes: 30, services: { vehicle: null } });
    expect([status, body.version]).toEqual([200, 1]);
    expect(await auditOf("settings-changed")).toEqual([]);
  });

  test("only one's own office", async () => {
    const other = await world.anOffice();
    await change({ leadMinutes: 45, services: { vehicle: { minutes: 20 } } });
    const { rows } = await world.owner.query(
      "select lead_minutes, settings_version as version, (select count(*)::int from office_service where office_id = office.id) as own from office where id = $1",
      [other.id],
    );
    expect(rows).toEqual([{ lead_minutes: 30, version: 1, own: 0 }]);
  });

  test("two heads: the second is told who changed what, and overwrites nothing", async () => {
    await change({ phone: "2109098391" });
    const { status, body } = await change({ phone: "2310123456" }, 1, await aHead(world, office));
    expect([status, body.code]).toEqual([412, "version-stale"]);
    expect(body.title).toBe(
      "Άλλος διαχειριστής άλλαξε τις ρυθμίσεις στις 10:42. Δείτε τις αλλαγές και αποθηκεύστε ξανά.",
    );
    expect(body.current).toMatchObject({ version: 2, phone: "+302109098391" });
    expect(body.changedBy).toMatch(/^Δοκιμή/);
    expect((await read()).body.phone).toBe("+302109098391");
  });

  test("an import moves the version too, and says that it was one", async () => {
    await world.owner.query("update office set settings_version = settings_version + 1 where id = $1", [office.id]);
    const { status, body } = await change({ leadMinutes: 60 });
    expect([status, body.title]).toEqual([
      412,
      "Οι ρυθμίσεις άλλαξαν από εισαγωγή στοιχείων. Δείτε τις αλλαγές και αποθηκεύστε ξανά.",
    ]);
  });

  test("an import that is under way is not overwritten by who read before its end", async () => {
    await world.owner.query("begin; lock table office in share row exclusive mode");
    const changing = change({ leadMinutes: 60 });
    await expect.poll(async () => (await world.owner.query(WAITING)).rowCount).toBe(1);
    await world.owner.query("update office set phone = '+302310123456', settings_version = 2 where id = $1", [
      office.id,
    ]);
    await world.owner.query("commit");
    const { status, body } = await changing;
    expect([status, body.current.phone]).toEqual([412, "+302310123456"]);
    expect((await read()).body).toMatchObject({ version: 2, phone: "+302310123456", leadMinutes: 30 });
  });

  test("without the version that was seen: 428", async () => {
    const reply = await head.ask("PATCH", `${office.code}/settings`, { body: { leadMinutes: 45 } });
    expect([reply.status, reply.body.code]).toEqual([428, "version-missing"]);
  });
});

describe("bad input", () => {
  test("each field says what is wrong with it, all at once, and nothing is stored", async () => {
    expect(
      await errorsOf({
        phone: "210 909",
        email: "kep@example",
        postcode: "01234",
        address: "α".repeat(201),
        leadMinutes: 12.5,
        earlierMinutes: 1_441,
        access: { notes: "κακό\u202eτέλος" },
        services: { signature: { minutes: 4 }, vehicle: { minutes: 500 }, nothing: { offered: false } },
      }),
    ).toEqual([
      422,
      ["phone", "phone-too-short"],
      ["email", "email-no-ending"],
      ["address", "field-too-long"],
      ["postcode", "postcode-malformed"],
      ["leadMinutes", "number-not-whole"],
      ["earlierMinutes", "number-out-of-range"],
      ["access.notes", "field-control-characters"],
      ["services.signature.minutes", "number-out-of-range"],
      ["services.vehicle.minutes", "number-out-of-range"],
      ["services.nothing.offered", "service-unknown"],
    ]);
    expect((await read()).body.version).toBe(1);
  });

  test("the sentences are Greek", async () => {
    const reply = await change({ services: { signature: { minutes: 4 } } });
    expect(reply.body.errors[0].message).toBe("Γράψτε αριθμό από 5 έως 240.");
  });

  test.each([
    [{ colour: "blue" }],
    [{ access: { lift: "ναι" } }],
    [{ leadMinutes: null }],
    [{ earlierMinutes: null }],
    [{ services: { signature: { bring: "όλα" } } }],
    [{ access: null }],
  ])("an unknown field or a wrong kind of value: 400 %j", async (body) => {
    expect((await change(body)).status).toBe(400);
  });

  test.each(["constructor", "toString", "a\u0000b", "α'; drop table office; --"])(
    "no service is called %j",
    async (code) => {
      const [status, [, refusal]] = (await errorsOf({ services: { [code]: { offered: false } } })) as [
        number,
        string[],
      ];
      expect([status, refusal]).toEqual([422, "service-unknown"]);
    },
  );

  test("an office must offer something", async () => {
    const none = { signature: { offered: false }, vehicle: { offered: false } };
    expect(await errorsOf({ services: none })).toEqual([422, ["services", "no-service-offered"]]);
  });
});

test("who works here: names, roles, the queue each serves, and when the directory last said so", async () => {
  await world.owner.query("update queue set employee_id = $2 where office_id = $1 and number = 2", [
    office.id,
    desk.clerk.employeeId,
  ]);
  await world.owner.query("update employee set synced_at = 'epoch' where id = $1", [head.employeeId]);
  const { body } = await desk.clerk.ask("GET", `${office.code}/staff`);
  const brief = body.staff.map(({ roles, queues, checkedAt }: Record<string, unknown>) => ({
    roles,
    queues,
    checkedAt,
  }));
  expect(brief).toEqual([
    { roles: ["operator"], queues: [{ number: 2, name: "Ουρά 2" }], checkedAt: "2026-11-24T10:42:00+02:00" },
    { roles: ["administrator", "operator"], queues: [], checkedAt: null },
  ]);
  expect(JSON.stringify(body)).not.toContain("afm");
});

describe("e-mails to citizens", () => {
  test("the hour of the reminder as a hand types it; out of the day's hours a word at the field", async () => {
    expect((await change({ reminderTime: "1830" })).body).toMatchObject({ reminderTime: "18:30", version: 2 });
    const errors = async (reminderTime: string) => (await change({ reminderTime }, 2)).body.errors;
    expect(await errors("22:00")).toMatchObject([{ field: "reminderTime", code: "time-outside" }]);
    expect((await errors("5"))[0].message).toBe("Γράψτε ώρα από 07:00 έως 21:59.");
    expect(await errors("")).toMatchObject([{ field: "reminderTime", code: "time-unread" }]);
  });

  test("a closing note in lines; too long or with markup a word at the field, and nothing is written", async () => {
    const note = "Η είσοδος είναι από την οδό Ελιάς.\nΤο ασανσέρ < 4 άτομα";
    expect((await change({ mailNote: ` ${note} `, mailNoteEn: "By the side door" })).body).toMatchObject({
      mailNote: note,
      mailNoteEn: "By the side door",
    });
    const long = (await change({ mailNote: "α".repeat(10_000) }, 2)).body.errors;
    expect(long).toMatchObject([{ field: "mailNote", code: "field-too-long" }]);
    expect(long[0].message).toContain("Τώρα είναι 10000.");
    for (const markup of ["Έλα <b>τώρα</b>", "<script>alert(1)</script>", "<!-- x -->", "a <img src=x onerror=y>"])
      expect((await change({ mailNoteEn: markup }, 2)).body.errors).toMatchObject([
        { field: "mailNoteEn", code: "text-markup" },
      ]);
    expect((await read()).body).toMatchObject({ mailNote: note, mailNoteEn: "By the side door", version: 2 });
  });
});
