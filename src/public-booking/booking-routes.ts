import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { type CitizensOffice, openOffice } from "../identity/citizens/citizens-office.ts";
import { firstDayIn, sinceOf } from "../offices/interpreters/require-interpreter.ts";
import { calendarDate } from "../platform/date-schemas.ts";
import { readyPages, sendReadyPage } from "../platform/http/ready-page.ts";
import type { App } from "../platform/http/server.ts";
import { Refusal } from "../platform/refusal.ts";
import { clockTextOf, dateTextOf, instantOf, localDay, minuteOfDay } from "../platform/time.ts";
import { type DayOffered, dayOffered } from "./choose/day.ts";
import { type OwnHold, timesPage } from "./choose/day-page.ts";
import { decoyTime } from "./choose/decoy.ts";
import type { RecentOffers } from "./choose/recent-offers.ts";
import { wayToNew } from "./choose/way.ts";
import { existingService, type WeeksOffered, type WeeksOfferQuery, weeksOffered } from "./choose/weeks.ts";
import { weeksPage } from "./choose/weeks-page.ts";
import { weekWindowQuery } from "./choose/weeks-query.ts";
import { whenField } from "./choose/when.ts";
import { gonePage } from "./fill/gone-page.ts";
import { type FormRow, formOf } from "./form/form-sql.ts";
import { openForm } from "./form/open-form.ts";
import { formMark } from "./form/token.ts";
import { hasTyped, whoErrors } from "./form/visitor.ts";
import { ADDRESS } from "./frame/address.ts";
import type { PagesDeps } from "./frame/deps.ts";
import { type FormHold, holdBar } from "./frame/hold-bar.ts";
import { goOn, markIn, PAGE, type Sent, sendPage, setToken, tokenHashIn, tokenIn } from "./frame/requests.ts";
import { askPage } from "./hoarding/ask-page.ts";
import type { Askers } from "./hoarding/askers.ts";
import type { Wanted } from "./hoarding/proof.ts";
import { isMeansRefusal, triesIn } from "./hoarding/require-means.ts";
import { type HoldWish, isHeld } from "./hold/hold.ts";
import { holdFor } from "./hold/hold-for.ts";
import { isTimeGone, timesInsteadOfGone } from "./hold/instead.ts";
import { requireOnlineLength } from "./longest-visit.ts";
import { placeToGo } from "./office-sql.ts";
import { readAtOpenedOffice } from "./opened-office.ts";

