import { expect, test } from "vitest";
import { anAppointment } from "../../../../test/an-appointment.ts";
import type { ListedCall } from "../../contract.ts";
import { callsProgress } from "./groups.ts";

const call = (phone: string | null, outcome: ListedCall["outcome"]) => ({
  appointment: anAppointment({ phone }),
  outcome,
});

test("of those who can be called so many have agreed; whom nobody can call is no call that was missed", () => {
  const calls = [call("+306944123456", "agreed"), call("+306944123457", "no-answer"), call(null, "not-called")];
  expect(callsProgress(calls)).toEqual({ all: 2, agreed: 1, withoutPhone: 1 });
});

test("who has no telephone and has heard at the counter is nobody's to tell any more", () => {
  expect(callsProgress([call("+306944123456", "agreed"), call(null, "agreed")])).toEqual({
    all: 1,
    agreed: 1,
    withoutPhone: 0,
  });
});
