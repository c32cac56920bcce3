import { expect, test } from "vitest";
import { anAppointmentRow } from "../../../test/an-appointment.ts";
import type { AppointmentRow } from "../sql.ts";
import { comesBack } from "./taken-back.ts";

const at = (time: string) => Temporal.Instant.from(`2026-11-24T${time}:00+02:00`);
const row = anAppointmentRow({ starts_at: at("11:00"), ends_at: at("11:15") });

test.each<[what: string, before: Partial<AppointmentRow>, after: Partial<AppointmentRow>, isSo: boolean]>([
  ["another name", {}, { last_name: "Άλλη" }, false],
  ["a cancellation taken back", { status: "cancelled" }, {}, true],
  ["a booking taken back", {}, { status: "cancelled" }, false],
  ["another queue", { queue: 2 }, {}, true],
  ["another time", { starts_at: at("10:45") }, {}, true],
  ["more minutes", { ends_at: at("11:10") }, {}, true],
  ["a keeping taken back: only it let the visit stand", { kept_by: 7 }, {}, true],
  ["kept still", { kept_by: 7 }, { kept_by: 7 }, false],
])("%s needs a place again or not", (_, before, after, isSo) => {
  expect(comesBack({ ...row, ...before }, { ...row, ...after })).toBe(isSo);
});
