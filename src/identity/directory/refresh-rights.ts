import { withoutDeadline } from "../../platform/deadline.ts";
import type { IdentityDeps } from "../deps.ts";
import { type EmployeeRow, ownAfm } from "../sql.ts";
import type { Directory } from "./directory.ts";
import { ageOf, rightsOf } from "./rights.ts";
import { syncRights } from "./sync-rights.ts";

/** The last attempt for a person: running, failed at some time, or answered to a question of some time. */
type Attempt =
  | { readonly running: Promise<boolean> }
  | { readonly failedAt: Temporal.Instant }
  | { readonly renewedAt: Temporal.Instant };

const attemptsOf = new WeakMap<Directory, Map<number, Attempt>>();
const WAIT_MS = 3_000;
const RETRY_SECONDS = 10;

/**
 * Rights follow the directory without a job: each employee at work renews their own (docs/decisions/0003). Resolves to
 * whether they were renewed now; while the directory is down the old ones stand, and only the first request waits for it.
 */
export async function refreshIfDue(deps: IdentityDeps, employee: EmployeeRow, ip: string): Promise<boolean> {
  const now = deps.clock();
  const age = ageOf(employee.synced_at, now);
  if (age === "fresh") return false;
  const attempts = attemptsOf.get(deps.directory) ?? new Map<number, Attempt>();
  attemptsOf.set(deps.directory, attempts);
  const last = attempts.get(employee.id);
  const start = () => {
    const running = withoutDeadline(() => refresh(deps, employee, ip, attempts));
    attempts.set(employee.id, { running });
    return running;
  };
  if (last && "failedAt" in last) {
    if (Math.abs(now.since(last.failedAt).total("seconds")) >= RETRY_SECONDS) void start();
    return false;
  }
  // Renewed by another request since this one read the row.
  if (last && "renewedAt" in last && isBetween(employee.synced_at, last.renewedAt, now)) return true;
  const running = last && "running" in last ? last.running : start();
  return age === "old" ? atMost(WAIT_MS, running) : false;
}

/** A time ahead of now was told by a clock that was wrong. */
const isBetween = (from: Temporal.Instant, at: Temporal.Instant, now: Temporal.Instant): boolean =>
  Temporal.Instant.compare(from, at) < 0 && Temporal.Instant.compare(at, now) <= 0;

async function refresh(
  deps: IdentityDeps,
  { id }: EmployeeRow,
  ip: string,
  attempts: Map<number, Attempt>,
): Promise<boolean> {
  const askedAt = deps.clock();
  try {
    const afm = await deps.db.read({ employee: id }, ownAfm);
    const gates = await deps.directory.gatesOf(afm, { userId: afm, userIp: ip });
    await syncRights(deps.db, id, rightsOf(gates, deps.config.DIRECTORY_MINISTRY_GATE), askedAt);
    attempts.set(id, { renewedAt: askedAt });
    return true;
  } catch (error) {
    attempts.set(id, { failedAt: deps.clock() });
    deps.log.warn(
      { employee: id, reason: error instanceof Error ? error.message : "unknown" },
      "rights were not renewed; the old ones stand",
    );
    return false;
  }
}

async function atMost(ms: number, work: Promise<boolean>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(resolve, ms, false);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
