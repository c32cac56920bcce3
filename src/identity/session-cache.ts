import { createCache } from "../platform/cache.ts";
import type { Database } from "../platform/database/transaction.ts";
import { Refusal } from "../platform/refusal.ts";
import type { OpenSessions } from "./deps.ts";
import type { EmployeeNotices } from "./employee-notice.ts";
import { isWithin, sessionLimits } from "./sessions.ts";
import { findSession, type SessionKey, type SessionRow } from "./sql.ts";

/** So long what no notice tells may be believed, such as rows deleted by hand. */
const TTL_MS = 5_000;

/**
 * Sessions with their employees' rights, until a notice of the employee comes, and for seconds at most. While what others
 * announce is not heard, each request looks.
 */
export function createOpenSessions(db: Database, notices: EmployeeNotices): OpenSessions {
  const changedAt = new Map<number, number>();
  let allChangedAt = performance.now();
  const all = () => {
    allChangedAt = performance.now();
    changedAt.clear();
  };
  notices.follow({
    onNotice: (notice) => {
      if (notice.kind !== "employee") return;
      const { employee = null } = notice;
      if (employee === null) all();
      else changedAt.set(employee, performance.now());
    },
    onHearing: all,
  });
  const cache = createCache<string, SessionRow>({
    name: "open sessions",
    max: 5_000,
    ttlMs: TTL_MS,
    isOutdated: (key, since) => since <= (changedAt.get(Number.parseInt(key, 10)) ?? allChangedAt),
  });
  const entryOf = ({ employeeId, hash }: SessionKey) => `${employeeId} ${hash.toString("base64")}`;

  async function read(key: SessionKey, now: Temporal.Instant): Promise<SessionRow> {
    const row = await findSession(db.acrossOffices, key, sessionLimits(now));
    if (!row) throw new Refusal(401, "not-signed-in");
    return row;
  }

  return {
    find: async (key, now, mustBeNew) => {
      if (mustBeNew || !notices.isUpToDate()) return read(key, now);
      const row = await cache.load(entryOf(key), () => read(key, now));
      // Its last use may have been written by another process since.
      return isWithin(row, sessionLimits(now)) ? row : read(key, now);
    },
    renew: (key) => cache.delete(entryOf(key)),
  };
}
