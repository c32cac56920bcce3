import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import type { Appointment } from "../../appointments/contract.ts";
import type { CitizensOffice } from "../../identity/citizens/citizens-office.ts";
import { atTime } from "../../kit/dates.ts";
import { baseOf } from "../../platform/http/base.ts";
import { serveHashedAssets } from "../../platform/http/hashed-assets.ts";
import { limitTries } from "../../platform/http/limits/shared-limits.ts";
import type { App } from "../../platform/http/server.ts";
import { dateOf } from "../../platform/time.ts";
import { hashOfToken } from "../../platform/token.ts";
import type { PageReader } from "../../public-booking/frame/reader.ts";
import { goOn, sendPage } from "../../public-booking/frame/requests.ts";
import { inEachLanguage } from "../../public-booking/languages/in-each-language.ts";
import { lineNow } from "../../waiting/place/line-now.ts";
import { makeOwnKey } from "../../waiting/place/own-key.ts";
import { arriveByCode } from "../arrive.ts";
import { numberPage, placeAddress } from "../number/number-page.ts";
import { doorsPage } from "../number/pages.ts";
import { numberRoutes } from "../number/routes.ts";
import { lineView, placeView } from "../place/place-view.ts";
import { CODE, codeIn, ENTRANCE } from "../rules.ts";
import { noteScreenSeen } from "../sql.ts";
import { KIOSK_SCRIPT, KIOSK_STYLE } from "./assets.ts";
import { type AtScreen, newPlaceKey, placeKeyIn, screenKeyIn, screenOf, setScreenKey } from "./at-screen.ts";
import type { EntranceDeps } from "./deps.ts";
import { arrivalPage, askingPage, type CodeFault } from "./pages.ts";
import { answerOnScreen, troubleOnScreen } from "./trouble.ts";

/** As fast as people follow each other through a door; guesses are no more. */
const MOST_A_MINUTE = 30;
/** A code with blanks, and something over */
const LONGEST_TYPED = 20;

/** The screen at an office's entrance, at which whoever has an appointment says that they have come. */
export async function entrancePages(app: App, deps: EntranceDeps): Promise<void> {
  serveHashedAssets(app, [KIOSK_STYLE, KIOSK_SCRIPT]);
  await inEachLanguage(app, deps, (pages, reader) => {
    // A citizen's page of what went wrong would lead whoever stands there away from the screen's own.
    pages.register(async (screens) => {
      const comeAgain = { comeAgainPage: () => troubleOnScreen(503, deps.clock(), reader).markup };
      screens.addHook("onRoute", (route) => {
        route.config = { ...route.config, ...comeAgain };
      });
      screens.setErrorHandler((error, request, reply) => answerOnScreen(error, request, reply, { ...deps, reader }));
      screenRoutes(screens as App, deps, reader);
      numberRoutes(screens as App, deps, reader);
    });
  });
}

