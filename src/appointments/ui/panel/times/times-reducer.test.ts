import { expect, test } from "vitest";
import type { FillingSeen } from "../../../../live/events.ts";
import type { Slot } from "../../plan-marks.ts";
import {
  initialTimes,
  nextTimes,
  selectedIn,
  type TimesAction,
  type TimesFacts,
  type TimesState,
  type TimesTerms,
} from "./times-reducer.ts";

const TODAY = "2026-11-24";
const slot = (time: string, queue = 1, date = TODAY): Slot => ({ date, time, queue });
const [first, second, third] = [slot("11:30"), slot("11:45"), slot("12:00")];
const TERMS: TimesTerms = {
  office: "9901",
  service: "signature",
  channel: "phone",
  minutes: 15,
  leadMinutes: 0,
  now: { date: TODAY, time: "11:20" },
  from: TODAY,
};
const daysOf = (...slots: Slot[]): TimesFacts["days"] =>
  [...new Set(slots.map(({ date }) => date))].map((date) => ({
    date,
    times: slots.filter((each) => each.date === date).map(({ time, queue }) => ({ time, queues: [queue] })),
  }));
const free = (slots: readonly Slot[], more: Partial<TimesFacts> = {}): TimesFacts => ({
  days: daysOf(...slots),
  otherDays: [],
  farDays: [],
  fillings: [],
  isKnown: true,
  isOtherKnown: false,
  isBeingRead: false,
  ...more,
});
const ALL = free([first, second, third]);
const filling = (place: Slot): FillingSeen => ({
  name: "Άρης",
  place: { ...place, minutes: 15 },
  isOwn: false,
  isLater: false,
});
const begun = (place: Slot | null = null, isSending = false) => initialTimes({ place, clicked: place, isSending });
const clash = { isTaken: true, sentence: "", alternatives: [second, third], taken: null, wished: first };

/** What a form does: it is drawn until nothing is new. */
function drawn(state: TimesState, now = ALL, terms = TERMS, clicked: Slot | null = null): TimesState {
  const next = nextTimes(state, { type: "drawn", slot: clicked, terms, free: now });
  return next === state ? state : drawn(next, now, terms, clicked);
}
const after = (state: TimesState, ...actions: TimesAction[]): TimesState => actions.reduce(nextTimes, state);
const chosen = (place: Slot): TimesAction => ({ type: "chosen", slot: place });
const wished = (time: string | null, date = TODAY, queue: number | null = 1): TimesAction => ({
  type: "other-wished",
  wish: { date, time, queue, monday: "2026-11-23" },
});

test("a form begins with the first free times, and stands on the first of them; drawn again nothing is new", () => {
  const state = drawn(begun());
  expect([state.shown.list, selectedIn(state, ALL)]).toEqual([[first, second, third], first]);
  expect(nextTimes(state, { type: "drawn", slot: null, terms: TERMS, free: ALL })).toBe(state);
});

test("until the free times are known there is no list, and where there are none it stands on nothing", () => {
  const none = free([]);
  for (const now of [none, free([first], { isKnown: false })]) expect(drawn(begun(), now).shown.list).toEqual([]);
  expect(selectedIn(drawn(begun(), none), none)).toBeNull();
});

test("what is chosen is stood on, and leaves the day chosen by hand", () => {
  const state = after(drawn(begun()), wished("09:00"), chosen(second));
  expect([selectedIn(state, ALL), state.other]).toEqual([second, null]);
});

test("a slot that is clicked on the plan comes first and is stood on; the same one again changes nothing", () => {
  const clicked = drawn(after(drawn(begun()), chosen(second)), ALL, TERMS, third);
  expect([clicked.shown.list, selectedIn(clicked, ALL)]).toEqual([[third, first, second], third]);
  const chosenAfter = drawn(after(clicked, chosen(first)), ALL, TERMS, third);
  expect(selectedIn(chosenAfter, ALL)).toEqual(first);
});

test("a clicked slot takes the place of a lost one and of a wish", () => {
  const state = drawn(after(begun(), { type: "lost", clash }, wished("09:00")), ALL, TERMS, third);
  expect(state).toMatchObject({ clash: null, other: null, gone: null, preferred: third, choice: third });
});

test("a chosen time is preferred when the service or the source changes; one that nobody chose is not held on to", () => {
  const state = after(drawn(begun()), chosen(second), { type: "terms-changed" });
  expect(state.preferred).toEqual(second);
  expect(after(drawn(begun()), { type: "terms-changed" }).preferred).toBeNull();
  const later = drawn(state, free([first, third, second]), { ...TERMS, service: "vehicle" });
  expect(later.shown.list).toEqual([second, first, third]);
});

test("a list stays as it is shown while a time comes free, and begins anew with other terms", () => {
  const four = [first, second, third, slot("12:15")];
  const state = drawn(begun(), free(four));
  const earlier = free([slot("11:25"), ...four]);
  expect(drawn(state, earlier).shown.list).toEqual(four);
  expect(drawn(state, earlier, { ...TERMS, channel: "email" }).shown.list[0]).toEqual(slot("11:25"));
});

test("the present place of an appointment comes first, free or not", () => {
  const present = slot("15:00", 2);
  const state = drawn(begun(), ALL, { ...TERMS, present });
  expect(state.shown.list[0]).toEqual(present);
  expect(state.gone).toBeNull();
});

