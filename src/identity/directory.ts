import type { FastifyBaseLogger } from "fastify";
import type { Config } from "../platform/config.ts";
import type { Database } from "../platform/database/transaction.ts";
import type { Clock } from "../platform/time.ts";
import { fileDirectory } from "./directory-file.ts";
import { kedDirectory } from "./directory-ked.ts";

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

export function directoryOf(config: Config, deps: DirectoryDeps): Directory {
  if (config.DIRECTORY_KIND === "file") return fileDirectory(config.DIRECTORY_FILE ?? "", deps.log);
  if (!config.DIRECTORY_URL) throw new Error("DIRECTORY_URL is not set, and no stand-in was started.");
  return kedDirectory(deps, {
    url: config.DIRECTORY_URL,
    username: config.DIRECTORY_USERNAME ?? "",
    password: config.DIRECTORY_PASSWORD ?? "",
    auditUnit: config.DIRECTORY_AUDIT_UNIT,
  });
}
