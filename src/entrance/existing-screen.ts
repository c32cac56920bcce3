import { type CitizensOffice, officeOfCitizen } from "../identity/citizens/citizens-office.ts";
import type { Database } from "../platform/database/transaction.ts";
import { Refusal } from "../platform/refusal.ts";
import { hashOfToken } from "../platform/token.ts";
import type { ScreenKind } from "./contract.ts";
import { kindOfScreen, screenOfToken } from "./sql.ts";

/** A screen with its office, by its own key, which opens the pages of its kind alone. */
export interface ExistingScreen {
  readonly office: CitizensOffice;
  readonly id: string;
}

/** Null for a key that is none, no more, or of a device of another kind. */
export async function screenByKey(
  db: Database,
  token: string | undefined,
  kind: ScreenKind,
): Promise<ExistingScreen | null> {
  const tokenHash = hashOfToken(token);
  const screen = tokenHash && (await screenOfToken(db.acrossOffices, tokenHash));
  const found =
    screen && (await db.read({ office: screen.office }, (tx) => kindOfScreen(tx, screen.office, screen.id)));
  return screen && found === kind ? { office: await officeOfCitizen(db.nation, screen.office), id: screen.id } : null;
}

/** @throws Refusal 404 for a key that is none, no more, or of a screen of another kind */
export async function existingScreen(
  db: Database,
  token: string | undefined,
  kind: ScreenKind,
): Promise<ExistingScreen> {
  const screen = await screenByKey(db, token, kind);
  if (!screen) throw new Refusal(404, "screen-not-found");
  return screen;
}