test("for a citizen at the counter the running slot comes first", () => {
  const running = slot("11:15", 2);
  const counter = { queues: [{ number: 2, slotMinutes: 15 }], wanted: [2] };
  const terms: TimesTerms = { ...TERMS, channel: "in-person", counter };
  expect(drawn(begun(), free([running, first]), terms).shown.list).toEqual([running, first]);
  expect(drawn(begun(), free([running, first]), { ...terms, counter: null }).shown.list).toEqual([running, first]);
  expect(drawn(begun(), free([running, first]), { ...terms, channel: "phone" }).shown.list).toEqual([first]);
  const past = slot("08:00", 3);
  expect(drawn(begun(), free([past, running, first]), terms).shown.list).toEqual([running, first]);
});

test("after a collision the nearest times are the list, and the first of them is stood on", () => {
  const state = drawn(after(drawn(begun(first)), { type: "lost", clash }), free([third], { isBeingRead: true }));
  expect([state.shown.list, selectedIn(state, ALL), state.preferred]).toEqual([[second, third], second, null]);
  expect(drawn(after(drawn(begun()), { type: "lost", clash })).shown.list).toEqual([second, third]);
  const filled = { ...ALL, fillings: [filling(second)] };
  expect(drawn(after(begun(first), { type: "lost", clash }), filled).shown.list).toEqual([third]);
  expect(after(state, { type: "terms-changed" }).clash).toBeNull();
});

test("a place that was given away makes way for the next one, and the form says so until something is chosen", () => {
  const state = drawn(drawn(after(drawn(begun()), chosen(second))), free([first, third]));
  expect([state.gone, selectedIn(state, ALL)]).toEqual([{ place: second, by: null }, third]);
  for (const action of [chosen(first), wished("09:00"), { type: "back-to-list" }, { type: "terms-changed" }] as const)
    expect(after(state, action).gone).toBeNull();
});

test("a place that a colleague came to first is lost to them by name; a preferred one gives way to the next in time", () => {
  const state = drawn(drawn(begun(second)), { ...free([first, third]), fillings: [filling(second)] });
  expect([state.gone, state.preferred]).toEqual([{ place: second, by: filling(second) }, third]);
  expect(selectedIn(state, ALL)).toEqual(third);
});

test("a clicked place stays first whatever else is lost; once it is lost itself, the next in time is stood on", () => {
  const [late, later] = [slot("15:00"), slot("15:15")];
  const state = drawn(begun(late), free([first, second, third, slot("12:15"), late, later]));
  const withoutFirst = drawn(state, free([second, third, slot("12:15"), late, later]));
  expect(withoutFirst.shown.list).toEqual([late, second, third, slot("12:15")]);
  const withoutLate = free([second, third, slot("12:15"), slot("12:30"), later]);
  expect(selectedIn(drawn(withoutFirst, withoutLate), ALL)).toEqual(later);
});

test("while it is being sent no place is lost, for it may be the form's own by now", () => {
  const sent = after(drawn(begun(first)), { type: "sending", isSending: true });
  const whileSent = drawn(sent, free([second, third]));
  expect(whileSent).toMatchObject({ gone: null, choice: first, shown: { list: [first, second, third] } });
  const refused = after(sent, { type: "sending", isSending: false });
  expect(drawn(refused, free([second])).gone).toEqual({ place: first, by: null });
  expect(drawn(begun(first, true), free([second])).gone).toBeNull();
  const before = free([], { otherDays: daysOf(second), isOtherKnown: true });
  const byHand = after(drawn(after(begun(), wished("11:45")), before), { type: "sending", isSending: true });
  expect(drawn(byHand, { ...before, otherDays: [] }).gone).toBeNull();
});

test("another place under other terms is no loss", () => {
  const state = drawn(begun());
  expect(drawn(state, free([third]), { ...TERMS, service: "vehicle" }).gone).toBeNull();
});

test("a wish stands on its time, or the next free one of its day; back at the list what was chosen there is stood on", () => {
  const now = free([first, second, third], { otherDays: daysOf(second, third), isOtherKnown: true });
  const state = drawn(after(drawn(begun()), chosen(first), wished("11:40")), now);
  expect(selectedIn(state, now)).toEqual(second);
  expect(selectedIn(drawn(after(state, { type: "back-to-list" }), now), now)).toEqual(first);
});

test("a wished place that is lost takes the wish along; until the day is known nothing is lost", () => {
  const before = free([], { otherDays: daysOf(second, third), isOtherKnown: true });
  const state = drawn(after(begun(), wished("11:45")), before);
  expect(drawn(state, free([], { isOtherKnown: false })).gone).toBeNull();
  const lost = drawn(state, { ...before, otherDays: daysOf(third) });
  expect([lost.gone, lost.other?.time]).toEqual([{ place: second, by: null }, "12:00"]);
});

test("a place beyond the days of the list stands while its own day has it, or could not be read", () => {
  const far = slot("09:00", 1, "2027-01-12");
  for (const farDays of [daysOf(far), null]) expect(drawn(begun(far), { ...ALL, farDays }).shown.list[0]).toEqual(far);
  for (const now of [ALL, { ...ALL, farDays: daysOf(far), fillings: [filling(far)] }])
    expect(drawn(begun(far), now).shown.list).toEqual([first, second, third]);
});

test("for whoever gets another place the list begins with the nearest times of its day, not with the first free ones", () => {
  const near = { date: "2026-11-26", time: "12:00" };
  const [early, before, after] = [
    slot("08:00", 1, near.date),
    slot("11:45", 1, near.date),
    slot("12:15", 1, near.date),
  ];
  const all = free([first, early, before, after, slot("12:30", 1, near.date)]);
  const terms = { ...TERMS, from: near.date, near, present: { ...near, queue: 1 } };
  const state = drawn(begun(), all, terms);
  expect(state.shown.list).toEqual([terms.present, before, after, slot("12:30", 1, near.date)]);
});
