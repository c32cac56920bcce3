import { expect, test } from "vitest";
import { anAppointment } from "../../test/an-appointment.ts";
import { textIn } from "../text/text.ts";
import { called, isFromWeb } from "./person.ts";

test("a held time is called by what holds it: a citizen's form, or a draw", () => {
  const el = textIn("el");
  const form = anAppointment({ status: "held", channel: "online" });
  const draw = anAppointment({ status: "held", channel: "online", isForDraw: true });
  expect(called(form, el)).toEqual({ first: "Κρατιέται από πολίτη", rest: "" });
  expect(called(draw, el)).toEqual({ first: "Κλήρωση", rest: "" });
  expect([isFromWeb(form), isFromWeb(draw)]).toEqual([true, false]);
});
