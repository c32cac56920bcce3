import { readFileSync } from "node:fs";
import { createContext, runInContext } from "node:vm";
import { createChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import { expect, test } from "vitest";

/** What a browser runs, on as much of a page as it asks for. */
const SCRIPT = readFileSync(new URL("./prove.js", import.meta.url), "utf8");
const MOST = 9;

async function solved(counter: number) {
  const challenge = await createChallenge({
    algorithm: "PBKDF2/SHA-256",
    cost: 10,
    deriveKey,
    counter,
    data: { tries: MOST },
    hmacSignatureSecret: "secret",
  });
  const tries: number[] = [];
  const proof = { value: "" };
  await new Promise<void>((submit, reject) => {
    const progress = {
      set value(tried: number) {
        tries.push(tried);
        if (tried <= MOST) return;
        reject(new Error("It looks for another key."));
        throw new Error("Without an end.");
      },
    };
    const form = { elements: { proof }, submit };
    const parts: Readonly<Record<string, unknown>> = { form, progress };
    const page = {
      hidden: true,
      querySelector: (name: string) => parts[name],
      getAttribute: () => JSON.stringify(challenge),
    };
    const document = { getElementById: () => page };
    runInContext(SCRIPT, createContext({ window: { crypto }, crypto, document, btoa, Uint8Array, DataView }));
  });
  return { tries, solution: JSON.parse(atob(proof.value)).solution };
}

test.each([0, 1, 4, 7])("a browser tries one key after the other, and finds the one of number %d", async (counter) => {
  const { tries, solution } = await solved(counter);
  expect(solution.counter).toBe(counter);
  expect(tries).toEqual(Array.from({ length: counter + 1 }, (_, index) => index + 1));
});
