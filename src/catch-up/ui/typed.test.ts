import { expect, test } from "vitest";
import type { Appointment } from "../../appointments/contract.ts";
import type { SheetRow } from "./sheet-rows.ts";
import {
  marksIn,
  newSheetTexts,
  sheetCounts,
  sheetRequest,
  textsAgain,
  typedFaults,
  walkInsIn,
  withMarks,
  withWalkIns,
} from "./typed.ts";

const row = (id: string, version: number, more: Partial<SheetRow> = {}): SheetRow => ({
  appointment: { id, version } as Appointment,
  mark: null,
  options: ["arrived", "served", "no-show"],
  isUnseen: false,
  isSettled: false,
  ...more,
});
const begun = newSheetTexts({ usualService: "signature" });

test("a tick goes with the version that was seen; taken away again, nothing has changed", () => {
  const marked = { ...begun, ...withMarks(begun, [row("b", 3), row("a", 1)], "served") };
  expect(marksIn(marked)).toEqual({ a: { status: "served", version: 1 }, b: { status: "served", version: 3 } });
  const again = withMarks(marked, [row("b", 4)], "no-show");
  expect(marksIn(again).b).toEqual({ status: "no-show", version: 4 });
  expect(withMarks(marked, [row("a", 1), row("b", 3)], null).marks).toBe(begun.marks);
});

test("only what counts is sent, with the walk-ins by their time", () => {
  const values = {
    ...begun,
    ...withMarks(begun, [row("a", 1), row("b", 2)], "served"),
    ...withWalkIns([
      { time: "09:40", until: null, service: "signature" },
      { time: "09:10", until: "09:25", service: "signature" },
    ]),
  };
  const rows = [row("a", 1, { mark: "served" }), row("b", 3), row("c", 1)];
  const request = sheetRequest(rows, values);
  expect(request.marks).toEqual([{ id: "a", version: 1, status: "served" }]);
  expect(request.walkIns.map(({ time }) => time)).toEqual(["09:10", "09:40"]);
  expect(walkInsIn(values)).toEqual(request.walkIns);
  expect(sheetCounts(rows, request)).toEqual({
    served: 1,
    arrived: 0,
    "no-show": 0,
    walkIns: 2,
    unmarked: 2,
    changes: 3,
  });
});

test("what was taken back is a draft again, with the versions since, but for what stays recorded", () => {
  const walkIns = [{ time: "09:10", until: "09:25", service: "signature" }];
  const texts = { ...withMarks(begun, [row("a", 1), row("b", 1), row("gone", 1)], "served"), ...withWalkIns(walkIns) };
  const appointments = ["a", "b", "c"].map((id) => ({ id, version: 5 }) as Appointment);
  const again = (...staying: string[]) => textsAgain(texts, { appointments }, staying) ?? {};
  const seen = { status: "served", version: 5 };
  expect([marksIn(again()), walkInsIn(again())]).toEqual([{ a: seen, b: seen }, walkIns]);
  expect([marksIn(again("b")), walkInsIn(again("b"))]).toEqual([{ a: seen }, walkIns]);
  expect(walkInsIn(again("of-a-walk-in"))).toEqual([]);
  expect(textsAgain(withWalkIns(walkIns), { appointments }, ["of-a-walk-in"])).toBeNull();
});

test("a row that was begun is not left out unseen", () => {
  expect(typedFaults({ ...begun, time: "09:10" })).toEqual([{ field: "time", code: "walk-in-not-added" }]);
  expect(typedFaults(begun)).toEqual([]);
});
