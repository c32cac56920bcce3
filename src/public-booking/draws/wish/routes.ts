import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { existingAppointment } from "../../../appointments/row/existing.ts";
import { tooManyErrors } from "../../../draws/wishes/most-people.ts";
import { officeOfCitizen } from "../../../identity/citizens/citizens-office.ts";
import { limitTries } from "../../../platform/http/limits/shared-limits.ts";
import type { App } from "../../../platform/http/server.ts";
import type { Html } from "../../../platform/text/html.ts";
import { ADDRESS } from "../../frame/address.ts";
import type { PagesDeps } from "../../frame/deps.ts";
import { goOn, PAGE, type Sent, sendPage } from "../../frame/requests.ts";
import { setOutToSignIn } from "../../own-visits/set-out.ts";
import { drawView } from "../draw-view.ts";
import { linkToWish } from "./enter-draw.ts";
import { drawOfRequest, type OpenWish, openWish } from "./open-wish.ts";
import { sendWish } from "./send-wish.ts";
import { whoComesErrors } from "./who-comes.ts";
import { fieldsOfChoice } from "./wish-form.ts";
import { choicePage, existsPage, type WishPage, wisherPage, wishSentPage } from "./wish-pages.ts";

const MINUTES = 10;
/** Many share the address of a library. */
const MOST_BY_ADDRESS = 30;

/** «Η επιθυμία σας για την κλήρωση»: who comes, then when and where, then in. */
export function drawWishRoutes(app: App, deps: PagesDeps): void {
  const { db, clock, reader } = deps;
  const byAddress = limitTries({ db, clock }, { name: "wishes for draws", max: MOST_BY_ADDRESS, minutes: MINUTES });
  const params = z.object({ draw: z.string() });
  const toDraw = (request: FastifyRequest): string => reader.path(ADDRESS.draw(drawOfRequest(request)));

  const get = { ...PAGE, schema: { hide: true, params, querystring: wishPageParams } };
  app.get("/draws/:draw/wish", get, async (request, reply: FastifyReply) => {
    const wish = await openWish(deps, request, textsIn(request.query));
    if (!wish) return goOn(reply, toDraw(request));
    const page = { ...wish.page, note: request.query.note };
    return sendPage(reply, wish.own ? existsPage(page, reader) : wisherPage(page, reader));
  });

  const post = { ...PAGE, schema: { hide: true, params, body: z.looseObject({}) } };
  app.post("/draws/:draw/wish", post, async (request, reply: FastifyReply) => {
    const sent = request.body as Sent;
    const wish = await openWish(deps, request, sent);
    if (!wish) return goOn(reply, toDraw(request));
    const { act = "choose" } = sent;
    if (isSignIn(act)) {
      // Back to the page with what was chosen.
      const back = reader.path(ADDRESS.drawWish(wish.page.seen.draw.number, fieldsOfChoice(wish.page.form)));
      return goOn(reply, await setOutToSignIn(deps, { request, reply }, { by: act, back }));
    }
    if (act === "open" && wish.own) return goOn(reply, await addressOfOwn(wish));
    // Pressed twice, or in two windows: it is there, and one address says so.
    if (wish.own) return goOn(reply, reader.path(ADDRESS.drawWish(wish.page.seen.draw.number)));
    const first = whoStep(wish, sent);
    if (first) return sendPage(reply, first.page, first.status);
    if (act !== "send") return sendPage(reply, choicePage({ ...wish.page, act }, reader));
    const done = await sendWish(wish, { db, reader, limit: () => byAddress(request) });
    return "to" in done ? goOn(reply, reader.path(done.to)) : sendPage(reply, done.page, 422);
  });

  app.get("/draws/:draw/sent", { ...PAGE, schema: { hide: true, params } }, async (request, reply: FastifyReply) =>
    sendPage(reply, wishSentPage(await drawView(db, drawOfRequest(request), clock()), reader)),
  );

  /** Null: who comes is said, and how they are known. */
  function whoStep({ page }: OpenWish, { act = "choose", by }: Sent): { page: Html; status: number } | null {
    const { seen, person, form } = page;
    const show = (more: Partial<WishPage>, status: number) => ({
      page: wisherPage({ ...page, ...more }, reader),
      status,
    });
    if (act === "who" || act.startsWith("people ")) return show({}, 200);
    if (!person && isSignIn(by)) return show({ note: "over" }, 422);
    if (!person && seen.draw.emailPercent === 0) return show({}, 422);
    const tooMany = person ? [] : tooManyErrors(page.byEmail, form.people);
    const errors = [...whoComesErrors(form, seen.draw.service, person), ...tooMany];
    return errors.length > 0 ? show({ errors }, 422) : null;
  }

  async function addressOfOwn({ own, session, now, page }: OpenWish): Promise<string> {
    if (!own || !session) return reader.path(ADDRESS.draw(page.seen.draw.number));
    const token = await db.write({ office: own.office }, async (tx) => {
      const { email } = await existingAppointment(tx, await officeOfCitizen(tx, own.office), own.visit);
      return linkToWish(tx, own, { email, session }, now);
    });
    return reader.path(ADDRESS.link(token, "draw"));
  }
}

const isSignIn = (way: string | undefined): boolean => way === "taxisnet" || way === "wallet";

const wishPageParams = z.looseObject({ note: z.literal("failed").nullable().catch(null) });

/** What was chosen before somebody set out to sign in. */
const textsIn = (query: Readonly<Record<string, unknown>>): Sent =>
  Object.fromEntries(Object.entries(query).filter((entry): entry is [string, string] => typeof entry[1] === "string"));
