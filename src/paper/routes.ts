import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { administeredOffice, operableOffice } from "../identity/office-access.ts";
import { ofOffice, problems, type StaffRouteDeps } from "../identity/staff-routes.ts";
import { calendarDate } from "../platform/date-schemas.ts";
import type { App } from "../platform/http/server.ts";
import { Refusal } from "../platform/refusal.ts";
import type { Html } from "../platform/text/html.ts";
import { answerPage } from "./answer/page.ts";
import { printAnswer } from "./answer/print-answer.ts";
import { assetRoutes } from "./assets.ts";
import { callsPage } from "./calls/page.ts";
import { printCalls } from "./calls/print-calls.ts";
import { answerParams, daySheetParams, leftForm, lineRuleParams, sheetOfferResponse, sheetParams } from "./contract.ts";
import { dayPage } from "./day/page.ts";
import { printDay } from "./day/print-day.ts";
import { leftPage } from "./left/page.ts";
import { printLeft } from "./left/print-left.ts";
import { rulePage } from "./line/page.ts";
import { ruleOnWall } from "./line/print-rule.ts";
import { putOfferAway, sheetOffer } from "./offer.ts";
import { readerOf } from "./reader.ts";
import { answerRefused } from "./refused.ts";
import { slipPage } from "./slip/page.ts";
import { printSlip } from "./slip/print-slip.ts";

export interface PaperDeps extends StaffRouteDeps {
  /** Stand-ins for the government's servers are running */
  readonly trial: boolean;
}

/** What is printed: pages made here and complete without a script. */
export async function paperRoutes(app: App, deps: PaperDeps): Promise<void> {
  assetRoutes(app);
  offerRoutes(app, deps);
  // A refused print has an answer of its own.
  await app.register(async (sheets) => sheetRoutes(sheets as App, deps));
}

const ofDate = ofOffice.extend({ date: calendarDate });
const PRINT = { config: { isPrint: true }, exposeHeadRoute: false };
const page = { description: "A page to print", content: { "text/html": { schema: z.string() } } };

/** Each of these writes, for whatever is printed is recorded: a HEAD must not, and it answers our own pages only. */
function sheetRoutes(app: App, deps: PaperDeps): void {
  const { db, clock, authenticate, trial } = deps;
  const response = { 200: page, ...problems };
  app.setErrorHandler((error, request, reply) => answerRefused(deps, error, request, reply));
  app.addHook("onRequest", async (request) => requireOwnLink(request));

  const dayOptions = { ...PRINT, schema: { params: ofDate, querystring: daySheetParams, response } };
  app.get("/api/offices/:office/day-sheets/:date", dayOptions, async (request, reply) => {
    const office = operableOffice(await authenticate(request), request.params.office);
    const wish = { ...request.query, date: Temporal.PlainDate.from(request.params.date) };
    const sheet = await db.write({ office: office.id }, (tx) => printDay(tx, office, wish, clock()));
    return sendPage(reply, dayPage(sheet, readerOf(request, trial)));
  });

  const wholeOptions = { ...PRINT, schema: { hide: true, querystring: z.looseObject({}) } };
  app.get("/api/offices/:office/day-sheets", wholeOptions, async () => {
    throw new Refusal(400, "print-one-day");
  });

  const slipOptions = {
    ...PRINT,
    schema: { params: ofOffice.extend({ id: z.string() }), querystring: sheetParams, response },
  };
  app.get("/api/offices/:office/appointments/:id/slip", slipOptions, async (request, reply) => {
    const office = operableOffice(await authenticate(request), request.params.office);
    const slip = await db.write({ office: office.id }, (tx) => printSlip(tx, office, request.params.id, clock()));
    return sendPage(reply, slipPage(slip, readerOf(request, trial)));
  });

  const answerOptions = { ...PRINT, schema: { params: ofOffice, querystring: answerParams, response } };
  app.get("/api/offices/:office/audit/answer", answerOptions, async (request, reply) => {
    const office = administeredOffice(await authenticate(request), request.params.office);
    const answer = await db.write({ office: office.id }, (tx) =>
      printAnswer(tx, office, request.query.appointment, clock()),
    );
    return sendPage(reply, answerPage(answer, readerOf(request, trial)));
  });

  const callsOptions = { ...PRINT, schema: { params: ofDate, querystring: sheetParams, response } };
  app.get("/api/offices/:office/call-lists/:date/sheet", callsOptions, async (request, reply) => {
    const office = operableOffice(await authenticate(request), request.params.office);
    const date = Temporal.PlainDate.from(request.params.date);
    const sheet = await db.write({ office: office.id }, (tx) => printCalls(tx, office, date, clock()));
    return sendPage(reply, callsPage(sheet, readerOf(request, trial)));
  });

  const ruleOptions = { ...PRINT, schema: { params: ofOffice, querystring: lineRuleParams, response } };
  app.get("/api/offices/:office/line-rule", ruleOptions, async (request, reply) => {
    const office = operableOffice(await authenticate(request), request.params.office);
    const rule = await db.read({ office: office.id }, (tx) => ruleOnWall(tx, office, clock()));
    return sendPage(reply, rulePage(rule, request.query.size, readerOf(request, trial)));
  });

  leftRoute(app, deps);
}

/** Longer than five hundred rows of a diary, each Greek letter in six characters. */
const LEFT_BODY_LIMIT = 2 * 1024 * 1024;

/** What it prints is nowhere but on the page that asks: it comes with the question, in a form. */
function leftRoute(app: App, { db, clock, authenticate, trial }: PaperDeps): void {
  app.addContentTypeParser("application/x-www-form-urlencoded", { parseAs: "string" }, (_request, text: string, done) =>
    done(null, Object.fromEntries(new URLSearchParams(text))),
  );
  const options = {
    config: PRINT.config,
    bodyLimit: LEFT_BODY_LIMIT,
    schema: { hide: true, params: ofOffice, querystring: sheetParams, body: leftForm },
  };
  app.post("/api/offices/:office/diary-left-sheets", options, async (request, reply) => {
    const office = operableOffice(await authenticate(request), request.params.office);
    const sheet = await db.write({ office: office.id }, (tx) => printLeft(tx, office, request.body.rows, clock()));
    return sendPage(reply, leftPage(sheet, readerOf(request, trial)));
  });
}

const sendPage = (reply: FastifyReply, { markup }: Html): FastifyReply =>
  reply.type("text/html; charset=utf-8").send(markup);

/** A link on another site would print something in a clerk's name. Typed addresses come from nowhere. */
function requireOwnLink({ headers }: FastifyRequest): void {
  const { "sec-fetch-site": site = "none" } = headers;
  if (site !== "none" && site !== "same-origin") throw new Refusal(403, "cross-site");
}

function offerRoutes(app: App, { db, clock, authenticate }: PaperDeps): void {
  const options = { schema: { params: ofOffice, response: { 200: sheetOfferResponse, ...problems } } };
  app.get("/api/offices/:office/sheet-offer", options, async (request) => {
    const office = operableOffice(await authenticate(request), request.params.office);
    return db.read({ office: office.id }, (tx) => sheetOffer(tx, office, clock()));
  });
  app.delete("/api/offices/:office/sheet-offer", options, async (request) => {
    const office = operableOffice(await authenticate(request), request.params.office);
    return db.write({ office: office.id }, (tx) => putOfferAway(tx, office, clock()));
  });
}
