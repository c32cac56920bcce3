import type { AdministeredOffice } from "../identity/office-access.ts";
import type { Read } from "../platform/database/sql.ts";
import { refuseFields } from "../platform/refusal.ts";
import { fold } from "../platform/text/fold.ts";
import { tidy } from "../platform/text/names.ts";
import { type QueueRow, queuesOf } from "./sql.ts";

type Named = Pick<QueueRow, "number" | "name">;

/**
 * Two queues of one name nobody tells apart: at the telephone, on paper, in a letter. Asked while nobody else changes rules.
 * @throws Refusal 422 where another one, put away ones aside, is called that, however it is written
 */
export async function requireFreeName(tx: Read, office: AdministeredOffice, queue: Named): Promise<void> {
  const namesake = await namesakeOf(tx, office, queue);
  if (namesake) refuseFields([{ field: "name", code: "queue-name-taken", values: { name: namesake.name } }]);
}

export async function namesakeOf(tx: Read, office: AdministeredOffice, { number, name }: Named): Promise<Named | null> {
  const wanted = fold(tidy(name));
  const others = (await queuesOf(tx, office.id)).filter((queue) => queue.number !== number && !queue.archived);
  return others.find((queue) => fold(tidy(queue.name)) === wanted) ?? null;
}
