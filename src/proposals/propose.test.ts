import fc from "fast-check";
import { expect, test } from "vitest";
import type { Place } from "../appointments/place/offer.ts";
import type { Facts } from "../availability/facts.ts";
import { overlaps } from "../availability/intervals.ts";
import { queueDays, serves } from "../availability/queue-day.ts";
import { type LocalDay as Day, dateOfMinute, localDay, minuteOfDay } from "../platform/time.ts";
import { affected, type ConcernedVisit } from "./affected.ts";
import { placesIn } from "./places.ts";
import { type EarlierBounds, propose } from "./propose.ts";

const TUESDAY = Temporal.PlainDate.from("2026-11-24");
const day = localDay(TUESDAY);
const at = (text: string) => day.at(minuteOfDay(text));
const QUEUES = [1, 2, 3];
const EARLIER = 30;
/** Nothing is near */
const BOUNDS = { earlierMinutes: EARLIER, urgentUntil: 0 };

const facts = (changes: Partial<Facts> = {}): Facts => ({
  queues: QUEUES.map((number) => ({ number, active: true, public: number === 1, slotMinutes: 15 })),
  activity: [],
  hours: QUEUES.flatMap((queue) =>
    [1, 2, 3, 4, 5].map((weekday) => ({ queue, weekday, opens: 480, closes: 720, validFrom: null, validTo: null })),
  ),
  closed: [],
  extra: [],
  taken: [],
  ...changes,
});
const closed = (queue: number | null, from: number, to: number) => ({
  queue,
  from,
  to,
  kind: "exception" as const,
  reason: "",
});

let count = 0;
const visit = (time: string, changes: Partial<ConcernedVisit> = {}): ConcernedVisit => ({
  id: String(++count),
  queue: 2,
  from: at(time),
  to: at(time) + 15,
  minutes: 15,
  isOnline: false,
  hasEmail: false,
  hasPhone: false,
  isUnderWay: false,
  isKept: false,
  ...changes,
});
const known = (rules: Facts) => ({ facts: rules, first: TUESDAY, last: TUESDAY.add({ years: 1 }) });
const takenBy = (visits: readonly ConcernedVisit[]) => visits.map(({ queue, from, to }) => ({ queue, from, to }));
const proposalFor = (visits: readonly ConcernedVisit[], change: Partial<Facts>, bounds: EarlierBounds = BOUNDS) => {
  const taken = takenBy(visits);
  const after = facts({ ...change, taken });
  const concerned = affected(facts({ taken }), after, visits);
  return { after, proposed: propose(placesIn(known(after), at("00:00")), concerned, bounds) };
};

test("the same time in another queue goes to whom nobody can tell", () => {
  const told = visit("09:00", { hasEmail: true });
  const untold = visit("09:00", { queue: 3 });
  const { proposed } = proposalFor([told, untold, visit("09:00", { queue: 1 })], {
    queues: [...facts().queues, { number: 4, active: true, public: false, slotMinutes: 15 }],
    hours: [...facts().hours, { queue: 4, weekday: 2, opens: 540, closes: 555, validFrom: null, validTo: null }],
    closed: [closed(2, at("09:00"), at("12:00")), closed(3, at("09:00"), at("12:00"))],
  });
  const placeOf = (one: ConcernedVisit) => proposed.find((each) => each.visit.id === one.id)?.place;
  expect(placeOf(untold)).toMatchObject({ queue: 4, visit: { from: at("09:00") } });
  expect(placeOf(told)?.visit.from).not.toBe(at("09:00"));
});

