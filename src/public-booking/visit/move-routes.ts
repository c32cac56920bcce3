import { visitOfText } from "../../appointments/field/visit-services.ts";
import { movesLeft, requireMoveLeft } from "../../appointments/online/moves-left.ts";
import type { CitizensLink } from "../../identity/citizens/links.ts";
import { firstDayAt, sinceOf } from "../../offices/interpreters/require-interpreter.ts";
import type { Read } from "../../platform/database/sql.ts";
import { calendarDate } from "../../platform/date-schemas.ts";
import type { App } from "../../platform/http/server.ts";
import { Refusal } from "../../platform/refusal.ts";
import { clockTextOf, dateTextOf } from "../../platform/time.ts";
import { dayOffered } from "../choose/day.ts";
import { timesPage } from "../choose/day-page.ts";
import { weeksOffered } from "../choose/weeks.ts";
import { weeksPage } from "../choose/weeks-page.ts";
import { weekWindowQuery } from "../choose/weeks-query.ts";
import type { FormRow } from "../form/form-sql.ts";
import { lockedForm } from "../form/form-sql.ts";
import { goOn, sendPage } from "../frame/requests.ts";
import { extendHold } from "../hold/extend.ts";
import { officeOfVisit, termsIfOpen } from "../opened-office.ts";
import { partOf } from "./at-link.ts";
import { type ByLink, pressedTime, seenVersion, sentBy } from "./by-link.ts";
import { moveOverPage, movePage, moveQuery, wayToMove } from "./move-page.ts";
import { heldForMove, holdForMove, moveByLink, moveKey, workToMove } from "./moving.ts";
import { managedVisit } from "./opened.ts";
import { ownVisit } from "./shown.ts";

/** To another day or time: chosen as for a new appointment, held, and then asked once more. */
export function moveRoutes(app: App, { get, post, at, read, write }: ByLink): void {
  const weeks = { ...get, schema: { ...get.schema, querystring: weekWindowQuery.extend(moveQuery.shape) } };
  app.get("/link/:token/days", weeks, async (request, reply) => {
    const here = at(request);
    const offered = await read(here, async (tx, link, now) => {
      const asked = await wishToMove(tx, link, request.query, now);
      return weeksOffered(tx, await officeOfVisit(tx, link.office), { ...request.query, ...asked });
    });
    return sendPage(reply, weeksPage(offered, here.mark, here.reader, wayToMove(here, request.query)));
  });

  const params = get.schema.params.extend({ date: calendarDate });
  const day = { ...get, schema: { ...get.schema, params, querystring: moveQuery } };
  app.get("/link/:token/days/:date", day, async (request, reply) => {
    const here = at(request);
    const date = Temporal.PlainDate.from(request.params.date);
    const { offered, held } = await read(here, async (tx, link, now) => {
      const asked = await wishToMove(tx, link, request.query, now);
      const held = await heldForMove(tx, link, now);
      return { offered: await dayOffered(tx, await officeOfVisit(tx, link.office), date, asked), held };
    });
    const own = { mark: here.mark, bar: null, time: held && timeOn(date, held) };
    return sendPage(reply, timesPage(offered, own, here.reader, wayToMove(here, request.query)));
  });

  app.post("/link/:token/hold", post, async (request, reply) => {
    const here = at(request);
    const sent = sentBy(request);
    const chosen = pressedTime(sent);
    if (!chosen) return goOn(reply, partOf(here, "days"));
    const isLonger = visitOfText(sent.service ?? "").needs.length > 0;
    await write(here, async (tx, link, now) => {
      await openVisit(tx, link, now);
      await holdForMove(tx, link, { ...chosen, isLonger }, now);
    });
    return goOn(reply, partOf(here, "move"));
  });

  app.get("/link/:token/move", get, async (request, reply) => {
    const here = at(request);
    const { held, ...moved } = await read(here, async (tx, link, now) => {
      const row = await movableVisit(tx, link, now);
      const visit = await ownVisit(tx, link.office, row);
      const isLast = (await movesLeft(tx, link.office.id, row.id)) === 1;
      return { visit, isLast, held: await heldForMove(tx, link, now) };
    });
    return sendPage(reply, held ? movePage({ ...moved, held }, here) : moveOverPage(here));
  });

  app.post("/link/:token/extend", post, async (request, reply) => {
    const here = at(request);
    await write(here, async (tx, link, now) => {
      const form = await lockedForm(tx, link.office.id, moveKey(link));
      if (form) await extendHold(tx, link.office, form, now);
    });
    return goOn(reply, partOf(here, "move"));
  });

  app.post("/link/:token/move", post, async (request, reply) => {
    const here = at(request);
    const sent = sentBy(request);
    const moving = { version: seenVersion(sent), hold: sent.hold ?? "", at: sent.at ?? "" };
    const isMoved = await write(here, (tx, link, now) => moveByLink(tx, link, moving, now)).then(
      () => true,
      falseIfHoldOver,
    );
    return goOn(reply, isMoved ? `${partOf(here)}?done=moved` : partOf(here, "move"));
  });
}

/** What times are looked for by: as long as it is to be, and no earlier than who interprets can be there. */
async function wishToMove(
  tx: Read,
  link: CitizensLink,
  { longer }: { longer?: "yes" | undefined },
  now: Temporal.Instant,
) {
  const visit = await openVisit(tx, link, now);
  const since = sinceOf(await firstDayAt(tx, link.office, visit.interpreter, now));
  return { service: workToMove(visit, longer === "yes"), now, since, isMove: true };
}

/** @throws Refusal 404, also where the ministry has closed booking to citizens; 409 `moves-used-up` */
async function openVisit(tx: Read, link: CitizensLink, now: Temporal.Instant) {
  const row = await movableVisit(tx, link, now);
  await termsIfOpen(tx, link.office);
  return row;
}

async function movableVisit(tx: Read, link: CitizensLink, now: Temporal.Instant) {
  const row = await managedVisit(tx, link, now);
  await requireMoveLeft(tx, link.office.id, row.id);
  return row;
}

const timeOn = (date: Temporal.PlainDate, { starts_at }: FormRow): string | null =>
  dateTextOf(starts_at) === date.toString() ? clockTextOf(starts_at) : null;

/** The page of the new time says so. */
function falseIfHoldOver(error: unknown): false {
  if (error instanceof Refusal && error.code === "hold-over") return false;
  throw error;
}
