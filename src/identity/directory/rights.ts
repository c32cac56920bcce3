import type { Role } from "../contract.ts";
import type { Gate } from "./directory.ts";

/** What the directory's gates allow: the union of all of them. */
export interface Rights {
  readonly ministry: boolean;
  readonly offices: readonly OfficeRight[];
}

export interface OfficeRight {
  readonly code: string;
  readonly role: Role;
}

const OFFICE_GATE = /^ΚΕΠ\/(\d{4}[Α-Ω]?)$/;

export function rightsOf(gates: readonly Gate[], ministryGate: string | undefined): Rights {
  const rights = new Map<string, OfficeRight>();
  for (const { gateId, role } of gates) {
    const code = OFFICE_GATE.exec(gateId)?.[1];
    const right: OfficeRight | undefined =
      code === undefined ? undefined : { code, role: role === "head" ? "administrator" : "operator" };
    if (right) rights.set(`${right.code} ${right.role}`, right);
  }
  return { ministry: gates.some(({ gateId }) => gateId === ministryGate), offices: [...rights.values()] };
}

export const hasAny = ({ ministry, offices }: Rights): boolean => ministry || offices.length > 0;

export const gateIdOf = (officeCode: string): string => `ΚΕΠ/${officeCode}`;

export type Age = "fresh" | "ageing" | "old";

const AGEING_MINUTES = 4;
const OLD_MINUTES = 5;
/** By so much the clocks of two processes may differ; what lies further ahead was written by one that was wrong. */
const AHEAD_MINUTES = 1;

/** Circular and facts §3: rights follow the directory within five minutes. */
export function ageOf(syncedAt: Temporal.Instant, now: Temporal.Instant): Age {
  const minutes = now.since(syncedAt).total("minutes");
  if (minutes < -AHEAD_MINUTES) return "old";
  if (minutes < AGEING_MINUTES) return "fresh";
  return minutes < OLD_MINUTES ? "ageing" : "old";
}

/** Long enough for a holiday weekend: whoever had rights then may sign in while the directory is down. */
const USABLE_HOURS = 96;

export const mayServeWithoutDirectory = (syncedAt: Temporal.Instant, now: Temporal.Instant): boolean =>
  Math.abs(now.since(syncedAt).total("hours")) < USABLE_HOURS;
