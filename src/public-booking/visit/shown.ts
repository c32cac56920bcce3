import { visitCaseOf } from "../../appointments/field/visit-case.ts";
import { visitText } from "../../appointments/field/visit-services.ts";
import type { ExistingAppointment } from "../../appointments/row/existing.ts";
import { minutesOf } from "../../appointments/row/present.ts";
import type { CitizensOffice } from "../../identity/citizens/citizens-office.ts";
import { longDateAtTime } from "../../kit/dates.ts";
import type { Read } from "../../platform/database/sql.ts";
import { clockTextOf, dateTextOf } from "../../platform/time.ts";
import type { VisitCase } from "../../text/to-bring.ts";
import { existingService } from "../choose/weeks.ts";
import type { PageReader } from "../frame/reader.ts";
import type { ShownVisit } from "../frame/slip.ts";
import { placeToGo } from "../office-sql.ts";

/** An appointment with what its citizen may change. */
export interface OwnVisit extends ShownVisit {
  readonly id: string;
  readonly version: number;
  readonly email: string | null;
  readonly visitCase: VisitCase;
  /** The name of the business that it is for; null: it is for none */
  readonly business: string | null;
  /** Who comes */
  readonly who: string;
  /** Each of them; empty: nobody has said who that is */
  readonly people: readonly string[];
  readonly interpreter: ExistingAppointment["interpreter"];
  readonly needs: ExistingAppointment["needs"];
}

export async function ownVisit(tx: Read, office: CitizensOffice, row: ExistingAppointment): Promise<OwnVisit> {
  const [place, service] = await Promise.all([placeToGo(tx, office.id), existingService(tx, visitText(row))]);
  const { id, version, email, reference, last_name, first_name, companions, interpreter, needs } = row;
  const people = [{ lastName: last_name, firstName: first_name }, ...companions].map(({ lastName, firstName }) =>
    `${lastName} ${firstName}`.trim(),
  );
  return {
    id,
    version,
    email,
    reference,
    place,
    service,
    visitCase: visitCaseOf(row),
    business: row.business_name || null,
    minutes: minutesOf(row),
    date: dateTextOf(row.starts_at),
    time: clockTextOf(row.starts_at),
    who: people.filter(Boolean).join(", "),
    people,
    interpreter,
    needs,
  };
}

/** Τρίτη 8 Δεκεμβρίου 2026, στις 09:30 */
export const whenOf = (visit: Pick<ShownVisit, "date" | "time">, { language }: PageReader): string =>
  longDateAtTime(visit, language);
