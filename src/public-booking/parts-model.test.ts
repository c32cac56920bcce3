import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aTaxisnet } from "../../test/taxisnet.ts";
import { type Desks, openDesks } from "../../test/visits-desks.ts";
import {
  type Booker,
  clockOf,
  freeTimes,
  type Gone,
  isOverLimit,
  isTooLong,
  MINUTES,
  type ModelOffice,
  type ModelVisit,
  type ModelWish,
  placed,
  textOf,
  without,
} from "../../test/visits-model.ts";
import { aWorld, NOW, type World } from "../../test/world.ts";

/**
 * Random stories of two offices at two processes: people with TAXISnet and by telephone book for themselves and others, two of
 * them at one moment, and parts of what they have are given back by staff, by link or by both at once. After each act what is
 * stored and what is free is what the model says. With SEVERAL_SEEDS as many as one likes.
 */
const SEEDS = Number(process.env.SEVERAL_SEEDS ?? 6);
const MOST_MS = 600_000 + SEEDS * 10_000;

let taxisnet: Awaited<ReturnType<typeof aTaxisnet>>;
let world: World;
let desks: Desks;
beforeAll(async () => {
  taxisnet = await aTaxisnet();
  world = await aWorld(taxisnet.settings);
  desks = await openDesks(world);
});
afterAll(async () => {
  await world.close();
  await taxisnet.stop();
});

const BOOKERS: readonly Booker[] = [
  { id: "fani", isIdentified: true },
  { id: "menelaos", isIdentified: true },
  { id: "6944112233", isIdentified: false },
  { id: "6944112244", isIdentified: false },
];
const NAMES = ["Άλφας", "Βήτας", "Γάμμας"];
const services = fc.array(fc.constantFrom(...MINUTES.keys()), { minLength: 1, maxLength: 3 });
const wish = fc.record({
  office: fc.nat(1),
  booker: fc.constantFrom(...BOOKERS),
  people: fc
    .tuple(
      fc.record({ name: fc.constantFrom(...NAMES), services }),
      fc.array(fc.record({ name: fc.constantFrom(...NAMES, ""), services }), { maxLength: 3 }),
    )
    .map(([first, others]) => [first, ...others]),
  at: fc.nat(),
});
const gone = fc.uniqueArray(fc.tuple(fc.nat(3), fc.nat(2)), { minLength: 1, maxLength: 6, selector: String });
const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ act: fc.constant("book" as const), wishes: fc.tuple(wish) }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant("book" as const), wishes: fc.tuple(wish, wish) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      act: fc.constantFrom("staff" as const, "link" as const, "both" as const),
      visit: fc.nat(),
      gone: fc.tuple(gone, gone),
      isStale: fc.boolean(),
    }),
  },
);
const office = fc.record({
  slot: fc.constantFrom(5, 10, 15, 20),
  common: fc.constantFrom(0, 3, 8, 12),
  limit: fc.constantFrom(1, 2, 3),
});
const story = fc.record({ offices: fc.tuple(office, office), steps: fc.array(step, { minLength: 4, maxLength: 9 }) });
type Wish = ModelWish & { readonly at: number };

/** What is there by the model. */
interface StoryState {
  readonly offices: readonly [ModelOffice, ModelOffice];
  visits: ModelVisit[];
}

const officeOf = ({ offices }: StoryState, { office: at }: Pick<ModelWish, "office">): ModelOffice =>
  offices[at === 0 ? 0 : 1];
const clash = (a: ModelVisit, b: ModelVisit) => a.office === b.office && a.from < b.to && b.from < a.to;

/** Those that have a place, one after the other or both at one moment: of what stands against each other one is in time. */
async function book(state: StoryState, wishes: readonly Wish[]): Promise<void> {
  const chosen = wishes.flatMap((each) => {
    const rules = officeOf(state, each);
    if (isTooLong(each.people, rules)) return [];
    const times = freeTimes(state.visits, each.office, each.people, rules);
    return times.length > 0 ? [placed(each, times[each.at % times.length] as number, rules)] : [];
  });
  const held = await Promise.all(chosen.map((visit, process) => desks.hold(visit, process)));
  const [one, other] = chosen;
  if (one && other && clash(one, other)) expect(held.filter(Boolean), "one of two has the place").toHaveLength(1);
  else expect(held.every(Boolean), "each has what is free").toBe(true);
  const forms = held.flatMap((form, index) => (form ? [{ form, visit: chosen[index] as ModelVisit }] : []));
  for (const { form } of forms) await form.fillIn();
  const outcomes = await Promise.all(forms.map(({ form }) => form.confirm()));
  const orders = [forms, [...forms].reverse()].map((order) => {
    const visits = [...state.visits];
    for (const { visit } of order) {
      if (!isOverLimit(visits, visit, officeOf(state, visit).limit)) visits.push(visit);
    }
    return forms.map(({ visit }) => visits.includes(visit)).join();
  });
  expect(orders, "as one after the other would have").toContain(outcomes.join());
  state.visits.push(...forms.filter((_, index) => outcomes[index]).map(({ visit }) => visit));
  for (const [index, { form }] of forms.entries()) if (!outcomes[index]) await form.end();
}

