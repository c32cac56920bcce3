import { type CitizensOffice, officeOfForm } from "../../identity/citizens/citizens-office.ts";
import type { Database } from "../../platform/database/transaction.ts";
import { hashOfToken, newToken } from "../../platform/token.ts";
import { rememberOffice } from "../form/at-office.ts";
import { deleteForm, type FormRow, lockedForm } from "../form/form-sql.ts";
import type { Asker } from "../hoarding/asker.ts";
import { type HoldWish, holdTime } from "./hold.ts";
import { release } from "./release.ts";

interface Holding {
  /** Null: it has no form yet */
  readonly tokenHash: Buffer | null;
  readonly now: Temporal.Instant;
  readonly asker: Asker;
}

/**
 * Holds a time for a browser; what it held in another office is given back in the same transaction.
 * @returns the form, and the key of a new one; null: it keeps the one it has
 */
export async function holdFor(
  db: Database,
  office: CitizensOffice,
  wish: HoldWish,
  { tokenHash, now, asker }: Holding,
): Promise<{ readonly form: FormRow; readonly token: string | null }> {
  const token = tokenHash ? null : newToken();
  const hash = tokenHash ?? (hashOfToken(token as string) as Buffer);
  const known = tokenHash && (await officeOfForm(db.alone, tokenHash));
  const isElsewhere = known !== null && known.id !== office.id;
  const form = await db.write({ office: isElsewhere ? known.id : office.id }, async (tx) => {
    const from = isElsewhere ? await lockedForm(tx, known.id, hash) : null;
    if (from && known) {
      await release(tx, known.id, from, now);
      await deleteForm(tx, known.id, hash);
    }
    if (isElsewhere) await tx.switchTenant({ office: office.id });
    return holdTime(tx, office, wish, { tokenHash: hash, now, from, asker });
  });
  rememberOffice(hash, office.id);
  return { form, token };
}