/** From a service and an office to a time that is held. */
export function bookingRoutes(
  app: App,
  {
    db,
    clock,
    reader,
    tally,
    networks,
    askers,
    offers,
  }: PagesDeps & { readonly askers: Askers; readonly offers: RecentOffers },
): void {
  const office = z.object({ office: z.string() });
  const readyWeeks = readyPages((offered: WeeksOffered) => weeksPage(offered, null, reader));
  const readyDay = readyPages((offered: DayOffered) => timesPage(offered, null, reader));
  // Whoever has begun is shown their own as well.
  const isCached = (request: FastifyRequest): boolean => {
    const { office, date } = request.params as { office: string; date?: string };
    const { service, on, when } = request.query as { service: string; on?: string; when?: unknown };
    return tokenHashIn(request) === null && offers.isShared({ office, date, service, on, when }, clock());
  };
  const cached = { config: { ...PAGE.config, isCached } };

  const weeks = {
    ...cached,
    schema: { hide: true, params: office, querystring: weekWindowQuery.extend({ service: z.string() }) },
  };
  app.get("/book/offices/:office/days", weeks, async (request, reply) => {
    const offered = await weeksFor(request, { ...request.query, now: clock() });
    if (!offered.isOnline) return goOn(reply, byTelephone(request));
    const mark = markIn(request);
    if (mark) return sendPage(reply, weeksPage(offered, mark, reader));
    return sendReadyPage(request, reply, readyWeeks(offered));
  });

  const day = {
    ...cached,
    schema: {
      hide: true,
      params: office.extend({ date: calendarDate }),
      querystring: z.looseObject({ service: z.string(), when: whenField }),
    },
  };
  app.get("/book/offices/:office/days/:date", day, async (request, reply) => {
    const code = request.params.office;
    const date = Temporal.PlainDate.from(request.params.date);
    const { service, when } = request.query;
    const asked = { service, now: clock() };
    const tokenHash = tokenHashIn(request);
    if (!tokenHash) {
      const offered = await offers.day(code, date, asked);
      if (!offered.isOnline) return goOn(reply, byTelephone(request));
      if (when.length === 0) return sendReadyPage(request, reply, readyDay(offered));
      return sendPage(reply, timesPage(offered, null, reader, wayToNew(offered.place.code, service, null, when)));
    }
    const [held, offered] = await readAtOpenedOffice(db, code, async (tx, opened) => {
      const form = await formOf(tx, opened.office.id, tokenHash);
      const held = form && isHeld(form, asked.now) ? { form, now: asked.now } : null;
      return [held, await dayOffered(tx, opened, date, { ...asked, since: sinceIn(form) })] as const;
    });
    if (!offered.isOnline) return goOn(reply, byTelephone(request));
    requireOnlineLength({ ...asked, minutes: offered.minutes }, offered.place);
    const way = wayToNew(offered.place.code, service, formMark(tokenHash), when);
    return sendPage(reply, timesPage(offered, held && ownHold(held, date, service), reader, way));
  });

  /** The office's own page says so, and who near it gives times online. */
  function byTelephone({ params, query }: FastifyRequest): string {
    const { office: code } = params as { office: string };
    return reader.path(ADDRESS.office(code, (query as { service: string }).service));
  }

  /** Whoever has said that somebody is to interpret is shown weeks of their own. */
  async function weeksFor(
    request: FastifyRequest<{ Params: { office: string } }>,
    query: WeeksOfferQuery,
  ): Promise<WeeksOffered> {
    const code = request.params.office;
    const tokenHash = tokenHashIn(request);
    const own =
      tokenHash &&
      (await readAtOpenedOffice(db, code, async (tx, opened) => {
        const since = sinceIn(await formOf(tx, opened.office.id, tokenHash));
        return since && weeksOffered(tx, opened, { ...query, since });
      }));
    if (!own) return offers.weeks(code, query);
    requireOnlineLength({ ...query, minutes: own.minutes }, own.place);
    return own;
  }

  const sinceIn = (form: FormRow | null) =>
    form && !form.confirmed_at && form.typed.interpreter ? sinceOf(firstDayIn(form.typed.interpreterFirst)) : null;

  function ownHold(hold: FormHold, date: Temporal.PlainDate, service: string): OwnHold {
    const { form } = hold;
    const isShown = form.service === service && dateTextOf(form.starts_at) === date.toString();
    const time = isShown ? clockTextOf(form.starts_at) : null;
    return { mark: formMark(form.token_hash), bar: holdBar(hold, reader), time };
  }

  const hold = { ...PAGE, schema: { hide: true, params: office, body: z.looseObject({}) } };
  app.post("/book/offices/:office/hold", hold, async (request, reply) => {
    const open = await openOffice(db.nation, request.params.office);
    const wish = wishOf(request);
    const wanted = { office: open.code, service: wish.service, at: `${wish.date}T${wish.time}` };
    const asker = await askers.of(request, wanted);
    const holding = { token: tokenIn(request), now: clock(), asker };
    const held = await holdFor(db, open, wish, holding).catch((error) => {
      if (isTimeGone(error)) return "gone" as const;
      if (!isMeansRefusal(error)) throw error;
      tally.note(open.id, error.code);
      return { tries: triesIn(error) };
    });
    if (held === "gone") {
      if (wish.time === decoyTime({ office: open.code, date: wish.date.toString() })) networks.noteDecoy(request.ip);
      return showGone(open, wish, request, reply);
    }
    if ("tries" in held) return showAsked(wanted, held.tries, request, reply);
    if (!held.token) return goOn(reply, reader.path(ADDRESS.who));
    setToken(reply, held.token);
    // Whoever has said who comes goes on from there.
    return goOn(reply, reader.path(whoErrors(held.form).length === 0 ? ADDRESS.check : ADDRESS.who));
  });

  /** Somebody was there first, or it is offered no more. */
  async function showGone(open: CitizensOffice, wish: HoldWish, request: FastifyRequest, reply: FastifyReply) {
    const startsAt = instantOf(localDay(wish.date).at(minuteOfDay(wish.time)));
    const asked = { service: wish.service, startsAt, now: clock() };
    const [place, service, own] = await Promise.all([
      placeToGo(db.nation, open.id),
      existingService(db.nation, wish.service),
      openForm(db, tokenHashIn(request), clock()),
    ]);
    const since = sinceIn(own?.form ?? null);
    const instead = await timesInsteadOfGone(db, open, { ...asked, since });
    const way = wayToNew(place.code, service.code, markIn(request));
    const gone = { place, service, instead, way, wasHeld: false, hasTyped: own !== null && hasTyped(own.form) };
    return sendPage(reply, gonePage(gone, reader), 409);
  }

  /** Much is held already, or by one party: nobody is turned away, but it is held another way. */
  async function showAsked(wanted: Wanted, tries: number, request: FastifyRequest, reply: FastifyReply) {
    const way = wayToNew(wanted.office, wanted.service, markIn(request));
    const challenge = tries > 0 ? await askers.challenge(wanted, tries) : null;
    return sendPage(reply, askPage({ wanted, challenge, way }, reader), 409);
  }

  function wishOf(request: FastifyRequest) {
    const chosen = timeChoice.safeParse(request.body as Sent);
    if (!chosen.success) throw new Refusal(400, "request-malformed");
    const { service, at } = chosen.data;
    const [date = "", time = ""] = at.split("T");
    return { service, date: Temporal.PlainDate.from(date), time, language: reader.language };
  }
}

const timeChoice = z.object({
  service: z.string(),
  at: z.iso.datetime({ local: true, precision: -1 }).regex(/^20/),
});