test("whom nobody can tell goes later rather than earlier, others earlier only as far as the office says", () => {
  const hours = [...facts().hours.filter(({ queue }) => queue === 2)];
  // The afternoon is closed; the last place left is a quarter of an hour before the old one.
  const rules = { hours, closed: [closed(null, at("11:00"), day.to)] };
  const untold = visit("11:00");
  const [one] = proposalFor([untold], rules).proposed;
  expect(one?.place?.visit.from).toBe(at("11:00") + 1440);
  expect(one?.choices.every(({ visit: { from } }) => from >= untold.from)).toBe(true);

  const told = visit("11:00", { hasPhone: true });
  expect(proposalFor([told], rules).proposed[0]?.place?.visit.from).toBe(at("10:45"));
  const far = { hours, closed: [closed(null, at("10:15"), day.to)] };
  const [other] = proposalFor([told], far).proposed;
  expect(other?.place?.visit.from).toBe(at("11:00") + 1440);
  // Earlier than the office moves anybody, but for its head to choose.
  expect(other?.choices.map(({ visit: { from } }) => from)).toContain(at("10:00"));
});

test("online only into public queues, and a day later rather than into a hidden one", () => {
  const online = visit("09:00", { isOnline: true });
  const { proposed } = proposalFor([online], {
    closed: [closed(2, day.from, day.to), closed(1, day.from, day.to)],
  });
  expect(proposed[0]?.place).toMatchObject({ queue: 1, visit: { from: at("09:00") + 1440 } });
});

test("a queue that is hidden concerns those who booked online, and nobody else", () => {
  const [online, told, kept] = [
    visit("09:00", { isOnline: true, queue: 1 }),
    visit("09:15", { queue: 1 }),
    visit("09:00"),
  ];
  const hidden = facts().queues.map((queue) => ({ ...queue, public: queue.number === 3 }));
  const { proposed } = proposalFor([online, told, kept], { queues: hidden });
  expect(proposed).toMatchObject([{ visit: { id: online.id }, place: { queue: 3, visit: { from: at("09:00") } } }]);
  // Kept there knowingly, it is concerned again once nobody serves it.
  const stays = { ...online, queue: 2, isKept: true };
  expect(proposalFor([stays], { closed: [closed(2, day.from, day.to)] }).proposed).toHaveLength(1);
});

test("what is under way stays, and what stood in closed time before is not this change's", () => {
  const now = visit("09:00", { isUnderWay: true });
  const before = visit("10:00");
  const was = facts({ closed: [closed(2, at("10:00"), at("11:00"))] });
  const will = facts({ closed: [...was.closed, closed(2, at("09:00"), at("12:00"))] });
  const concerned = affected(was, will, [now, before]);
  expect(concerned).toEqual([now]);
  expect(propose(placesIn(known(will), 0), concerned, BOUNDS)).toEqual([{ visit: now, place: null, choices: [] }]);
});

test("on the clock's last Sunday of October nobody is put into the hour that comes twice", () => {
  const sunday = localDay(Temporal.PlainDate.from("2027-10-31"));
  const hours = [1, 2].map((queue) => ({ queue, weekday: 7, opens: 120, closes: 300, validFrom: null, validTo: null }));
  const own = visit("09:00", { queue: 2, from: sunday.at(180), to: sunday.at(180) + 15 });
  const after = facts({ hours, closed: [closed(2, sunday.from, sunday.to)], taken: takenBy([own]) });
  const [{ place } = { place: null }] = propose(
    placesIn(known(after), sunday.from),
    affected(facts({ hours }), after, [own]),
    BOUNDS,
  );
  expect(sunday.minuteOf(place?.visit.from ?? 0)).toBe(180);
  expect(sunday.at(sunday.minuteOf(place?.visit.from ?? 0))).toBe(place?.visit.from);
});

test.each(["2027-03-26", "2026-10-23"])(
  "from a Friday to the Monday after the clock changes, at the same hour",
  (date) => {
    const [friday, monday] = [0, 3].map((days) => localDay(Temporal.PlainDate.from(date).add({ days }))) as [Day, Day];
    const own = visit("09:00", { from: friday.at(540), to: friday.at(540) + 15 });
    const after = facts({ closed: [closed(null, friday.from, friday.to)], taken: takenBy([own]) });
    const known = { facts: after, first: friday.date, last: monday.date };
    const [one] = propose(placesIn(known, friday.from), affected(facts(), after, [own]), BOUNDS);
    expect(one?.place?.visit.from).toBe(monday.at(540));
  },
);

