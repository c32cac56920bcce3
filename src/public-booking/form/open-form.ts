import { type CitizensOffice, officeOfCitizen } from "../../identity/citizens/citizens-office.ts";
import { workingDaysFrom } from "../../offices/interpreters/require-interpreter.ts";
import type { Tx } from "../../platform/database/sql.ts";
import type { Database } from "../../platform/database/transaction.ts";
import type { NamedService } from "../office-sql.ts";
import type { OpenedOffice } from "../opened-office.ts";
import { atOfficeOfForm } from "./at-office.ts";
import { type FormRow, lockedForm, writeForm } from "./form-sql.ts";
import { openFormOf } from "./open-form-sql.ts";
import type { Typed } from "./typed.ts";

/** What a browser is filling in, and for where. */
export interface OpenForm extends OpenedOffice {
  readonly form: FormRow;
  readonly service: NamedService;
  /** So many days after the visit its names are kept */
  readonly keptDays: number;
  /** When this browser asked */
  readonly now: Temporal.Instant;
  /** Working days that are none */
  readonly holidays: ReadonlySet<string>;
}

/** Null: this browser has none, or had it too long ago. */
export const openForm = (db: Database, tokenHash: Buffer | null, now: Temporal.Instant): Promise<OpenForm | null> =>
  atOfficeOfForm(db, tokenHash, (officeId, hash) =>
    db.read({ office: officeId }, async (tx) => {
      const [office, { holidays }, open] = await Promise.all([
        officeOfCitizen(tx, officeId),
        workingDaysFrom(tx, now),
        openFormOf(tx, officeId, hash),
      ]);
      return open && { office, now, holidays, ...open };
    }),
  );

/** Changes what is being filled in, while no second press of a button does. Null: it is gone. */
export async function changeForm<Result>(
  db: Database,
  tokenHash: Buffer | null,
  work: (tx: Tx, office: CitizensOffice, form: FormRow) => Promise<Result>,
): Promise<Result | null> {
  const done = await atOfficeOfForm(db, tokenHash, (officeId, hash) =>
    db.write({ office: officeId }, async (tx) => {
      const [office, form] = await Promise.all([officeOfCitizen(tx, officeId), lockedForm(tx, officeId, hash)]);
      return form && { result: await work(tx, office, form) };
    }),
  );
  return done?.result ?? null;
}

interface FormInput extends Pick<FormRow, "typed" | "language"> {
  readonly now: Temporal.Instant;
}

/** With what was typed, faults and all. What has become an appointment stays as it is. Pure. */
export const withTyped = (form: FormRow, { typed, language, now }: FormInput): FormRow =>
  form.confirmed_at ? form : { ...form, typed: { ...form.typed, ...typed }, language, seen_at: now };

/** The same, kept. */
export async function keepTyped(tx: Tx, office: CitizensOffice, form: FormRow, input: FormInput): Promise<FormRow> {
  const changed = withTyped(form, input);
  if (changed !== form) await writeForm(tx, office.id, changed);
  return changed;
}

/** What is sent stands there already: it was pressed twice, by somebody who knows what was typed. Pure. */
export const hasTypedSame = (form: FormRow, typed: Typed): boolean =>
  Object.entries(typed).every(([field, value]) => plain(form.typed[field as keyof Typed]) === plain(value));

/** Of what is ticked, too, one text. */
const plain = (value: unknown): string =>
  typeof value === "object" && value ? JSON.stringify(value) : `${value ?? ""}`;
