import { z } from "zod";
import { serviceNotOffered } from "../../appointments/place/placing.ts";
import { acrossOffices } from "../../platform/database/sql.ts";
import { limitTries } from "../../platform/http/limits/shared-limits.ts";
import type { App } from "../../platform/http/server.ts";
import { type FieldError, Refusal } from "../../platform/refusal.ts";
import { normalizeEmail } from "../../platform/text/email.ts";
import { type NearOffice, officesNear } from "../earlier/offices-near.ts";
import { ANY_TIME, wishErrors, wishIn } from "../earlier/wish.ts";
import type { FirstTimes } from "../find/first-times/first-times.ts";
import { contactErrors } from "../form/visitor.ts";
import { ADDRESS } from "../frame/address.ts";
import type { PagesDeps } from "../frame/deps.ts";
import { goOn, markIn, PAGE, type Sent, sendPage } from "../frame/requests.ts";
import { requireOpenStretchAhead } from "../longest-open.ts";
import { requireOnlineLength, requireVisitText } from "../longest-visit.ts";
import { offeredService } from "../office-sql.ts";
import { readAtOpenedOffice } from "../opened-office.ts";
import { lastOpenDay } from "../terms.ts";
import { askForWish } from "./ask.ts";
import { notifyPage, notifySentPage } from "./ask-page.ts";
import { freeNow } from "./free-now.ts";
import { daysOfWish, wishSpan } from "./free-wish.ts";
import { countWaiting } from "./notify-sql.ts";

const MINUTES = 10;
/** Many share the address of a library. */
const MOST_BY_ADDRESS = 30;

/** To be written to when a time becomes free, by whoever has no appointment. */
export function notifyRoutes(
  app: App,
  { db, clock, reader, firstTimes }: PagesDeps & { readonly firstTimes: FirstTimes },
): void {
  const byAddress = limitTries({ db, clock }, { name: "wishes by address", max: MOST_BY_ADDRESS, minutes: MINUTES });
  const params = z.object({ office: z.string() });

  const get = { ...PAGE, schema: { hide: true, params, querystring: z.looseObject({ service: z.string() }) } };
  app.get("/book/offices/:office/notify", get, async (request, reply) => {
    const here = await opened(request.params.office, request.query.service);
    const wish = { ...ANY_TIME, offices: [here.office.id] };
    const days = { first: here.span.today.toString(), last: here.span.usual.toString() };
    return sendPage(reply, await page(here, { wish, days, email: "", errors: [], mark: markIn(request) }));
  });

  const post = { ...PAGE, schema: { hide: true, params, body: z.looseObject({ service: z.string() }) } };
  app.post("/book/offices/:office/notify", post, async (request, reply) => {
    const sent = request.body as Sent & { readonly service: string };
    const here = await opened(request.params.office, sent.service);
    const wish = wishIn(sent, here.choices);
    const days = { first: sent.first ?? "", last: sent.last ?? "" };
    const typed = { wish, days, email: (sent.email ?? "").slice(0, 500), mark: markIn(request) };
    const read = daysOfWish(days, here.span, wish.weekdays);
    const address = normalizeEmail(typed.email);
    const errors = [
      ...wishErrors(wish, here.choices[0]?.code ?? ""),
      ...("errors" in read ? read.errors : []),
      ...emailErrors(typed.email),
    ];
    if (errors.length > 0 || "errors" in read || !("email" in address))
      return sendPage(reply, await page(here, { ...typed, errors }), 422);
    await byAddress(request);
    const { office, service } = here;
    const whole = { ...wish, ...read, service: service.code, language: reader.language, email: address.email };
    const refused = await db
      .write({ office: office.id }, (tx) => askForWish(tx, office, whole, clock()))
      .then(() => null, errorsOfMailbox);
    if (refused) return sendPage(reply, await page(here, { ...typed, errors: refused }), 422);
    return goOn(reply, reader.path(ADDRESS.notifySent));
  });

  app.get(ADDRESS.notifySent, { ...PAGE, schema: { hide: true } }, async (_request, reply) =>
    sendPage(reply, notifySentPage(reader)),
  );

  /** @throws Refusal 404 for what there is not, 422 for what the office does not do, or takes too long for */
  async function opened(code: string, text: string) {
    const now = clock();
    requireVisitText(text, code);
    const { office, place, terms, service } = await readAtOpenedOffice(db, code, async (tx, there) => {
      const service = await offeredService(tx, there.office.id, text);
      if (!service) throw new Refusal(404, "service-unknown");
      if (!service.isOffered) throw serviceNotOffered(text);
      const { minutes } = service;
      requireOnlineLength({ service: text, minutes }, there.place);
      await requireOpenStretchAhead(tx, there, { service: text, minutes }, now);
      return { ...there, service };
    });
    const choices = await officesNear(db, office, text, now);
    return { office, place, terms, service, choices, span: wishSpan(now, lastOpenDay(terms, now)), now };
  }

  type Here = Awaited<ReturnType<typeof opened>>;
  type Typed = Pick<Parameters<typeof notifyPage>[0], "wish" | "days" | "email" | "errors" | "mark">;

  async function page(here: Here, typed: Typed) {
    const { office, place, terms, service, choices, now } = here;
    const [free, counts] = await Promise.all([
      freeNow(firstTimes, { offices: choices as readonly NearOffice[], service: service.code }, now),
      db.read({ office: office.id }, (tx) => countWaiting(acrossOffices(tx))),
    ]);
    const all = counts.find(({ weekday }) => weekday === 0);
    const waiting = all ? all.earlier + all.withoutVisit : 0;
    const { offerMinutes } = terms;
    return notifyPage({ place, service, choices, free, waiting, offerMinutes, ...typed }, reader);
  }
}

const emailErrors = (email: string): readonly FieldError[] =>
  email.trim() === "" ? [{ field: "email", code: "email-required" }] : contactErrors({ email });

/** Of its letters, said at the field; what was typed stays. */
function errorsOfMailbox(error: unknown): readonly FieldError[] {
  if (error instanceof Refusal && error.status === 422 && error.details.errors) return error.details.errors;
  throw error;
}
