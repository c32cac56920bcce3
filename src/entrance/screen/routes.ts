import type { FastifyReply } from "fastify";
import { z } from "zod";
import { type CitizensOffice, officeOfCitizen } from "../../identity/citizens/citizens-office.ts";
import type { Database } from "../../platform/database/transaction.ts";
import { serveHashedAssets } from "../../platform/http/hashed-assets.ts";
import { limitTries } from "../../platform/http/limits/shared-limits.ts";
import type { App } from "../../platform/http/server.ts";
import { Refusal } from "../../platform/refusal.ts";
import type { Clock } from "../../platform/time.ts";
import { hashOfToken } from "../../platform/token.ts";
import type { PageReader } from "../../public-booking/frame/reader.ts";
import { goOn, sendPage } from "../../public-booking/frame/requests.ts";
import { inEachLanguage } from "../../public-booking/languages/in-each-language.ts";
import type { OfferedLanguages } from "../../public-booking/languages/offered-languages.ts";
import { type Arrival, arriveByCode } from "../arrive.ts";
import { codeIn, ENTRANCE } from "../rules.ts";
import { nameOfEntrance, noteScreenSeen, screenOfToken } from "../sql.ts";
import { KIOSK_SCRIPT, KIOSK_STYLE } from "./assets.ts";
import { arrivalPage, askingPage, type CodeFault } from "./pages.ts";
import { answerOnScreen, troubleOnScreen } from "./trouble.ts";

export interface EntranceDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly trial: boolean;
  readonly offered: OfferedLanguages;
}

/** The screen's own key, for as long as browsers keep one, from each time that the first page is asked for. */
const COOKIE = "__Host-entrance";
const attributes = { path: "/", secure: true, httpOnly: true, sameSite: "lax", maxAge: 400 * 86_400 } as const;

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
    });
  });
}

function screenRoutes(app: App, { db, clock }: EntranceDeps, reader: PageReader): void {
  const tries = limitTries(
    { db, clock },
    {
      name: "codes at an entrance",
      max: MOST_A_MINUTE,
      minutes: 1,
      of: (request) => request.cookies[COOKIE] ?? "",
    },
  );
  const page = { schema: { hide: true } };

  app.get(
    `${ENTRANCE}/:token`,
    { schema: { hide: true, params: z.object({ token: z.string() }) } },
    async (request, reply) => {
      await screenAt(request.params.token);
      reply.setCookie(COOKIE, request.params.token, attributes);
      return goOn(reply, reader.path(ENTRANCE));
    },
  );

  app.get(ENTRANCE, page, async (request, reply: FastifyReply) => {
    const token = request.cookies[COOKIE];
    const { office, id } = await screenAt(token);
    reply.setCookie(COOKIE, token as string, attributes);
    await db.write({ office: office.id }, (tx) => noteScreenSeen(tx, office.id, id, clock()));
    return show(reply, office, "");
  });

  const post = { schema: { hide: true, body: z.looseObject({}) } };
  app.post(ENTRANCE, post, async (request, reply: FastifyReply) => {
    const { office } = await screenAt(request.cookies[COOKIE]);
    const { code: typed, digit, ok, refused } = sent.parse(request.body);
    if (ok === undefined && digit !== undefined)
      return show(reply, office, withKey(typed, digit, refused !== undefined));
    const code = codeIn(typed);
    if (code === null) return show(reply, office, digitsIn(typed), "incomplete");
    await tries(request);
    const now = clock();
    const arrival = await db.write({ office: office.id }, (tx) =>
      arriveByCode(tx, office, { code, now, atCounter: false }),
    );
    return arrival.is === "unknown" ? show(reply, office, code, "unknown") : said(reply, office, arrival);
  });

  /** @throws Refusal 404 for a key that is none, or no more */
  async function screenAt(token: string | undefined): Promise<{ office: CitizensOffice; id: string }> {
    const tokenHash = hashOfToken(token);
    const screen = tokenHash && (await screenOfToken(db.alone, tokenHash));
    if (!screen) throw new Refusal(404, "screen-not-found");
    return { office: await officeOfCitizen(db.alone, screen.office), id: screen.id };
  }

  const nameOf = (office: CitizensOffice) => db.read({ office: office.id }, (tx) => nameOfEntrance(tx, office.id));

  async function show(reply: FastifyReply, office: CitizensOffice, typed: string, fault: CodeFault | null = null) {
    const asking = { office: await nameOf(office), typed, fault };
    return sendPage(reply, askingPage(asking, clock(), reader), fault ? 422 : 200);
  }

  async function said(reply: FastifyReply, office: CitizensOffice, arrival: Exclude<Arrival, { is: "unknown" }>) {
    return sendPage(reply, arrivalPage({ office: await nameOf(office), arrival }, clock(), reader));
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
