import { randomUUID } from "node:crypto";
import { OF_NATION } from "../../platform/database/sql.ts";
import { withoutDeadline } from "../../platform/deadline.ts";
import { readLimited } from "../../platform/limited-text.ts";
import { Refusal } from "../../platform/refusal.ts";
import { dateOf } from "../../platform/time.ts";
import { keepDirectoryCall } from "../sql.ts";
import type { Directory, DirectoryAudit, DirectoryDeps, Gate, StaffMember } from "./directory.ts";
import { DirectoryFault, employeeItems, staffItems } from "./ked-answer.ts";
import { gateIdOf } from "./rights.ts";

export interface KedSettings {
  readonly url: string;
  readonly username: string;
  readonly password: string;
  readonly auditUnit: string;
}

const TIMEOUT_MS = 3_000;
const ANSWER_LIMIT = 1024 * 1024;

/** The directory of θυρίδες at the government's centre of interoperability (ΚΕΔ). Every call leaves its audit record here. */
export function kedDirectory({ db, clock, log }: DirectoryDeps, settings: KedSettings): Directory {
  async function ask<Item>(
    service: string,
    input: object,
    audit: DirectoryAudit,
    read: (text: string) => Item[],
  ): Promise<Item[]> {
    const id = randomUUID();
    const at = clock();
    const auditRecord = auditRecordOf(id, at, settings.auditUnit, audit);
    const body = JSON.stringify({ auditRecord, ...input });
    const answer = await postTo(settings, service, body).then(read).catch(directoryFaultOf);
    const outcome = answer instanceof DirectoryFault ? answer.outcome : "answered";
    // However late it is for whoever asked
    await withoutDeadline(() =>
      db.write(OF_NATION, (tx) => keepDirectoryCall(tx, { id, at, audit: auditRecord, outcome })),
    );
    if (!(answer instanceof DirectoryFault)) return answer;
    log.warn({ service, outcome, transaction: id }, "the directory gave no answer to rely on");
    throw new Refusal(503, "directory-unavailable");
  }

  return {
    gatesOf: (afm, audit): Promise<Gate[]> =>
      ask("kepEmployees", { kepEmployeesInputRecord: { afm } }, audit, (text) => employeeItems(text, afm)),
    staffOf: (officeCode, audit): Promise<StaffMember[]> => {
      const gateId = gateIdOf(officeCode);
      return ask("kepOfficeEmployees", { kepOfficeEmployeesInputRecord: { gateId } }, audit, (text) =>
        staffItems(text, gateId),
      );
    },
  };
}

/** With which a question is signed; whoever asks keeps it. */
export const auditRecordOf = (
  id: string,
  at: Temporal.Instant,
  auditUnit: string,
  { userId, userIp }: DirectoryAudit,
) => ({
  auditUnit,
  auditTransactionId: id,
  auditProtocol: `${id.slice(0, 8)}/${dateOf(at)}`,
  auditTransactionDate: at.toString({ smallestUnit: "second" }),
  auditUserIp: userIp,
  auditUserId: userId,
});

/** @returns the answer as it came; @throws DirectoryFault for a status, or what fetch throws */
export async function postTo({ url, username, password }: KedSettings, service: string, body: string): Promise<string> {
  const authorization = `Basic ${Buffer.from(`${username}:${password}`).toString("base64")}`;
  const headers = { authorization, "content-type": "application/json;charset=UTF-8", accept: "application/json" };
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  const response = await fetch(`${url.replace(/\/$/, "")}/${service}`, {
    method: "POST",
    headers,
    body,
    redirect: "error",
    signal,
  });
  if (!response.ok) throw new DirectoryFault(`status-${response.status}`);
  return await readLimited(response, ANSWER_LIMIT);
}

function directoryFaultOf(error: unknown): DirectoryFault {
  if (error instanceof DirectoryFault) return error;
  return new DirectoryFault(error instanceof Error && error.name === "TimeoutError" ? "timed-out" : "unreachable");
}
