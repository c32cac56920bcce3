import { change } from "../../../appointments/change.ts";
import { type CitizensLink, waitForLink } from "../../../identity/citizens/links.ts";
import { requireInterpreter } from "../../../offices/interpreters/require-interpreter.ts";
import type { Tx } from "../../../platform/database/sql.ts";
import { dateOf } from "../../../platform/time.ts";
import type { TypedNeeds } from "../../form/typed.ts";
import { managedVisit } from "../opened.ts";

interface NeedsWish {
  readonly typed: TypedNeeds;
  readonly version: number;
  readonly now: Temporal.Instant;
}

/**
 * What is to be ready for a visit, said or taken back by its citizen. Pressed twice, it is changed once.
 * @throws Refusal 404; 409 where it can't be changed any more; 412; 422 for what the ministry has switched off, or who can't be there on that day
 */
export async function needsByLink(tx: Tx, link: CitizensLink, { typed, version, now }: NeedsWish): Promise<void> {
  await waitForLink(tx, link);
  const row = await managedVisit(tx, link, now);
  const { interpreter = null, needs = [] } = typed;
  if (row.interpreter === interpreter && row.needs.join() === needs.join()) return;
  if (row.interpreter !== interpreter) {
    const date = dateOf(row.starts_at);
    await requireInterpreter(tx, link.office, { interpreter, date }, now);
  }
  await change(tx, link.office, { id: row.id, version, now }, { interpreter, needs: [...needs] });
}
