import { solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import { expect, test } from "vitest";
import { challengeFor, proofIn } from "./proof.ts";

const asking = { key: Buffer.from("of this installation"), now: Temporal.Instant.from("2026-11-24T08:42:00Z") };
const wanted = { office: "9901", service: "signature", at: "2026-11-25T09:00" };

async function solved(tries = 16) {
  const challenge = await challengeFor(wanted, tries, asking);
  const solution = await solveChallenge({ challenge, deriveKey });
  return { challenge, solution, text: textOf({ challenge, solution }) };
}
const textOf = (payload: object) => Buffer.from(JSON.stringify(payload)).toString("base64");

test("what was computed for an office, a service and a time proves it for these, within ten minutes", async () => {
  const { text, solution } = await solved(32);
  const proof = await proofIn(text, wanted, asking);
  expect(proof).toEqual({ id: expect.stringMatching(/^[\w-]{43}$/), tries: 32 });
  expect(await proofIn(text, wanted, asking)).toEqual(proof);
  expect((solution?.counter ?? 0) >= 16 && (solution?.counter ?? 99) < 32).toBe(true);
  const others = [{ office: "9902" }, { service: "vehicle" }, { at: "2026-11-25T09:15" }];
  for (const other of others) expect(await proofIn(text, { ...wanted, ...other }, asking)).toBeNull();
  const later = (minutes: number) => ({ ...asking, now: asking.now.add({ minutes }) });
  expect([await proofIn(text, wanted, later(9)), await proofIn(text, wanted, later(10))]).toEqual([proof, null]);
  expect(await proofIn(text, wanted, { ...asking, key: Buffer.from("another") })).toBeNull();
});

test("what was not computed, or made easier, proves nothing", async () => {
  const { challenge, solution } = await solved();
  const easier = { ...challenge, parameters: { ...challenge.parameters, keyPrefix: "00" } };
  const promising = {
    ...challenge,
    parameters: { ...challenge.parameters, data: { ...wanted, tries: 256, until: "2027-01-01T00:00:00Z" } },
  };
  const guessed = { counter: 9, derivedKey: "00".repeat(32) };
  const tries = [
    { challenge: easier, solution },
    { challenge: promising, solution },
    { challenge, solution: guessed },
    { challenge: { ...challenge, signature: "" }, solution },
    { challenge },
    { solution },
  ];
  for (const payload of tries) expect(await proofIn(textOf(payload), wanted, asking)).toBeNull();
  for (const text of ["", "x", "e30=", "%%%", textOf([1])]) expect(await proofIn(text, wanted, asking)).toBeNull();
});
