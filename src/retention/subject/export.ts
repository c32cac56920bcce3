import type { TrailAct } from "../../audit/acts.ts";
import { recordOwnAct } from "../../audit/record.ts";
import { entriesAbout } from "../../audit/trail/about.ts";
import { ACROSS_OFFICES } from "../../platform/database/sql.ts";
import { offsetText } from "../../platform/time.ts";
import type { AnonymizeDeps } from "../anonymize.ts";
import { type VisitExport, visitExports } from "./export-sql.ts";
import type { SubjectVisit } from "./visit.ts";

/** What a person is given who asks what is kept of them. */
export interface SubjectExport {
  readonly madeAt: string;
  readonly appointments: readonly VisitExport[];
  /** Who has seen or changed it, in each office; of the staff nobody is named */
  readonly access: readonly SeenInOffice[];
}

interface SeenInOffice {
  readonly office: string;
  readonly entries: readonly {
    readonly at: string;
    readonly act: TrailAct;
    readonly by: "citizen" | "program" | "employee";
  }[];
}

/** All that is kept of these appointments; each office's audit says that it was given out. */
export async function exportVisits(
  { db, clock }: AnonymizeDeps,
  visits: readonly SubjectVisit[],
): Promise<SubjectExport> {
  const now = clock();
  return db.write(ACROSS_OFFICES, async (tx) => {
    const appointments: VisitExport[] = [];
    const access: SeenInOffice[] = [];
    for (const [office, rows] of Map.groupBy(visits, (visit) => visit.office_id)) {
      const ids = rows.map(({ id }) => id);
      appointments.push(...(await visitExports(tx, office, ids)));
      const entries = await entriesAbout(tx, office, ids);
      const told = entries.map(({ at, act, by }) => ({ at: offsetText(at), act, by }));
      access.push({ office: rows[0]?.office ?? "", entries: told });
      await recordOwnAct(tx, office, { act: "subject-exported", appointments: ids }, now);
    }
    return { madeAt: offsetText(now), appointments, access };
  });
}
