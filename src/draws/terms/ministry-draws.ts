import { type AcrossOffices, acrossOffices, type Read } from "../../platform/database/sql.ts";
import { dateOf, offsetText } from "../../platform/time.ts";
import type { NationalDraw, NationalDraws } from "../contract.ts";
import { type DrawRow, drawsOf, drawsUnderWay, needsOfDraw } from "../draw-sql.ts";
import { isDrawn, timesOfDraw } from "../draw-times.ts";
import { officesDrawing } from "../places/office-sql.ts";
import { cellsOfDraw } from "../places/places-sql.ts";
import { countsOfDraw } from "../wishes/wish-state-sql.ts";
import { type DemandRow, demandOfServices } from "./demand-sql.ts";
import { serviceNames, servicesDrawn, termsRow } from "./terms-sql.ts";

const LISTED = 12;

/** What is older says little of how many ask now. */
const MEASURED = { weeks: 8 } as const;

/** How draws are held, for which services, and how the last ones went: never how many wish before the end. */
export async function nationalDraws(tx: AcrossOffices, now: Temporal.Instant): Promise<NationalDraws> {
  const { reason, version, changedAt, changedBy, ...terms } = await termsRow(tx);
  const giving = await officesDrawing(tx);
  const demand = await demandOfServices(tx, dateOf(now).subtract(MEASURED));
  const catalogue = (await serviceNames(tx)).map((service) => ({
    ...service,
    offices: giving.filter((each) => each.service === service.code).length,
    demand: demandOf(demand.find((each) => each.service === service.code)),
  }));
  const begun = (await drawsOf(tx, null, LISTED * 2)).filter(({ state }) => state !== "planned").slice(0, LISTED);
  const draws: NationalDraw[] = [];
  for (const draw of begun) draws.push(await nationalDraw(tx, draw));
  const next = (await drawsUnderWay(tx)).find(({ state }) => state === "planned");
  return {
    terms,
    reason,
    version,
    changedBy,
    changedAt: changedAt && offsetText(changedAt),
    services: await servicesDrawn(tx),
    catalogue,
    draws,
    next: next ? { number: next.number, opensAt: offsetText(next.opensAt) } : null,
  };
}

const demandOf = (row: DemandRow | undefined): NationalDraws["catalogue"][number]["demand"] =>
  row ? { draw: row.draw, wishes: row.wishes, places: row.places } : null;

async function nationalDraw(tx: Read, draw: DrawRow): Promise<NationalDraw> {
  const [cells, given] = await Promise.all([
    cellsOfDraw(acrossOffices(tx), draw.number),
    needsOfDraw(acrossOffices(tx), draw.number),
  ]);
  return {
    ...timesOfDraw(draw),
    service: draw.service,
    offices: draw.offices.length,
    places: cells.reduce((sum, { places }) => sum + places, 0),
    need: { given, inVain: draw.needInVain },
    counts: isDrawn(draw) ? await countsOfDraw(tx, draw.number) : null,
  };
}
