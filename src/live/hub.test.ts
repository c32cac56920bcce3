import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { changeNotice } from "./announce.ts";
import type { PlaceBeingFilled } from "./events.ts";
import { followOffices } from "./follow-offices.ts";
import { createHub, type Hub } from "./hub.ts";
import { noticeText } from "./notice.ts";

const PLACE: PlaceBeingFilled = { date: "2026-11-24", time: "12:00", queue: 1, minutes: 15 };
const OFFICE = 7;

let hub: Hub;
let rulings: number;
let letters: number;
beforeEach(() => {
  vi.useFakeTimers();
  rulings = 0;
  letters = 0;
  hub = createHub({ onRuling: () => rulings++, onLetter: () => letters++ });
  hub.setHearing(true);
});
afterEach(() => vi.useRealTimers());

function aDesk(id: string, employee = 1) {
  const heard: string[] = [];
  const leave = hub.join(OFFICE, { employee, id, send: (text) => heard.push(text), end: () => heard.push("end") });
  heard.splice(0);
  return { heard, leave };
}

const fills = (desk: string, place: PlaceBeingFilled | null, employee = 1) =>
  hub.hear(noticeText({ kind: "filling", office: OFFICE, employee, name: "Άρης Καστανάς", desk, place }));

test("a place that is not repeated is forgotten after 25 seconds", () => {
  const { heard } = aDesk("other");
  fills("own", PLACE);
  expect(heard.splice(0)).toEqual([expect.stringContaining("12:00")]);
  vi.advanceTimersByTime(20_000);
  fills("own", PLACE);
  vi.advanceTimersByTime(20_000);
  expect(heard, "a repetition is no news").toEqual([]);
  vi.advanceTimersByTime(5_000);
  expect(heard).toEqual([expect.stringContaining('"list":[]')]);
});

test("a page does not hear of itself, and can't wipe off another clerk's place by its name", () => {
  const { heard } = aDesk("own");
  fills("own", PLACE);
  expect(heard.splice(0)).toEqual([expect.stringContaining('"list":[]')]);
  fills("own", { ...PLACE, time: "13:00" }, 2);
  fills("own", null, 1);
  expect(heard.at(-1)).toContain("13:00");
});

test("of what is filled in, everybody hears whether it is in another window of their own", () => {
  const { heard } = aDesk("other");
  const listed = () => JSON.parse(heard.at(-1)?.split("data: ")[1] as string).list;
  fills("own", PLACE);
  expect(listed()).toEqual([expect.objectContaining({ isOwn: true })]);
  fills("own", null);
  fills("own", PLACE, 2);
  expect(listed()).toEqual([expect.objectContaining({ isOwn: false })]);
});

test("of two who are filling in the same place, whoever came later hears so of nobody, and the first of the other", () => {
  const [first, second] = [aDesk("first"), aDesk("second")];
  const heard = ({ heard }: typeof first) => JSON.parse(heard.at(-1)?.split("data: ")[1] as string).list;
  fills("first", PLACE);
  fills("second", { ...PLACE, time: "12:10" });
  expect(heard(first)).toEqual([expect.objectContaining({ isLater: true })]);
  expect(heard(second)).toEqual([expect.objectContaining({ isLater: false })]);
  fills("first", PLACE);
  fills("third", PLACE);
  expect(heard(first), "a repetition keeps the turn").toHaveLength(2);
  expect(heard(first)).not.toContainEqual(expect.objectContaining({ isLater: false }));
  fills("second", { ...PLACE, time: "13:00" });
  expect(heard(first)[1], "another place is not this desk's").toMatchObject({ isLater: false });
});

test("however many places one page invents, few are kept", () => {
  const { heard } = aDesk("other");
  for (let count = 0; count < 500; count++) fills(`page ${count}`, PLACE);
  expect(JSON.parse(heard.at(-1)?.split("data: ")[1] as string).list).toHaveLength(64);
});

test("a desk hears once of a day on which an appointment was moved", () => {
  const { heard } = aDesk("other");
  const day = Temporal.PlainDate.from("2026-11-24");
  hub.hear(changeNotice(OFFICE, [day, day], "0197f0a0-0000-7000-8000-000000000001", 1));
  vi.runAllTimers();
  expect(heard).toEqual([expect.stringContaining('"dates":["2026-11-24"]')]);
});

test("while the others are not heard, whoever comes learns so", () => {
  hub.setHearing(false);
  const heard: string[] = [];
  hub.join(OFFICE, { employee: 1, id: "a", send: (text) => heard.push(text), end: () => {} });
  expect(heard[0]).toContain("event: paused");
  hub.setHearing(true);
  expect(heard.at(-1)).toContain("event: resync");
});

test("what is no notice of ours changes nothing", () => {
  const { heard } = aDesk("other");
  for (const payload of ["", "{", "null", '{"kind":"change","office":7}', '{"kind":"other","office":7}'])
    hub.hear(payload);
  vi.runAllTimers();
  expect(heard).toEqual([]);
});

test("who left hears nothing more", () => {
  const { heard, leave } = aDesk("other");
  leave();
  fills("own", PLACE);
  hub.close();
  expect(heard).toEqual([]);
});

test("a ruling of the ministry is told to who takes it to the offices, and to no desk", () => {
  const { heard } = aDesk("own");
  hub.hear(noticeText({ kind: "ruling" }));
  expect({ rulings, letters }).toEqual({ rulings: 1, letters: 0 });
  expect(heard).toEqual([]);
});

test("a letter that may leave at once is told to who sends it, and to no desk", () => {
  const { heard } = aDesk("own");
  hub.hear(noticeText({ kind: "letter" }));
  expect({ rulings, letters }).toEqual({ rulings: 0, letters: 1 });
  expect(heard).toEqual([]);
});

test("how long an office has been quiet counts from what changed there or everywhere, and from when it is heard again", () => {
  const { quietFor } = followOffices(hub);
  vi.advanceTimersByTime(5_000);
  expect(quietFor(OFFICE)).toBe(5_000);
  hub.hear(changeNotice(OFFICE, [Temporal.PlainDate.from("2026-11-24")], "00000000-0000-4000-8000-000000000001", 1));
  expect([quietFor(OFFICE), quietFor(8)]).toEqual([0, 5_000]);
  vi.advanceTimersByTime(1_000);
  fills("own", PLACE);
  hub.hear(noticeText({ kind: "letter" }));
  expect(quietFor(OFFICE), "what nobody asks again for").toBe(1_000);
  hub.hear(noticeText({ kind: "rules", office: OFFICE }));
  expect([quietFor(OFFICE), quietFor(8)]).toEqual([0, 6_000]);
  hub.hear(noticeText({ kind: "ruling" }));
  expect(quietFor(8)).toBe(0);
  vi.advanceTimersByTime(1_000);
  hub.setHearing(false);
  expect(quietFor(8)).toBeNull();
  vi.advanceTimersByTime(1_000);
  hub.setHearing(true);
  expect(quietFor(8)).toBe(0);
});
