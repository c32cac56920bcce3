import type { FastifyBaseLogger } from "fastify";
import type { Database } from "../../platform/database/transaction.ts";
import type { Clock } from "../../platform/time.ts";

/** One θυρίδα of a person: gate `ΚΕΠ/0578`, as clerk or as head. */
export interface Gate {
  readonly gateId: string;
  readonly role: "clerk" | "head";
}

export interface StaffMember {
  readonly afm: string;
  readonly role: Gate["role"];
  readonly lastName: string;
  readonly firstName: string;
}

/** On whose behalf the directory is asked. */
export interface DirectoryAudit {
  readonly userId: string;
  readonly userIp: string;
}

/** Each throws Refusal 503 `directory-unavailable` when there is no answer to rely on: silence never means "no rights". */
export interface Directory {
  gatesOf(afm: string, audit: DirectoryAudit): Promise<readonly Gate[]>;
  staffOf(officeCode: string, audit: DirectoryAudit): Promise<readonly StaffMember[]>;
}

export interface DirectoryDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly log: FastifyBaseLogger;
}
