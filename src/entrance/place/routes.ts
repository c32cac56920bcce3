import { createHash } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { existingAppointment } from "../../appointments/row/existing.ts";
import type { NoticesHeard } from "../../live/hub.ts";
import { openEventStream } from "../../live/stream.ts";
import type { Read } from "../../platform/database/sql.ts";
import { withoutDeadline } from "../../platform/deadline.ts";
import { serveHashedAssets } from "../../platform/http/hashed-assets.ts";
import { noticedRefusal } from "../../platform/http/problem.ts";
import type { App } from "../../platform/http/server.ts";
import { Refusal } from "../../platform/refusal.ts";
import { hashOfToken } from "../../platform/token.ts";
import { formMark } from "../../public-booking/form/token.ts";
import { ADDRESS } from "../../public-booking/frame/address.ts";
import type { PageReader } from "../../public-booking/frame/reader.ts";
import { goOn, PAGE, sendPage } from "../../public-booking/frame/requests.ts";
import { troublePage } from "../../public-booking/frame/trouble.ts";
import { inEachLanguage } from "../../public-booking/languages/in-each-language.ts";
import { onTheDay } from "../../public-booking/visit/line/on-the-day.ts";
import { giveUpPlace } from "../../waiting/place/give-up.ts";
import { findAlternatives } from "../instead/alternatives.ts";
import type { EntranceDeps } from "../screen/deps.ts";
import { PLACE_SCRIPT, PLACE_STYLE } from "./assets.ts";
import { findPlace, placeGone } from "./find-place.ts";
import { createFollowers, type Followers } from "./followers.ts";
import { leavePage, numberGonePage, placePage, type ShownPlace } from "./place-page.ts";
import { seenPlace } from "./seen-place.ts";

export interface PlaceDeps extends EntranceDeps {
  readonly notices: NoticesHeard;
}

/** As often as a proxy would take a stream for dead */
const BEAT_MS = 15_000;
/** Of one process; pages beyond that ask by themselves */
const MOST_FOLLOWERS = 3_000;

/** The own place in an office's line, for who has come: by the key that they got with their number. */
export async function placePages(app: App, deps: PlaceDeps): Promise<void> {
  serveHashedAssets(app, [PLACE_STYLE, PLACE_SCRIPT]);
  const followers = createFollowers(deps.notices);
  await inEachLanguage(app, deps, (pages, reader) => placeRoutes(pages, { ...deps, followers }, reader));
}

const ofPlace = z.object({ token: z.string() });

function placeRoutes(app: App, deps: PlaceDeps & { readonly followers: Followers }, reader: PageReader): void {
  const { db, clock, followers, firstTimes } = deps;
  const errorHandler = (error: unknown, request: FastifyRequest, reply: FastifyReply) => {
    const refusal = noticedRefusal(error, request, reply);
    return sendPage(
      reply,
      refusal.status === 404 ? numberGonePage(reader) : troublePage(refusal, reader, clock()),
      refusal.status,
    );
  };
  const get = { ...PAGE, errorHandler, schema: { hide: true, params: ofPlace } };

  app.get(ADDRESS.ownPlace(":token"), get, async (request, reply: FastifyReply) => {
    const { markup } = placePage(await shownTo(request.params.token), clock(), reader);
    const tag = `"${createHash("sha256").update(markup).digest("base64url").slice(0, 22)}"`;
    reply.header("etag", tag);
    if (request.headers["if-none-match"] === tag) return reply.code(304).send();
    return sendPage(reply, { markup });
  });

  app.get(ADDRESS.ownPlace(":token", "leave"), get, async (request, reply: FastifyReply) => {
    const { token } = request.params;
    const shown = await shownTo(token);
    const { is } = shown.place;
    if (is !== "waiting" && is !== "called") return goOn(reply, reader.path(ADDRESS.ownPlace(token)));
    return sendPage(reply, leavePage(shown, formMark(hashOfToken(token) as Buffer), reader));
  });

  const post = { ...PAGE, errorHandler, schema: { hide: true, params: ofPlace, body: z.looseObject({}) } };
  app.post(ADDRESS.ownPlace(":token", "leave"), post, async (request, reply: FastifyReply) => {
    const { token } = request.params;
    const now = clock();
    const { office, visit } = await findPlace(db, token, now);
    await db.write({ office: office.id }, (tx) => giveUpPlace(tx, office, { visit, now }));
    return goOn(reply, reader.path(ADDRESS.ownPlace(token)));
  });

  const events = { ...get, exposeHeadRoute: false, config: { ...PAGE.config, isBackground: true } };
  app.get(ADDRESS.ownPlace(":token", "events"), events, async (request, reply: FastifyReply) => {
    const { office } = await findPlace(db, request.params.token, clock());
    if (followers.count() >= MOST_FOLLOWERS) throw new Refusal(429, "rate-limited", { values: { seconds: 60 } });
    const { body, send } = openEventStream(reply, () => {
      clearInterval(beat);
      leave();
    });
    const leave = followers.join(office.id, () => send("event: change\ndata: {}\n\n"));
    const beat = withoutDeadline(() => setInterval(() => send(": \n\n"), BEAT_MS));
    send(": \n\n");
    return reply.header("x-accel-buffering", "no").type("text/event-stream; charset=utf-8").send(body);
  });

  /** @throws Refusal 404 */
  async function shownTo(token: string): Promise<ShownPlace> {
    const now = clock();
    const { office, visit } = await findPlace(db, token, now);
    const seen = await db.read({ office: office.id }, (tx) => seenPlace(tx, office, { visit, now }));
    if (!seen) throw placeGone();
    const { is } = seen.place;
    const day = is === "awaited" ? await db.read({ office: office.id }, dayOf) : null;
    const instead = is === "turned-away" ? await findAlternatives({ db, firstTimes }, office, { visit, now }) : null;
    return { ...seen, token, day, instead };

    async function dayOf(tx: Read) {
      return onTheDay(tx, office.id, await existingAppointment(tx, office, visit), now);
    }
  }
}
