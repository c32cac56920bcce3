import { createHash, randomInt } from "node:crypto";
import { createChallenge, verifySolution } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import type { Challenge, Payload } from "altcha-lib/types";
import { z } from "zod";

/** A browser's proof that it has worked for a time (ALTCHA): no puzzle, nobody is asked anything, nothing is told to others. */

/** Of each key that is tried */
const COST = 1_000;
const MINUTES = 10;

/** What it is for: an office, a service, a time. It is good for nothing else. */
export interface Wanted {
  readonly office: string;
  readonly service: string;
  readonly at: string;
}

interface Asking {
  /** Of this installation */
  readonly key: Buffer;
  readonly now: Temporal.Instant;
}

/** @param tries that it takes at most, and half of which it takes at least */
export function challengeFor(wanted: Wanted, tries: number, { key, now }: Asking): Promise<Challenge> {
  return createChallenge({
    algorithm: "PBKDF2/SHA-256",
    cost: COST,
    deriveKey,
    ...secretsOf(key),
    counter: randomInt(Math.ceil(tries / 2), tries),
    data: { ...wanted, tries, until: now.add({ minutes: MINUTES }).toString() },
  });
}

export interface Proof {
  /** By which it is known again, so that it is good once */
  readonly id: string;
  /** So many keys were tried at most */
  readonly tries: number;
}

/** @param text as a form sent it @returns null: it proves nothing, or something else, or not any more */
export async function proofIn(text: string, wanted: Wanted, { key, now }: Asking): Promise<Proof | null> {
  const payload = payloadIn(text);
  const known = data.safeParse(payload?.challenge.parameters.data);
  if (!payload || !known.success) return null;
  const { until, tries, ...its } = known.data;
  const isOfThis = its.office === wanted.office && its.service === wanted.service && its.at === wanted.at;
  if (!isOfThis || Temporal.Instant.compare(now, Temporal.Instant.from(until)) >= 0) return null;
  const { verified } = await verifySolution({ ...payload, deriveKey, ...secretsOf(key) }).catch(() => UNVERIFIED);
  const id = createHash("sha256")
    .update(payload.challenge.signature ?? "")
    .digest("base64url");
  return verified ? { id, tries } : null;
}

const UNVERIFIED = { verified: false } as const;

function secretsOf(key: Buffer) {
  const of = (what: string) => createHash("sha256").update(`${what} `).update(key).digest("hex");
  return { hmacSignatureSecret: of("challenge"), hmacKeySignatureSecret: of("solution") };
}

const data = z.object({
  office: z.string(),
  service: z.string(),
  at: z.string(),
  tries: z.number(),
  until: z.string(),
});

const parameters = z.object({
  algorithm: z.literal("PBKDF2/SHA-256"),
  nonce: z.string(),
  salt: z.string(),
  keyPrefix: z.string(),
  cost: z.literal(COST),
  keyLength: z.literal(32),
  keySignature: z.string(),
  data,
});
const sent = z.object({
  challenge: z.object({ parameters, signature: z.string() }),
  solution: z.object({ counter: z.number(), derivedKey: z.string() }),
});

/** Null: it is none of ours. */
function payloadIn(text: string): Payload | null {
  try {
    return sent.parse(JSON.parse(Buffer.from(text, "base64").toString("utf8")));
  } catch {
    return null;
  }
}