interface Parting {
  readonly act: "staff" | "link" | "both";
  readonly visit: number;
  readonly gone: readonly [Gone, Gone];
  readonly isStale: boolean;
}

/** A part is given back, or the answer says why not; of two at one moment as one after the other would have it. */
async function giveBack(state: StoryState, { act, visit: nth, gone: parts, isStale }: Parting): Promise<void> {
  const visit = state.visits[nth % state.visits.length];
  if (!visit) return;
  const found = await desks.find(visit);
  const seen = found.version + (isStale ? 1 : 0);
  const [byStaff, byLink] = [
    without(visit, parts[0], officeOf(state, visit)),
    without(visit, parts[1], officeOf(state, visit)),
  ];
  const staff = {
    press: async () => ((await desks.lessByStaff(found, byStaff, seen)) === 200 ? "done" : "refused"),
    act: ({ left, version }: Stored): Acted =>
      left && version === seen ? ["done", { left: byStaff, version: version + 1 }] : ["refused", { left, version }],
  };
  // Of a citizen's own hand: whose it is stays.
  const isStillTheirs = byLink?.people[0]?.name === visit.people[0]?.name;
  const link = {
    press: () => desks.lessByLink(visit, parts[1], seen),
    act: ({ left, version }: Stored): Acted => {
      if (left && !byLink) return ["cancel", { left, version }];
      if (left && byLink && textOf(left.people) === textOf(byLink.people)) return ["done", { left, version }];
      return left && version === seen && isStillTheirs
        ? ["done", { left: byLink, version: version + 1 }]
        : ["refused", { left, version }];
    },
  };
  // Nothing is ticked: for staff that is no change of services.
  const isChange = byStaff === null || textOf(byStaff.people) !== textOf(visit.people);
  const actors = [...(act !== "link" && isChange ? [staff] : []), ...(act !== "staff" ? [link] : [])];
  const pressed = await Promise.all(actors.map(({ press }) => press()));
  const orders = [actors, [...actors].reverse()].map((order) => {
    let stored: Stored = { left: visit, version: found.version };
    const outcomes = new Map(
      order.map((actor) => {
        const [outcome, next] = actor.act(stored);
        stored = next;
        return [actor, outcome];
      }),
    );
    return { outcomes: actors.map((actor) => outcomes.get(actor)).join(), left: stored.left };
  });
  const order = orders.find(({ outcomes }) => outcomes === pressed.join());
  expect(
    orders.map(({ outcomes }) => outcomes),
    "as one after the other would have",
  ).toContain(pressed.join());
  state.visits = state.visits.flatMap((each) => (each === visit ? (order?.left ?? []) : [each]));
}

interface Stored {
  readonly left: ModelVisit | null;
  readonly version: number;
}
type Acted = readonly ["done" | "cancel" | "refused", Stored];

/** Stored and offered, at both processes, as the model has it. */
async function compare(state: StoryState, people: ModelWish["people"]): Promise<void> {
  const shape = ({ office: at, from, to, people: all }: Omit<ModelVisit, "booker">) =>
    `${at} ${clockOf(from)}-${clockOf(to)} ${all.map(({ name }) => name).join()} ${textOf(all)}`;
  expect((await desks.stored()).map(shape).sort()).toEqual(state.visits.map(shape).sort());
  for (const at of [0, 1]) {
    const rules = officeOf(state, { office: at });
    const times = isTooLong(people, rules) ? 422 : freeTimes(state.visits, at, people, rules).map(clockOf);
    for (const process of [0, 1]) expect(await desks.times(at, people, process), `office ${at}`).toEqual(times);
  }
}

test(`${SEEDS} stories: free is what can be booked, limits hold over offices and processes, parts give back their minutes`, {
  timeout: MOST_MS,
}, async () => {
  await fc.assert(
    fc.asyncProperty(story, async ({ offices, steps }) => {
      world.now = NOW;
      await desks.begin(offices);
      const state: StoryState = { offices, visits: [] };
      let people: ModelWish["people"] = [{ name: "Άλφας", services: ["signature"] }];
      for (const each of steps) {
        if (each.act === "book") {
          await book(state, each.wishes);
          people = each.wishes[0].people;
        } else await giveBack(state, each);
        await compare(state, people);
      }
    }),
    // Of what two do at one moment no shorter story need tell the same.
    { numRuns: SEEDS, endOnFailure: true },
  );
});
