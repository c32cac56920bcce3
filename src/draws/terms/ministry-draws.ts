import { type AcrossOffices, acrossOffices, type Read } from "../../platform/database/sql.ts";
import { offsetText } from "../../platform/time.ts";
import type { NationalDraw, NationalDraws } from "../contract.ts";
import { type DrawRow, drawsOf, drawsUnderWay, needsOfDraw } from "../draw-sql.ts";
import { isDrawn, timesOfDraw } from "../draw-times.ts";
import { officesDrawing } from "../places/office-sql.ts";
import { cellsOfDraw } from "../places/places-sql.ts";
import { countsOfDraw } from "../wishes/wish-state-sql.ts";
import { serviceNames, servicesDrawn, termsRow } from "./terms-sql.ts";

const LISTED = 12;

/** How draws are held, for which services, and how the last ones went: never how many wish before the end. */
export async function nationalDraws(tx: AcrossOffices): Promise<NationalDraws> {
  const { reason, version, changedAt, changedBy, ...terms } = await termsRow(tx);
  const giving = await officesDrawing(tx);
  const catalogue = (await serviceNames(tx)).map((service) => ({
    ...service,
    offices: giving.filter((each) => each.service === service.code).length,
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
