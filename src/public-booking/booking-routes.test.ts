import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { aCitizen, type Citizen } from "../../test/citizen.ts";
import { openToCitizens } from "../../test/public-booking.ts";
import { aWorld, type TestOffice, type World } from "../../test/world.ts";

/** What many are told alike, and what is somebody's own. */
let world: World;
let office: TestOffice;
let stranger: Citizen;
let begun: Citizen;
beforeAll(async () => {
  // One stranger at a time is let in.
  world = await aWorld({ DATABASE_POOL_SIZE: "1" });
  await openToCitizens(world.owner);
});
afterAll(() => world.close());
beforeEach(async () => {
  office = await aPublicOffice();
  stranger = aCitizen(world);
  begun = await holding("09:00");
});

async function aPublicOffice(): Promise<TestOffice> {
  const made = await world.anOffice();
  await world.owner.query("update queue set is_public = true where office_id = $1", [made.id]);
  return made;
}

async function holding(time: string): Promise<Citizen> {
  const citizen = aCitizen(world);
  await citizen.choose(office, "2026-11-25", time);
  return citizen;
}

const PARTS = ["/days", "/days/2026-11-25"];
const at = (part: string, { code } = office) => `/book/offices/${code}${part}?service=signature`;

test.each(PARTS)("whoever has begun is sent their own %s, and nobody else is", async (part) => {
  const marks: unknown[] = [];
  for (const citizen of [begun, stranger, await holding("10:00"), begun])
    marks.push(/name="mark" value="([^"]+)"/.exec((await citizen.see(at(part))).html)?.[1]);
  const [own, , other] = marks;
  expect(marks).toEqual([expect.any(String), undefined, expect.not.stringMatching(own as string), own]);
  expect(other).toBeTypeOf("string");
});

test.each(PARTS)("%s is sent in the language in which it was asked for, whoever asked before", async (part) => {
  const languages: unknown[] = [];
  for (const prefix of ["", "/en", ""])
    languages.push(/<html lang="(\w+)"/.exec((await stranger.see(`${prefix}${at(part)}`)).html)?.[1]);
  expect(languages).toEqual(["el", "en", "el"]);
});

/** While another stranger is at work: with which status it is answered beside them, or that it waits */
async function besideAnother(asked: readonly (readonly [Citizen, string])[]): Promise<unknown[]> {
  const { admission } = world.app;
  const another = { lane: "strangers" as const, party: "another", session: "another" };
  admission.enter({ claim: another, since: performance.now(), settle: () => {} });
  const outcomes: unknown[] = [];
  const answers: Promise<unknown>[] = [];
  for (const [citizen, path] of asked) {
    const { waiting } = admission.counts();
    let status: number | undefined;
    answers.push(
      citizen.see(path).then((page) => {
        status = page.status;
      }),
    );
    await expect.poll(() => status !== undefined || admission.counts().waiting > waiting, { interval: 1 }).toBe(true);
    outcomes.push(status ?? "waits");
  }
  admission.leave(another);
  await Promise.all(answers);
  return outcomes;
}

test.each(PARTS)("%s waits for nobody where others were told the same; whoever has begun waits", async (part) => {
  await stranger.see(at(part));
  expect(
    await besideAnother([
      [stranger, at(part)],
      [begun, at(part)],
    ]),
  ).toEqual([200, "waits"]);
});

test("what an address says besides does not pass for what others were told", async () => {
  const known = office;
  office = await aPublicOffice();
  await stranger.see(at("/days", known));
  await stranger.see(at("/days/2026-11-25", known));
  const besides = `&office=${known.code}&date=2026-11-25`;
  expect(
    await besideAnother([
      [stranger, `${at("/days", known)}${besides}`],
      [stranger, `${at("/days", known)}&on=2026-12-01`],
      [stranger, `${at("/days")}${besides}`],
      [stranger, `${at("/days/2026-11-26")}${besides}`],
    ]),
  ).toEqual([200, "waits", "waits", "waits"]);
});
