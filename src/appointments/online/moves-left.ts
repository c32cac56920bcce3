import type { Read } from "../../platform/database/sql.ts";
import { Refusal } from "../../platform/refusal.ts";
import type { EventKind } from "../history/history-sql.ts";
import type { AppointmentRow } from "../sql.ts";
import { movesToGo } from "./moves-left-sql.ts";

/** How often citizens may still change the time of their appointment: whoever sells times would have to give them to others. */

/** 0 or more; by its history, whichever office it was in. */
export const movesLeft = async (tx: Read, officeId: number, id: string): Promise<number> =>
  Math.max(0, await movesToGo(tx, officeId, id));

/** @throws Refusal 409 `moves-used-up` */
export async function requireMoveLeft(tx: Read, officeId: number, id: string): Promise<void> {
  if ((await movesToGo(tx, officeId, id)) <= 0) throw new Refusal(409, "moves-used-up");
}

interface Act {
  readonly kind: EventKind;
  readonly before: AppointmentRow;
  readonly after: AppointmentRow;
}

/** As the history counts them: another queue at the same time is none. */
export const isMove = ({ kind, before, after }: Act): boolean =>
  kind === "transferred" || (kind === "moved" && !before.starts_at.equals(after.starts_at));
