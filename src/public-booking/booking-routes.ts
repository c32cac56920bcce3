import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { openOffice } from "../identity/citizens/citizens-office.ts";
import { knownDate } from "../platform/date-schemas.ts";
import type { App } from "../platform/http/server.ts";
import { dayOffered } from "./choose/day.ts";
import { dayPage } from "./choose/day-page.ts";
import { monthOffered } from "./choose/month.ts";
import { monthPage } from "./choose/month-page.ts";
import { ADDRESS } from "./frame/address.ts";
import type { PagesDeps } from "./frame/deps.ts";
import { markIn, PAGE, type Sent, seeOther, sendPage, setToken, tokenHashIn } from "./frame/requests.ts";
import { holdFor } from "./hold/hold-for.ts";

/** From a service and an office to a time that is held. */
export function bookingRoutes(app: App, { db, clock, reader }: PagesDeps): void {
  const office = z.object({ office: z.string() });

  const month = { ...PAGE, schema: { hide: true, params: office, querystring: monthQuery } };
  app.get("/book/offices/:office/days", month, async (request, reply: FastifyReply) => {
    const open = await openOffice(db.alone, request.params.office);
    const asked = { ...request.query, now: clock() };
    const offered = await db.read({ office: open.id }, (tx) => monthOffered(tx, open, asked));
    return sendPage(reply, monthPage(offered, markIn(request), reader));
  });

  const day = {
    ...PAGE,
    schema: {
      hide: true,
      params: office.extend({ date: knownDate }),
      querystring: z.looseObject({ service: z.string() }),
    },
  };
  app.get("/book/offices/:office/days/:date", day, async (request, reply: FastifyReply) => {
    const open = await openOffice(db.alone, request.params.office);
    const date = Temporal.PlainDate.from(request.params.date);
    const asked = { service: request.query.service, now: clock() };
    const offered = await db.read({ office: open.id }, (tx) => dayOffered(tx, open, date, asked));
    return sendPage(reply, dayPage(offered, null, reader));
  });

  const hold = { ...PAGE, schema: { hide: true, params: office, body: z.looseObject({}) } };
  app.post("/book/offices/:office/hold", hold, async (request, reply: FastifyReply) => {
    const open = await openOffice(db.alone, request.params.office);
    const token = await holdFor(db, open, wishOf(request), { tokenHash: tokenHashIn(request), now: clock() });
    if (token) setToken(reply, token);
    return seeOther(reply, reader.path(ADDRESS.who));
  });

  function wishOf(request: FastifyRequest) {
    const { service, at } = timeChoice.parse(request.body as Sent);
    const [date = "", time = ""] = at.split("T");
    return { service, date: Temporal.PlainDate.from(date), time, language: reader.language };
  }
}

const monthQuery = z.looseObject({
  service: z.string(),
  month: z
    .string()
    .regex(/^20\d\d-(0[1-9]|1[0-2])$/)
    .transform((text) => Temporal.PlainYearMonth.from(text))
    .nullish()
    .catch(null)
    .transform((month) => month ?? null),
});

const timeChoice = z.object({
  service: z.string(),
  at: z.string().regex(/^20\d\d-\d\d-\d\dT\d\d:\d\d$/),
});