function screenRoutes(app: App, { db, clock, config, promises }: EntranceDeps, reader: PageReader): void {
  const tries = limitTries(
    { db, clock },
    { name: "codes at an entrance", max: MOST_A_MINUTE, minutes: 1, of: (request) => screenKeyIn(request) ?? "" },
  );
  const page = { schema: { hide: true } };
  const screenAt = (request: FastifyRequest): Promise<AtScreen> => screenOf(db, screenKeyIn(request));

  app.get(
    `${ENTRANCE}/:token`,
    { schema: { hide: true, params: z.object({ token: z.string() }) } },
    async (request, reply) => {
      await screenOf(db, request.params.token);
      setScreenKey(reply, request.params.token);
      return goOn(reply, reader.path(ENTRANCE));
    },
  );

  app.get(ENTRANCE, page, async (request, reply) => {
    const token = screenKeyIn(request);
    const at = await screenAt(request);
    setScreenKey(reply, token as string);
    // The script that only asks whether we are there must not begin anew.
    if (request.method === "GET") newPlaceKey(reply);
    await db.write({ office: at.office.id }, (tx) => noteScreenSeen(tx, at.office.id, at.id, clock()));
    if (!at.terms.givesNumbers) return show(reply, at, "");
    return sendPage(reply, doorsPage({ terms: at.terms, waiting: await waitingAt(at) }, clock(), reader));
  });

  app.get(CODE, page, async (request, reply) => show(reply, await screenAt(request), ""));

  const post = { schema: { hide: true, body: z.looseObject({}) } };
  app.post(ENTRANCE, post, async (request, reply) => {
    const at = await screenAt(request);
    const { code: typed, digit, ok, refused } = sent.parse(request.body);
    if (ok === undefined && digit !== undefined) return show(reply, at, withKey(typed, digit, refused !== undefined));
    const code = codeIn(typed);
    if (code === null) return show(reply, at, digitsIn(typed), "incomplete");
    await tries(request);
    const now = clock();
    const arrival = await db.write({ office: at.office.id }, (tx) =>
      arriveByCode(tx, at.office, { code, now, atCounter: false }),
    );
    if (arrival.is === "unknown") return show(reply, at, code, "unknown");
    if (!("appointment" in arrival))
      return sendPage(reply, arrivalPage({ office: at.terms, arrival }, clock(), reader));
    return welcome(request, reply, at, arrival.appointment);
  });

  /** Who has come has a number by which they are called, and a place of their own to see it. */
  async function welcome(
    request: FastifyRequest,
    reply: FastifyReply,
    { office, terms }: AtScreen,
    { id: visit, time }: Appointment,
  ): Promise<FastifyReply> {
    const now = clock();
    const token = await ownToken(request, reply, office, visit);
    const view = await db.read({ office: office.id }, (tx) => lineView(tx, office, { now, promises }));
    const seen = placeView(view, { visit, now, on: "screen" });
    if (!seen || seen.place.number === null)
      return sendPage(reply, arrivalPage({ office: terms, arrival: { is: "known", time } }, now, reader));
    const address = placeAddress(baseOf(request, config.PUBLIC_BASE_URL), token, reader);
    const lead = {
      title: reader.t("entrance.noted"),
      text: reader.t("entrance.wait", { at: atTime(time, reader.language) }),
    };
    return sendPage(reply, numberPage({ ...seen, terms, address, lead }, now, reader));
  }

  /** Of whoever stands there, unless it is somebody's who stood there before. */
  async function ownToken(request: FastifyRequest, reply: FastifyReply, office: CitizensOffice, visit: string) {
    const key = placeKeyIn(request);
    const now = clock();
    const isOwn = (hash: Buffer) =>
      db.write({ office: office.id }, (tx) => makeOwnKey(tx, office, { hash, visit, now }));
    if (key && (await isOwn(key.hash))) return key.token;
    const token = newPlaceKey(reply);
    await isOwn(hashOfToken(token) as Buffer);
    return token;
  }

  const waitingAt = async ({ office }: AtScreen): Promise<number> =>
    (await db.read({ office: office.id }, (tx) => lineNow(tx, office, dateOf(clock())))).waiting.length;

  async function show(reply: FastifyReply, at: AtScreen, typed: string, fault: CodeFault | null = null) {
    const { terms } = at;
    const { givesNumbers } = terms;
    const asking = { office: terms, typed, fault, waiting: await waitingAt(at), givesNumbers };
    return sendPage(reply, askingPage(asking, clock(), reader), fault ? 422 : 200);
  }
}

const text = z.string().max(LONGEST_TYPED).catch("");
const sent = z.object({
  code: text,
  digit: z
    .string()
    .regex(/^[\dx]$/)
    .optional()
    .catch(undefined),
  ok: z.string().optional().catch(undefined),
  refused: z.string().optional().catch(undefined),
});

const digitsIn = (typed: string): string => typed.replaceAll(/\D/g, "").slice(0, 9);

/** The first digit after a code that was not recognised begins another. */
function withKey(typed: string, key: string, isRefused: boolean): string {
  const digits = digitsIn(typed);
  if (key === "x") return digits.slice(0, -1);
  return isRefused ? key : digitsIn(`${digits}${key}`);
}
