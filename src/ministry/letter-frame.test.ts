import { afterAll, beforeAll, expect, test } from "vitest";
import { aMailDesk } from "../../test/mail-desk.ts";
import { aMinistryPerson, errorsOf, type MinistryPerson } from "../../test/ministry-person.ts";
import { aWorld, type World } from "../../test/world.ts";

let world: World;
let athina: MinistryPerson;
beforeAll(async () => {
  world = await aWorld();
  athina = await aMinistryPerson(world);
});
afterAll(() => world.close());

const FRAME = {
  senderName: "Πλατφόρμα ραντεβού",
  foot: "Ν. 4727/2020.\nΥπεύθυνος: Υπουργείο",
  footEn: "Law 4727/2020.",
};
const change = (body: object, version?: number) =>
  athina.rule("PUT", "letter-frame", { body, ...(version !== undefined && { version }) });

test("of itself the sender is named, and there is no foot; what the ministry writes holds from the next letter on", async () => {
  const { body, headers } = await athina.rule("GET", "letter-frame");
  expect(body).toEqual({
    senderName: "Ραντεβού στα ΚΕΠ",
    foot: null,
    footEn: null,
    version: 1,
    changedAt: null,
    changedBy: null,
  });
  expect(headers.etag).toBe('"1"');
  const changed = await change({ ...FRAME, footEn: "  " }, 1);
  expect(changed.body).toMatchObject({
    ...FRAME,
    footEn: null,
    version: 2,
    changedBy: expect.stringContaining("Δοκιμή"),
  });
  expect(await athina.lastEntry()).toMatchObject({
    act: "letter-frame-changed",
    details: {
      before: { senderName: "Ραντεβού στα ΚΕΠ", foot: null, footEn: null },
      after: { ...FRAME, footEn: null },
    },
  });
  expect((await athina.rule("GET", "history")).body.acts[0]).toMatchObject({ act: "letter-frame-changed" });
  const desk = await aMailDesk(world);
  await desk.booked("12:00", { email: "eleni@example.gr" });
  await desk.delivered();
  const [letter] = desk.smtp.messages();
  expect(letter?.headers.find(({ name }) => name.toLowerCase() === "from")?.value).toContain("Πλατφόρμα ραντεβού");
  expect(letter?.text).toMatch(/Ν\. 4727\/2020\.\nΥπεύθυνος: Υπουργείο\n$/);
  await desk.close();
});

test("who has not seen the latest is told of it; a fault is said at its field; nobody else may", async () => {
  const { version } = (await athina.rule("GET", "letter-frame")).body;
  expect((await change(FRAME)).status).toBe(428);
  expect((await change(FRAME, version)).status).toBe(200);
  const stale = await change({ ...FRAME, senderName: "Από παλιά εικόνα" }, version);
  expect([stale.status, stale.body.current]).toEqual([
    412,
    expect.objectContaining({ version: version + 1, senderName: FRAME.senderName }),
  ]);
  expect((await change(FRAME, version + 2)).status, "a version that there is not yet").toBe(412);
  const wrong = { senderName: " ", foot: "<a href='x'>ν</a>", footEn: "α".repeat(1_001) };
  expect(errorsOf(await change(wrong, version + 1))).toEqual([
    422,
    "senderName: field-required",
    "foot: text-markup",
    "footEn: field-too-long",
  ]);
  const clerk = await world.aClerk(await world.anOffice());
  expect((await clerk.ask("GET", "/api/ministry/letter-frame")).status).toBe(403);
});

test("a letter is seen with what is typed, before it is saved", async () => {
  const preview = await athina.post("letter-previews", { ...FRAME, senderName: "Άλλο όνομα", language: "en" });
  expect(preview.body).toMatchObject({ from: "Άλλο όνομα", text: expect.stringContaining("Law 4727/2020.") });
  expect((await athina.rule("GET", "letter-frame")).body.senderName).not.toBe("Άλλο όνομα");
});
