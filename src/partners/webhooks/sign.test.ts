import { randomBytes } from "node:crypto";
import { Webhook } from "standardwebhooks";
import { expect, test } from "vitest";
import { signedHeaders } from "./sign.ts";

test("what is signed is verified by a receiver's library, and what was changed is not", () => {
  const [secret, body] = [randomBytes(32), JSON.stringify({ type: "appointment.moved", data: { id: "1" } })];
  const headers = signedHeaders(secret, { id: "visit-2", body, at: Temporal.Now.instant() });
  const receiver = new Webhook(`whsec_${secret.toString("base64")}`);
  expect(receiver.verify(body, { ...headers })).toEqual(JSON.parse(body));
  expect(() => receiver.verify(body.replace("1", "2"), { ...headers })).toThrow();
  expect(() => receiver.verify(body, { ...headers, "webhook-id": "visit-3" })).toThrow();
  const old = signedHeaders(secret, { id: "visit-2", body, at: Temporal.Now.instant().subtract({ minutes: 6 }) });
  expect(() => receiver.verify(body, { ...old })).toThrow(/old/);
  const other = new Webhook(`whsec_${randomBytes(32).toString("base64")}`);
  expect(() => other.verify(body, { ...headers })).toThrow();
});
