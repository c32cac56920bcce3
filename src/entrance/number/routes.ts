import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { SERVICE_GROUPS } from "../../catalogue/service-groups.ts";
import { baseOf } from "../../platform/http/base.ts";
import { limitTries } from "../../platform/http/limits/shared-limits.ts";
import type { App } from "../../platform/http/server.ts";
import { dateOf } from "../../platform/time.ts";
import type { PageReader } from "../../public-booking/frame/reader.ts";
import { goOn, sendPage } from "../../public-booking/frame/requests.ts";
import { visitByKey } from "../../waiting/place/by-key.ts";
import { giveNumber } from "../../waiting/place/give-number.ts";
import { takeNumberBack } from "../../waiting/place/give-up.ts";
import { findAlternatives } from "../instead/alternatives.ts";
import { lineView, placeView } from "../place/place-view.ts";
import { ENTRANCE, NUMBER } from "../rules.ts";
import { type AtScreen, placeKeyIn, screenKeyIn, screenOf } from "../screen/at-screen.ts";
import type { EntranceDeps } from "../screen/deps.ts";
import { numberPage, placeAddress } from "./number-page.ts";
import { offeredGroups } from "./number-sql.ts";
import { goodbyePage, groupsPage, noMorePage } from "./pages.ts";
import { fullDay } from "./room.ts";

/** Faster nobody steps up to a screen, reads, presses twice and makes room for the next */
const MOST_A_MINUTE = 30;

const sent = z.object({ group: z.enum(SERVICE_GROUPS).catch("other") });

/** Numbers for who comes without an appointment, at a screen that gives them. */
export function numberRoutes(app: App, deps: EntranceDeps, reader: PageReader): void {
  const { db, clock, config, firstTimes, promises } = deps;
  const tries = limitTries(
    { db, clock },
    { name: "numbers at an entrance", max: MOST_A_MINUTE, minutes: 1, of: (request) => screenKeyIn(request) ?? "" },
  );
  const page = { schema: { hide: true } };
  const post = { schema: { hide: true, body: z.looseObject({}) } };
  const toStart = (reply: FastifyReply) => goOn(reply, reader.path(ENTRANCE));

  app.get(NUMBER, page, async (request, reply) => {
    const at = await screenOf(db, screenKeyIn(request));
    const key = placeKeyIn(request);
    if (!at.terms.givesNumbers || !key) return toStart(reply);
    if (await givenBefore(at, key.hash)) return showPlace(request, reply, at);
    const groups = await db.read({ office: at.office.id }, (tx) => offeredGroups(tx, at.office.id));
    return sendPage(reply, groupsPage({ terms: at.terms, groups }, clock(), reader));
  });

  app.post(NUMBER, post, async (request, reply) => {
    const at = await screenOf(db, screenKeyIn(request));
    const key = placeKeyIn(request);
    if (!at.terms.givesNumbers || !key) return toStart(reply);
    if (!(await givenBefore(at, key.hash))) {
      await tries(request);
      const now = clock();
      const { group } = sent.parse(request.body);
      const hasRoom = async (tx: Parameters<typeof fullDay>[0]) => (await fullDay(tx, at.office, now)) === null;
      const wish = { keyHash: key.hash, group, hasRoom, now };
      await db.write({ office: at.office.id }, (tx) => giveNumber(tx, at.office, wish));
    }
    return showPlace(request, reply, at);
  });

  app.post(`${NUMBER}/leave`, post, async (request, reply) => {
    const at = await screenOf(db, screenKeyIn(request));
    const visit = await visitAt(request, at);
    if (visit === null) return toStart(reply);
    await db.write({ office: at.office.id }, (tx) => takeNumberBack(tx, at.office, { visit, now: clock() }));
    return sendPage(reply, goodbyePage(at.terms, clock(), reader));
  });

  const givenBefore = async ({ office }: AtScreen, hash: Buffer): Promise<boolean> =>
    (await db.read({ office: office.id }, (tx) => visitByKey(tx, office.id, hash, dateOf(clock())))) !== null;

  async function visitAt(request: FastifyRequest, { office }: AtScreen): Promise<string | null> {
    const key = placeKeyIn(request);
    return key && db.read({ office: office.id }, (tx) => visitByKey(tx, office.id, key.hash, dateOf(clock())));
  }

  /** The number; where the day had no room, what else can be done; nothing of a place that was given up. */
  async function showPlace(request: FastifyRequest, reply: FastifyReply, at: AtScreen): Promise<FastifyReply> {
    const { office, terms } = at;
    const [now, key, visit] = [clock(), placeKeyIn(request), await visitAt(request, at)];
    if (visit === null || !key) return toStart(reply);
    const address = placeAddress(baseOf(request, config.PUBLIC_BASE_URL), key.token, reader);
    const view = await db.read({ office: office.id }, (tx) => lineView(tx, office, { now, promises }));
    const seen = placeView(view, { visit, now, on: "screen" });
    if (!seen || seen.place.is === "awaited") return sendPage(reply, goodbyePage(terms, now, reader));
    if (seen.place.is !== "turned-away")
      return sendPage(reply, numberPage({ ...seen, terms, lead: null, address }, now, reader));
    const instead = await findAlternatives({ db, firstTimes }, office, { visit, now });
    return sendPage(reply, noMorePage({ terms, instead, address }, now, reader));
  }
}
