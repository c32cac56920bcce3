import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aWorld, type World } from "../../test/world.ts";
import greek from "../text/el/refusals/problems.json" with { type: "json" };
import english from "../text/en/refusals/problems.json" with { type: "json" };
import { type AnyAct, STEPS } from "./acts.ts";
import { EVENT_KINDS } from "./contract.ts";
import {
  COUNTED,
  hasPlace,
  hindranceBy,
  INITIAL_STATUS,
  isConfirmed,
  isCounted,
  LISTED,
  mayRebook,
  OVER,
  STATUSES,
  STAYS_PUT,
  STEP_RESULTS,
  type Status,
  TO_BE_NOTIFIED,
  UNCONFIRMED,
  visitorOf,
} from "./statuses.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

const allowing = (act: AnyAct) => STATUSES.filter((status) => hindranceBy(status, act) === null);

/** How the database itself says it */
async function ofColumn(name: string): Promise<string> {
  const { rows } = await world.owner.query(
    `select pg_get_expr(adbin, adrelid) as expression from pg_attrdef
       join pg_attribute on attrelid = adrelid and attnum = adnum
     where adrelid = 'appointment'::regclass and attname = $1`,
    [name],
  );
  return rows[0].expression;
}

async function allowedBy(constraint: string): Promise<string[]> {
  const { rows } = await world.owner.query(
    "select pg_get_constraintdef(oid) as text from pg_constraint where conname = $1",
    [constraint],
  );
  return [...rows[0].text.matchAll(/'([^']+)'::text/g)].map(([, value]) => value);
}

test("the table allows the statuses there are, begins with the first, and knows which have a place", async () => {
  expect(await allowedBy("appointment_status_check")).toEqual(STATUSES);
  expect(await ofColumn("status")).toBe(`'${INITIAL_STATUS}'::text`);
  const { rows } = await world.owner.query(
    `select status, ${await ofColumn("live")} as live from unnest($1::text[]) with ordinality as one (status, place) order by place`,
    [STATUSES],
  );
  expect(rows).toEqual(STATUSES.map((status) => ({ status, live: hasPlace(status) })));
});

test("the history allows the acts there are", async () => {
  expect((await allowedBy("appointment_event_kind_check")).sort()).toEqual([...EVENT_KINDS].sort());
});

test("what each group of statuses is", () => {
  expect(UNCONFIRMED).toEqual(["held", "expired"]);
  expect(COUNTED).toEqual(["booked", "arrived", "in-service", "served", "no-show", "left"]);
  expect(LISTED).toEqual(STATUSES.filter((status) => status !== "expired"));
  expect(OVER).toEqual(["served", "no-show", "left"]);
  expect(STAYS_PUT).toEqual(["in-service", ...OVER]);
  expect(STATUSES.filter(mayRebook)).toEqual(["no-show", "left", "cancelled"]);
});

test("an act is allowed where what a status means allows it", () => {
  expect(allowing("undo"), "whatever somebody has done").toEqual(STATUSES.filter(isConfirmed));
  expect(allowing("edit")).toEqual(COUNTED);
  expect(allowing("move")).toEqual(STATUSES.filter((status) => isCounted(status) && !STAYS_PUT.includes(status)));
  for (const act of ["cancel", "transfer", "arrival", "no-show"] as const)
    expect(allowing(act), act).toEqual(STATUSES.filter((status) => visitorOf(status) === "awaited"));
  for (const act of ["call", "departure"] as const)
    expect(allowing(act), act).toEqual(STATUSES.filter((status) => visitorOf(status) === "waiting"));
});

test("the steps at the counter lead from one to the next, and each status that they lead to says that it is done", () => {
  const from = (act: AnyAct) => allowing(act)[0] as Status;
  expect([from("service-start"), from("completion")]).toEqual([
    STEP_RESULTS.arrival.to,
    STEP_RESULTS["service-start"].to,
  ]);
  for (const step of STEPS) expect(hindranceBy(STEP_RESULTS[step].to, step)).toBe("done");
});

test("whatever hinders an act has its words in both languages", () => {
  const hindrances = STATUSES.flatMap((status) =>
    [...STEPS, "call", "edit", "move", "transfer", "cancel", "undo"].map((act) => hindranceBy(status, act as AnyAct)),
  );
  for (const why of new Set([...hindrances, "day-to-come", "day-over", "too-early"]))
    if (why) for (const words of [greek, english]) expect(words.problem).toHaveProperty(`act-${why}`);
});

test("each status that is shown has a colour, and on the plan a look of its own but the first", async () => {
  const sheet = (name: string) => readFile(new URL(`ui/${name}.css`, import.meta.url), "utf8");
  const [everywhere, plan] = [await sheet("status-glyph"), await sheet("plan/plan-card")];
  const asMost = LISTED.filter((status) => !everywhere.includes(`.status-glyph--${status}`));
  expect(asMost).toEqual(["booked", "in-service"]);
  for (const status of LISTED)
    if (hasPlace(status) && status !== INITIAL_STATUS) expect(plan).toContain(`.is-${status}`);
});

test("a word by e-mail matters to who is awaited, and to who would come in vain", () => {
  expect(TO_BE_NOTIFIED).toEqual(["booked", "cancelled"]);
});
