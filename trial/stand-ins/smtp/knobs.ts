import { setTimeout as wait } from "node:timers/promises";
import { z } from "zod";

/** Where a conversation can go wrong. At "data" the message is not taken; at "answer" it was, and only nobody hears of it. */
export const SMTP_STAGES = ["connect", "mail", "rcpt", "data", "answer"] as const;
export const SMTP_TROUBLES = ["delay", "refuse", "hang", "close"] as const;

/** Where they are seen and turned */
export interface KnobDesk {
  knobs(): SmtpKnobs;
  turn(knobs: SmtpKnobs): void;
}

export type SmtpStage = (typeof SMTP_STAGES)[number];

const smtpFault = z.strictObject({
  at: z.enum(["each", ...SMTP_STAGES]),
  does: z.enum(SMTP_TROUBLES),
  /** An address, in which * stands for any letters. Who it is for is not known before "rcpt". */
  recipient: z.string().min(1).max(254).default("*"),
  /** With which a refusal is said: 4xx may be tried again, 5xx not */
  code: z.int().min(400).max(599).default(451),
  text: z
    .string()
    .regex(/^[\x20-\x7e]{1,200}$/)
    .default("Refused by a knob of the trial"),
  /** How long a delay takes */
  ms: z.int().min(0).max(600_000).default(1_000),
  /** How often it happens before all is well again; null for always */
  times: z.int().min(1).max(1_000_000).nullable().default(null),
});

/** What is not named is off. */
export const smtpKnobs = z.strictObject({
  /** Every connection is reset, those that are open as well. */
  dead: z.boolean().default(false),
  faults: z.array(smtpFault).max(100).default([]),
});

export type SmtpFault = z.output<typeof smtpFault>;
export type SmtpKnobs = z.output<typeof smtpKnobs>;
export type WantedKnobs = z.input<typeof smtpKnobs>;
type HangUp = () => void;
export type SmtpTrouble = ReturnType<typeof createTrouble>;

/** Holds the knobs, and does to a conversation what they say: the first that fits, after all delays before it. */
export function createTrouble() {
  let knobs: SmtpKnobs = { dead: false, faults: [] };
  const set = (wanted: SmtpKnobs) => {
    knobs = wanted;
  };
  /** One time fewer; whether it is still there */
  const spend = (fault: SmtpFault): boolean => {
    if (!knobs.faults.includes(fault)) return false;
    if (fault.times !== null) fault.times -= 1;
    if (fault.times === 0) set({ ...knobs, faults: knobs.faults.filter((other) => other !== fault) });
    return true;
  };
  return {
    knobs: () => knobs,
    set,
    /** @throws what the client is to be told. Never ends where it is told nothing. */
    async meet(stage: SmtpStage, recipients: readonly string[], hangUp: HangUp): Promise<void> {
      for (const fault of knobs.faults.filter((candidate) => fits(candidate, stage, recipients))) {
        if (spend(fault)) await inflict(fault, hangUp);
      }
    },
  };
}

function fits({ at, recipient }: SmtpFault, stage: SmtpStage, recipients: readonly string[]): boolean {
  if (at !== "each" && at !== stage) return false;
  return recipient === "*" || recipients.some((address) => matcherOf(recipient).test(address));
}

const matcherOf = (pattern: string): RegExp =>
  new RegExp(`^${pattern.split(/\*+/).map(RegExp.escape).join(".*")}$`, "i");

async function inflict({ does, ms, code, text }: SmtpFault, hangUp: HangUp): Promise<void> {
  if (does === "delay") return await wait(ms, undefined, { ref: false });
  if (does === "refuse") throw Object.assign(new Error(text), { responseCode: code });
  if (does === "close") hangUp();
  return await new Promise<never>(() => {});
}
