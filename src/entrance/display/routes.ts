import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import type { NoticesHeard } from "../../live/hub.ts";
import { openEventStream } from "../../live/stream.ts";
import type { Database } from "../../platform/database/transaction.ts";
import { serveHashedAssets } from "../../platform/http/hashed-assets.ts";
import { noticedRefusal } from "../../platform/http/problem.ts";
import type { App } from "../../platform/http/server.ts";
import { Refusal } from "../../platform/refusal.ts";
import type { Clock } from "../../platform/time.ts";
import { type PageReader, readerIn } from "../../public-booking/frame/reader.ts";
import { goOn, sendPage } from "../../public-booking/frame/requests.ts";
import { type ExistingScreen, existingScreen } from "../existing-screen.ts";
import { createOfficeFeeds } from "../office-feeds.ts";
import { DISPLAY } from "../rules.ts";
import { noteScreenSeen } from "../sql.ts";
import { DISPLAY_SCRIPT, DISPLAY_STYLE } from "./assets.ts";
import { boardOf, boardText, type OfficeBoard } from "./board.ts";
import { DISPLAY_BEAT_MS } from "./board-schema.ts";
import { displayPage, displayRelease } from "./page.ts";

interface DisplayDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly trial: boolean;
  readonly notices: NoticesHeard;
}

/** The display's own key, for as long as browsers keep one, from each time that its page is asked for. */
const COOKIE = "__Host-display";
const attributes = { path: "/", secure: true, httpOnly: true, sameSite: "lax", maxAge: 400 * 86_400 } as const;

/** More pages than anybody opens with one key. */
const MOST_STREAMS = 5;

/** The screens that show whom a counter calls. */
export async function displayPages(app: App, { db, clock, trial, notices }: DisplayDeps): Promise<void> {
  serveHashedAssets(app, [DISPLAY_STYLE, DISPLAY_SCRIPT]);
  const reader = readerIn("el", trial);
  const release = displayRelease(reader);
  const onError = (error: unknown) => app.log.warn({ err: error }, "what displays show was not read; tried again");
  // A reading that fails is said by silence: after ten seconds of it displays show no number.
  const boards = createOfficeFeeds<ExistingScreen["office"], OfficeBoard>({
    notices,
    clock,
    beatMs: DISPLAY_BEAT_MS,
    read: ({ id }) => db.read({ office: id }, (tx) => boardOf(tx, id, clock(), reader.t)),
    onError,
  });
  const streams = new Map<string, number>();
  const countStream = (id: string, more: number) => {
    const count = (streams.get(id) ?? 0) + more;
    if (count > 0) streams.set(id, count);
    else streams.delete(id);
  };
  // Streams never end by themselves: without this, stopping would wait for them.
  app.addHook("preClose", async () => boards.close());

  // Whatever goes wrong is the display's own page, which asks again by itself.
  const comeAgainPage = () => displayPage({ state: "offline", office: "" }, reader).markup;
  const page = { schema: { hide: true }, config: { comeAgainPage }, errorHandler: answerOnDisplay(reader) };

  const keyed = { ...page, schema: { hide: true, params: z.object({ token: z.string() }) } };
  app.get(`${DISPLAY}/:token`, keyed, async (request, reply) => {
    const { token } = request.params as { readonly token: string };
    await existingScreen(db, token, "display");
    reply.setCookie(COOKIE, token, attributes);
    return goOn(reply, DISPLAY);
  });

  app.get(DISPLAY, page, async (request, reply) => {
    const screen = await existingScreen(db, request.cookies[COOKIE], "display");
    reply.setCookie(COOKIE, request.cookies[COOKIE] as string, attributes);
    await seen(screen);
    return sendPage(reply, displayPage({ state: "waiting", office: screen.office.name }, reader));
  });

  app.get(`${DISPLAY}/events`, { schema: { hide: true }, exposeHeadRoute: false }, async (request, reply) => {
    const screen = await existingScreen(db, request.cookies[COOKIE], "display");
    const { office, id } = screen;
    if ((streams.get(id) ?? 0) >= MOST_STREAMS) throw new Refusal(429, "rate-limited", { values: { seconds: 30 } });
    await seen(screen);
    const { body, send, end } = openEventStream(reply, () => {
      countStream(id, -1);
      leave();
    });
    countStream(id, 1);
    const leave = boards.follow(office, {
      onView: ({ board, screens }) => {
        if (screens.includes(id)) return send(boardText(board, release, clock()));
        // Its key was taken away.
        send("event: gone\ndata: {}\n\n");
        end();
      },
      end,
    });
    return reply.header("x-accel-buffering", "no").type("text/event-stream; charset=utf-8").send(body);
  });

  const seen = ({ office, id }: ExistingScreen) =>
    db.write({ office: office.id }, (tx) => noteScreenSeen(tx, office.id, id, clock()));
}

const answerOnDisplay = (reader: PageReader) => (error: unknown, request: FastifyRequest, reply: FastifyReply) => {
  const { status } = noticedRefusal(error, request, reply);
  return sendPage(reply, displayPage({ state: status === 404 ? "gone" : "offline", office: "" }, reader), status);
};
