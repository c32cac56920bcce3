import type { AdministeredOffice } from "../../identity/office-access.ts";
import { acrossOffices, type Read } from "../../platform/database/sql.ts";
import { offsetText } from "../../platform/time.ts";
import type { OfficeDraw, OfficeDrawsOfHead, OwnDraws } from "../contract.ts";
import { type DrawRow, drawsOf } from "../draw-sql.ts";
import { isDrawn, timesOfDraw } from "../draw-times.ts";
import { mostByNeed } from "../need/need-rules.ts";
import { eventsInFile } from "../published/file-sql.ts";
import { serviceNames, servicesDrawn } from "../terms/terms-sql.ts";
import { countsOfDraw } from "../wishes/wish-state-sql.ts";
import { compareNoShows } from "./compare-no-shows.ts";
import { type OfficeDraws, officeDraws } from "./office-sql.ts";
import { cellsOfDraw, type PlaceRow, placesOfDraw } from "./places-sql.ts";
import { officesNamed, openQueues, resultsOfOffice } from "./results-of-office-sql.ts";

const LISTED = 6;

/** What an office gives by draw, and how that goes: never how many wish before the end. */
export async function drawsOfOffice(tx: Read, office: AdministeredOffice): Promise<OfficeDrawsOfHead> {
  const [drawn, names, giving, queues] = await Promise.all([
    servicesDrawn(tx),
    serviceNames(tx),
    officeDraws(tx, office.id),
    openQueues(tx, office.id),
  ]);
  const services: OfficeDrawsOfHead["services"][number][] = [];
  for (const service of names) {
    const own = giving.find((each) => each.service === service.code);
    if (!own && !drawn.includes(service.code)) continue;
    const rows = (await drawsOf(tx, service.code, LISTED * 2)).filter(({ offices }) => offices.includes(office.id));
    const draws: OfficeDraw[] = [];
    for (const draw of drawsToShow(rows)) draws.push(await drawOfOffice(tx, office, draw));
    const noShows = await compareNoShows(tx, office.id, own ?? null);
    services.push({ ...service, own: ownOf(own ?? null), noShows, draws });
  }
  return { services, queues };
}

/** Those that have begun; while none takes wishes, the next one before them. */
function drawsToShow(latestFirst: readonly DrawRow[]): DrawRow[] {
  const planned = latestFirst.filter(({ state }) => state === "planned");
  const begun = latestFirst.filter(({ state }) => state !== "planned");
  const isOpen = begun.some((draw) => !isDrawn(draw));
  return [...(isOpen ? [] : planned.slice(-1)), ...begun].slice(0, LISTED);
}

export const ownOf = (own: OfficeDraws | null): OwnDraws =>
  own
    ? { queue: own.queue, places: [...own.places], since: offsetText(own.since), version: own.version }
    : { queue: null, places: [], since: null, version: 0 };

async function drawOfOffice(tx: Read, office: AdministeredOffice, draw: DrawRow): Promise<OfficeDraw> {
  const [places, cells, offices] = await Promise.all([
    placesOfDraw(tx, office.id, draw.number),
    cellsOfDraw(acrossOffices(tx), draw.number),
    officesNamed(tx, draw.offices),
  ]);
  const isOver = isDrawn(draw);
  return {
    ...timesOfDraw(draw),
    drawnAt: draw.drawnAt && offsetText(draw.drawnAt),
    isPublished: isOver && (await eventsInFile(tx, draw.number)) !== null,
    offices: offices.map(({ name }) => name),
    places: countsByCell(places),
    allPlaces: cells.reduce((sum, cell) => sum + cell.places, 0),
    need: needOf(draw, places),
    results: isOver ? await resultsOfOffice(tx, office.id, draw.number) : null,
    counts: isOver ? await countsOfDraw(tx, draw.number) : null,
  };
}

/** How many places before the draw are given, and how many may be. */
export const needOf = (draw: Pick<DrawRow, "needPercent">, places: readonly PlaceRow[]): OfficeDraw["need"] => ({
  given: places.filter(({ state }) => state === "need").length,
  most: mostByNeed(draw, places.length),
});

const countsByCell = (places: readonly PlaceRow[]): OfficeDraw["places"] =>
  [...Map.groupBy(places, ({ date, part }) => `${date} ${part}`).values()].map((cell) => {
    const [{ date, part }] = cell as [PlaceRow];
    return { date: date.toString(), part, count: cell.length };
  });
