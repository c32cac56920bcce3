import { MOST_PEOPLE } from "../../appointments/field/visit-services.ts";
import type { OperableOffice } from "../../identity/office-access.ts";
import { acrossOffices, type Read } from "../../platform/database/sql.ts";
import { clockTextOf } from "../../platform/time.ts";
import type { OpenDraws } from "../contract.ts";
import { type DrawRow, drawsUnderWay } from "../draw-sql.ts";
import { timesOfDraw } from "../draw-times.ts";
import { latestDeadline } from "../need/need-rules.ts";
import { needOf } from "../places/draws-of-office.ts";
import { cellsOfDraw, type PlaceRow, placesOfDraw } from "../places/places-sql.ts";
import { officesNamed } from "../places/results-of-office-sql.ts";
import { type ServiceTitle, serviceNames } from "../terms/terms-sql.ts";
import { gridOf } from "../wishes/choice.ts";
import { kindBound } from "../wishes/most-people.ts";
import { drawsWithCalls } from "./calls-sql.ts";

/** The draws for which a clerk of this office may write a wish down, and those whose citizens are to be called. */
export async function openDraws(tx: Read, office: OperableOffice, now: Temporal.Instant): Promise<OpenDraws> {
  const [underWay, names, toCall] = await Promise.all([
    drawsUnderWay(tx),
    serviceNames(tx),
    drawsWithCalls(tx, office.id),
  ]);
  const named = (code: string) => names.find((service) => service.code === code) as ServiceTitle;
  const draws: OpenDraws["draws"][number][] = [];
  for (const draw of underWay.filter((each) => takesWishesOf(each, office, now)))
    draws.push(await openDraw(tx, office, { draw, service: named(draw.service) }, now));
  const calls = underWay
    .filter(({ number, state }) => state === "drawn" && toCall.includes(number))
    .map(({ number, service }) => ({ number, service: named(service) }));
  return { draws, calls };
}

const takesWishesOf = (draw: DrawRow, office: OperableOffice, now: Temporal.Instant): boolean =>
  draw.state === "open" && Temporal.Instant.compare(now, draw.closesAt) < 0 && draw.offices.includes(office.id);

async function openDraw(
  tx: Read,
  office: OperableOffice,
  { draw, service }: { readonly draw: DrawRow; readonly service: ServiceTitle },
  now: Temporal.Instant,
): Promise<OpenDraws["draws"][number]> {
  const places = await placesOfDraw(tx, office.id, draw.number);
  const grid = gridOf(await cellsOfDraw(acrossOffices(tx), draw.number));
  const byTelephone = await kindBound(acrossOffices(tx), draw, "phone");
  const offices = await officesNamed(
    tx,
    grid.offices.map(({ id }) => id),
  );
  return {
    ...timesOfDraw(draw),
    service,
    days: grid.days.map(({ date, parts }) => ({ date, parts: [...parts] })),
    offices: offices.map(({ code, name }) => ({ code, name })),
    mostPeople: Math.min(MOST_PEOPLE, byTelephone.most ?? MOST_PEOPLE),
    need: needOf(draw, places),
    isNeedOver: Temporal.Instant.compare(now, draw.needUntil) >= 0,
    free: places.filter(({ state }) => state === "free").map(timeOf),
    latestDeadline: latestDeadline(draw).toString(),
  };
}

const timeOf = ({ date, startsAt }: PlaceRow) => ({ date: date.toString(), time: clockTextOf(startsAt) });
