import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { existingAppointment } from "../../appointments/row/existing.ts";
import type { NoticesHeard } from "../../live/hub.ts";
import { openEventStream } from "../../live/stream.ts";
import type { Read } from "../../platform/database/sql.ts";
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
import { ownPlace } from "../../waiting/place/own-place.ts";
import { findAlternatives } from "../instead/alternatives.ts";
import { createOfficeFeeds, type OfficeFeeds } from "../office-feeds.ts";
import type { EntranceDeps } from "../screen/deps.ts";
import { PLACE_SCRIPT, PLACE_STYLE } from "./assets.ts";
import { type FoundPlace, findPlace, placeGone } from "./find-place.ts";
import { followPlace } from "./follow-place.ts";
import { leavePage, numberGonePage, type PhonePlace, placePage } from "./place-page.ts";
import { type LineView, lineView, type PlaceView, placeView } from "./place-view.ts";

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
  const { db, clock, notices, promises } = deps;
  const lines: Lines = createOfficeFeeds({
    notices,
    clock,
    beatMs: BEAT_MS,
    read: (office) => db.read({ office: office.id }, (tx) => lineView(tx, office, { now: clock(), promises })),
    onError: (error) => app.log.warn({ err: error }, "a line that phones follow was not read; tried again"),
  });
  // Streams never end by themselves: without this, stopping would wait for them.
  app.addHook("preClose", async () => lines.close());
  await inEachLanguage(app, deps, (pages, reader) => placeRoutes(pages, { ...deps, lines }, reader));
}

type Lines = OfficeFeeds<FoundPlace["office"], LineView>;

const ofPlace = z.object({ token: z.string() });

function placeRoutes(app: App, deps: PlaceDeps & { readonly lines: Lines }, reader: PageReader): void {
  const { db, clock, lines, firstTimes } = deps;
  const errorHandler = (error: unknown, request: FastifyRequest, reply: FastifyReply) => {
    const refusal = noticedRefusal(error, request, reply);
    return sendPage(
      reply,
      refusal.status === 404 ? numberGonePage(reader) : troublePage(refusal, reader, clock()),
      refusal.status,
    );
  };
  const get = { ...PAGE, errorHandler, schema: { hide: true, params: ofPlace } };

  app.get(ADDRESS.ownPlace(":token"), get, async (request, reply) => {
    return sendPage(reply, placePage(await placeOn(request.params.token), clock(), reader));
  });

  app.get(ADDRESS.ownPlace(":token", "leave"), get, async (request, reply) => {
    const { token } = request.params;
    const { office, visit } = await findPlace(db, token, clock());
    const place = ownPlace((await lines.view(office)).line, visit);
    if (!place) throw placeGone();
    if (place.is !== "waiting" && place.is !== "called") return goOn(reply, reader.path(ADDRESS.ownPlace(token)));
    return sendPage(reply, leavePage({ place, token }, formMark(hashOfToken(token) as Buffer), reader));
  });

  const post = { ...PAGE, errorHandler, schema: { hide: true, params: ofPlace, body: z.looseObject({}) } };
  app.post(ADDRESS.ownPlace(":token", "leave"), post, async (request, reply) => {
    const { token } = request.params;
    const now = clock();
    const { office, visit } = await findPlace(db, token, now);
    await db.write({ office: office.id }, (tx) => giveUpPlace(tx, office, { visit, now }));
    lines.outdate(office);
    return goOn(reply, reader.path(ADDRESS.ownPlace(token)));
  });

  const events = { ...get, exposeHeadRoute: false, config: { ...PAGE.config, isBackground: true } };
  app.get(ADDRESS.ownPlace(":token", "events"), events, async (request, reply) => {
    const { token } = request.params;
    const { office, visit } = await findPlace(db, token, clock());
    if (lines.followers() >= MOST_FOLLOWERS) throw new Refusal(429, "rate-limited", { values: { seconds: 60 } });
    const { body, send, end } = openEventStream(reply, () => leave());
    const isTheirs = () => findPlace(db, token, clock());
    const complete = (seen: PlaceView) => completed(office, { token, visit, now: clock() }, seen);
    const leave = lines.follow(office, followPlace({ token, visit, complete, send, end, isTheirs, clock }, reader));
    return reply.header("x-accel-buffering", "no").type("text/event-stream; charset=utf-8").send(body);
  });

  /** @throws Refusal 404 */
  async function placeOn(token: string): Promise<PhonePlace> {
    const now = clock();
    const { office, visit } = await findPlace(db, token, now);
    const seen = placeView(await lines.view(office), { visit, now, on: "phone" });
    if (!seen) throw placeGone();
    return completed(office, { token, visit, now }, seen);
  }

  /** With what is asked for beside the line: of who is awaited, and of who was turned away. */
  async function completed(
    office: FoundPlace["office"],
    { token, visit, now }: { readonly token: string; readonly visit: string; readonly now: Temporal.Instant },
    seen: PlaceView,
  ): Promise<PhonePlace> {
    const { is } = seen.place;
    const dayOf = async (tx: Read) => onTheDay(tx, office.id, await existingAppointment(tx, office, visit), now);
    const day = is === "awaited" ? await db.read({ office: office.id }, dayOf) : null;
    const instead = is === "turned-away" ? await findAlternatives({ db, firstTimes }, office, { visit, now }) : null;
    return { ...seen, token, day, instead };
  }
}
