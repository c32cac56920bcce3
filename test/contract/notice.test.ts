import { expect, test } from "vitest";
import type { AppointmentNotice } from "../../src/partners/contract.ts";
import { publishedNotice } from "./notice.ts";

const NOTICE: AppointmentNotice = {
  type: "appointment.booked",
  timestamp: "2026-11-24T10:42:00+02:00",
  data: {
    id: "0199d8d4-6f3c-7c3a-9d55-6a1f3f0b8f11",
    office: "9901",
    date: "2026-11-24",
    time: "11:00",
    status: "booked",
    transferredTo: null,
    version: 1,
  },
};

test("what the contract says of a notice refuses what is more, less or other than that", async () => {
  const published = await publishedNotice();
  expect(published.safeParse(NOTICE).error).toBeUndefined();
  const { version: _, ...withoutVersion } = NOTICE.data;
  for (const other of [
    { ...NOTICE, data: withoutVersion },
    { ...NOTICE, data: { ...NOTICE.data, lastName: "Γιασεμίδου" } },
    { ...NOTICE, type: "appointment.forgotten" },
    { ...NOTICE, timestamp: "yesterday" },
  ])
    expect(published.safeParse(other).success).toBe(false);
});
