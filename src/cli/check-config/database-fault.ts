import { isReadOnly } from "../../platform/database/takes-writes.ts";
import { sqlState } from "../../platform/database/transaction.ts";
import { connectionFaultOf } from "./connection-fault.ts";
import { type FaultCode, notReached, type ProbeResult, type ProbeTarget, wrong } from "./probe.ts";

/** By the server's own SQLSTATE. */
const STATES: Readonly<Record<string, FaultCode>> = {
  "28P01": "login-refused",
  "28000": "login-refused",
  "3D000": "no-database",
  "42501": "may-not-connect",
  "53300": "too-many-connections",
  "57P03": "unreachable",
};

export function databaseFault(target: ProbeTarget, error: unknown): ProbeResult {
  const reason = error instanceof Error ? error.message : String(error);
  if (isReadOnly(error)) return wrong(target, "takes-no-writes");
  const code = STATES[sqlState(error)];
  if (code) return wrong(target, code, { reason });
  // PgBouncer has one word for all that it refuses.
  if (connectionFaultOf(error) === null && /SASL|password|no such (user|database)/i.test(reason))
    return wrong(target, "login-refused", { reason });
  return notReached(target, error);
}
