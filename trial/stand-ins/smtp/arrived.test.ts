import { expect, test } from "vitest";
import { keepArrived } from "./arrived.ts";

test("the last thousand are kept, and all are counted", async () => {
  const arrived = keepArrived(() => Temporal.Instant.from("2026-11-24T10:42:00+02:00"));
  const envelope = { from: "", to: ["eleni@example.gr"] };
  for (let sent = 0; sent < 1_002; sent++) await arrived.take(envelope, Buffer.from("Subject: x\r\n\r\n"));
  expect(arrived.count()).toBe(1_002);
  expect(arrived.all()).toHaveLength(1_000);
  expect([arrived.all().at(0)?.id, arrived.all().at(-1)?.id]).toEqual([3, 1_002]);
});
