import { recordOwnAct } from "../../audit/record.ts";
import { offsetText } from "../../platform/time.ts";
import type { AnonymizeDeps } from "../anonymize.ts";
import { type KeptOfVisit, keptOfVisits } from "./export-sql.ts";
import type { SubjectVisit } from "./visit.ts";

/** What a person is given who asks what is kept of them. */
export interface SubjectExport {
  readonly madeAt: string;
  readonly appointments: readonly KeptOfVisit[];
}

/** All that is kept of these appointments; each office's audit says that it was given out. */
export async function exportVisits(
  { db, clock }: AnonymizeDeps,
  visits: readonly SubjectVisit[],
): Promise<SubjectExport> {
  const now = clock();
  const appointments = await db.write({}, async (tx) => {
    const kept: KeptOfVisit[] = [];
    for (const [office, rows] of Map.groupBy(visits, (visit) => visit.office_id)) {
      const ids = rows.map(({ id }) => id);
      kept.push(...(await keptOfVisits(tx, office, ids)));
      await recordOwnAct(tx, office, { act: "subject-exported", appointments: ids }, now);
    }
    return kept;
  });
  return { madeAt: offsetText(now), appointments };
}
