import { randomBytes } from "node:crypto";
import { recordOwnAct } from "../../audit/record.ts";
import { NATION, OF_MINISTRY } from "../../identity/ministry-access.ts";
import { OF_NATION } from "../../platform/database/sql.ts";
import { type DrawRow, noteRunning, openDraw, sealSecret } from "../draw-sql.ts";
import { type DrawDeps, settleOffice } from "../plan/plan-draws.ts";
import { sealOfSecret } from "../rule/hashes.ts";

/** What comes before the draw: its secret is sealed, then its window opens, and stays open as long as was promised. */

/** Long enough that the seal is in the audit before anybody could wish; and from then on nothing of the draw's terms changes */
const SEALED_BEFORE = { hours: 12 } as const;

/** Whose places follow once more what is open by now, and whose secret is in the audit from then on. */
export async function sealWhenDue({ db, clock }: DrawDeps, draw: DrawRow): Promise<void> {
  const now = clock();
  if (draw.state !== "planned") return;
  if (Temporal.Instant.compare(now, draw.opensAt.subtract(SEALED_BEFORE)) < 0) return;
  for (const office of draw.offices) await settleOffice(db, draw, { office, isWanted: true, now });
  const secret = randomBytes(32).toString("hex");
  const seal = await sealOfSecret(secret);
  await db.write(OF_MINISTRY, async (tx) => {
    if (!(await sealSecret(tx, draw.number, { secret, seal, now }))) return;
    await recordOwnAct(tx, NATION, { act: "draw-secret-sealed", details: { draw: draw.number, seal } }, now);
  });
}

export async function openWhenDue({ db, clock }: DrawDeps, { number, state, opensAt }: DrawRow): Promise<void> {
  const now = clock();
  if (state !== "sealed" || Temporal.Instant.compare(now, opensAt) < 0) return;
  await db.write(OF_NATION, (tx) => openDraw(tx, number, now));
}

/** Who comes in the last hours must not find it shut: what they lost by an outage of that time they have afterwards. */
const LAST_HOURS = { hours: 3 } as const;
const OUTAGE = { minutes: 2 } as const;
const NOTED_EVERY = { seconds: 30 } as const;
const ROUNDED_TO_MINUTES = 5;
/** What lasted longer is told by people, and no machine decides what becomes of such a draw */
const MOST_MINUTES = 12 * 60;

/** While it is open it is noted that the program runs; after an outage its end moves by as much, in steps of five minutes. */
export async function keepOpen({ db, clock }: DrawDeps, draw: DrawRow): Promise<void> {
  const now = clock();
  const { number, runningAt, closesAt, answerUntil } = draw;
  if (draw.state !== "open" || !runningAt) return;
  const since = runningAt.until(now);
  if (Temporal.Duration.compare(since, NOTED_EVERY) < 0) return;
  const isLate = Temporal.Instant.compare(now, closesAt.subtract(LAST_HOURS)) > 0;
  const wasOut = isLate && Temporal.Duration.compare(since, OUTAGE) > 0;
  const rounded = Math.ceil(since.total("minutes") / ROUNDED_TO_MINUTES) * ROUNDED_TO_MINUTES;
  // Whoever is drawn has an hour at least to answer.
  const room = Math.floor(closesAt.until(answerUntil).total("minutes")) - 60;
  const minutes = Math.max(0, Math.min(rounded, MOST_MINUTES, room));
  await db.write(OF_NATION, (tx) => noteRunning(tx, { number, runningAt }, { now, laterBy: wasOut ? minutes : 0 }));
}