const someVisits = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...QUEUES), fc.integer({ min: 0, max: 15 })), {
    selector: ([queue, slot]) => `${queue} ${slot}`,
    maxLength: 40,
  })
  .chain((places) =>
    fc.tuple(
      ...places.map(([queue, slot]) =>
        fc
          .record({ hasEmail: fc.boolean(), hasPhone: fc.boolean(), isOnline: fc.boolean() })
          .map((reach) =>
            visit("08:00", { queue, from: at("08:00") + slot * 15, to: at("08:00") + slot * 15 + 15, ...reach }),
          ),
      ),
    ),
  );
const someClosed = fc.array(
  fc
    .tuple(fc.constantFrom(null, ...QUEUES), fc.integer({ min: 0, max: 16 }), fc.integer({ min: 1, max: 16 }))
    .map(([queue, slot, length]) => closed(queue, at("08:00") + slot * 15, at("08:00") + (slot + length) * 15)),
  { maxLength: 4 },
);

test("hours before a visit nobody is proposed an earlier time, and it is still there to be chosen", () => {
  const hours = facts().hours.filter(({ queue }) => queue === 2);
  // The last place left of the day is a quarter of an hour before the old one.
  const rules = { hours, closed: [closed(null, at("11:00"), day.to)] };
  const told = visit("11:00", { hasPhone: true, hasEmail: true });
  const proposedWhen = (urgentUntil: string) =>
    proposalFor([told], rules, { earlierMinutes: EARLIER, urgentUntil: at(urgentUntil) }).proposed[0];
  expect(proposedWhen("10:45")?.place?.visit.from).toBe(at("10:45"));
  // Its own time is far enough, the earlier one is not.
  for (const until of ["10:46", "11:00", "11:01", "20:00"]) {
    expect(proposedWhen(until)?.place?.visit.from).toBe(at("11:00") + 1440);
    expect(proposedWhen(until)?.choices.map(({ visit: { from } }) => from)).toContain(at("10:45"));
  }
});

test("no two get one place, nobody a closed or a taken one, nobody online a hidden queue, and whoever can stay in time does", () => {
  fc.assert(
    fc.property(someVisits, someClosed, fc.integer({ min: 0, max: 16 }), (visits, list, slots) => {
      const urgentUntil = at("08:00") + slots * 15;
      const { after, proposed } = proposalFor(visits, { closed: list }, { earlierMinutes: EARLIER, urgentUntil });
      const given = proposed.flatMap(({ visit: one, place }) => (place ? [{ one, place }] : []));
      const stands = visits.filter(({ id }) => !proposed.some(({ visit: { id: moved } }) => moved === id));
      for (const { one, place } of given) {
        const date = localDay(dateOfMinute(place.visit.from));
        const queueDay = queueDays(after, date).find(({ queue }) => queue.number === place.queue);
        expect(queueDay && serves(queueDay, place.visit)).toBe(true);
        expect(one.isOnline && !queueDay?.queue.public).toBe(false);
        const isReachable = one.hasEmail || one.hasPhone;
        expect(place.visit.from).toBeGreaterThanOrEqual(one.from - (isReachable ? EARLIER : 0));
        expect(place.visit.from).toBeGreaterThanOrEqual(Math.min(one.from, urgentUntil));
        expect(stands.some(({ queue, ...other }) => queue === place.queue && overlaps(other, place.visit))).toBe(false);
      }
      expect(new Set(given.map(({ place }) => keyOf(place))).size).toBe(given.length);
      for (const { visit: one, place, choices } of proposed) {
        const earliest = Math.max(one.from - EARLIER, Math.min(one.from, urgentUntil));
        const inTime = choices.filter(({ visit: { from } }) => from >= earliest);
        expect(place !== null || inTime.length === 0).toBe(true);
        expect(one.hasEmail || one.hasPhone || choices.every(({ visit: { from } }) => from >= one.from)).toBe(true);
        expect(choices.every((choice) => !given.some((other) => keyOf(other.place) === keyOf(choice)))).toBe(true);
        expect(one.isUnderWay).toBe(false);
      }
    }),
  );
});

const keyOf = ({ queue, visit: { from } }: Place) => `${queue} ${from}`;
