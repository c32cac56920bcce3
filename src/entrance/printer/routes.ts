import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { requireOfferedLanguage } from "../../appointments/row/offered-languages.ts";
import { keyed, problems } from "../../identity/staff-routes.ts";
import { baseOf } from "../../platform/http/base.ts";
import { PRINTER_API } from "../../platform/http/contract/published.ts";
import { sentOnceIn } from "../../platform/http/idempotency.ts";
import { limitTries } from "../../platform/http/limits/shared-limits.ts";
import type { App } from "../../platform/http/server.ts";
import { Refusal } from "../../platform/refusal.ts";
import { dateOf, offsetText } from "../../platform/time.ts";
import { hashOfToken } from "../../platform/token.ts";
import { type PageReader, readerIn } from "../../public-booking/frame/reader.ts";
import type { CitizensLanguage } from "../../text/languages.ts";
import { ticketByKey, visitByKey } from "../../waiting/place/by-key.ts";
import { takeNumberBack } from "../../waiting/place/give-up.ts";
import { findAlternatives } from "../instead/alternatives.ts";
import { placeAddress } from "../number/number-page.ts";
import type { PlaceView } from "../place/place-view.ts";
import type { EntranceDeps } from "../screen/deps.ts";
import { buttonsOf } from "./buttons.ts";
import { type PrinterCaller, printersFirst } from "./caller.ts";
import {
  heartbeatRequest,
  heartbeatResponse,
  printDoneResponse,
  printerGroupsResponse,
  printerNumberRequest,
  printerNumberResponse,
  withdrawalResponse,
} from "./contract.ts";
import { heartbeat } from "./heartbeat.ts";
import { fullLines, numberLines } from "./lines.ts";
import { printedPlaceKey } from "./own-keys.ts";
import { confirmPrinted } from "./print-sql.ts";
import { takeNumber } from "./take-number.ts";

/** A person every second, and half as many again: an opening with sixty who all press within the minute is served */
const MOST_A_MINUTE = 90;

/** What printers of any maker ask, each with its key. Registered as a part of its own: the key is asked for nowhere else. */
export function printerRoutes(app: App, deps: EntranceDeps): void {
  const { db, clock, trial, offered, config: settings, firstTimes, promises } = deps;
  const callerOf = printersFirst(app, deps);
  app.addHook("onRequest", async () => offered.refresh());
  // Devices ask: a browser would say from which site, and no site's page has a key.
  const config = { provesItsForms: true };
  const tries = limitTries(deps, {
    name: "numbers at a printer",
    max: MOST_A_MINUTE,
    minutes: 1,
    of: (request) => callerOf(request).id,
  });
  const readerOf = (language: CitizensLanguage): PageReader => readerIn(language, trial, offered);
  const baseFor = (request: FastifyRequest) => baseOf(request, settings.PUBLIC_BASE_URL);

  const groups = { schema: { response: { 200: printerGroupsResponse, ...problems } } };
  app.get(`${PRINTER_API}groups`, groups, async (request) => {
    const printer = callerOf(request);
    const readers = offered.all().map(readerOf);
    return db.read({ office: printer.office.id }, (tx) => buttonsOf(tx, printer, readers, clock()));
  });

  const numbers = {
    config,
    schema: { headers: keyed, body: printerNumberRequest, response: { 201: printerNumberResponse, ...problems } },
  };
  app.post(`${PRINTER_API}numbers`, numbers, async (request, reply) => {
    const printer = callerOf(request);
    const { office } = printer;
    const { group, language = "el", pressedSecondsAgo = 0 } = request.body;
    const { token, hash } = pressIn(request, printer);
    const now = clock();
    const isNew = await db.read({ office: office.id }, async (tx) => {
      await requireOfferedLanguage(tx, language);
      return (await visitByKey(tx, office.id, hash, dateOf(now))) === null;
    });
    if (isNew) await tries(request);
    const press = { hash, group, pressedSecondsAgo, now, promises };
    const { terms, outcome, isRepeated } = await db.write({ office: office.id }, (tx) =>
      takeNumber(tx, printer, press),
    );
    if (isRepeated) reply.header("idempotency-replayed", "true");
    const reader = readerOf(language);
    const { dir: direction } = reader;
    if ("turnedAway" in outcome) {
      const instead = await findAlternatives({ db, firstTimes }, office, { visit: outcome.turnedAway, now });
      const qr = placeAddress(baseFor(request), token, reader);
      throw new Refusal(409, "day-full", {
        extensions: { lines: fullLines(instead, terms, now, reader), direction, qr },
      });
    }
    const { place } = outcome;
    reply.code(201);
    return {
      number: place.number ?? "",
      group,
      ahead: place.is === "waiting" ? place.ahead : null,
      lines: numberLines(outcome, terms, now, reader),
      direction,
      qr: placeAddress(baseFor(request), token, reader),
    };
  });

  const withdraw = { config, schema: { headers: keyed, response: { 200: withdrawalResponse, ...problems } } };
  app.post(`${PRINTER_API}numbers/withdrawal`, withdraw, async (request) => {
    const printer = callerOf(request);
    const { office } = printer;
    const { hash } = pressIn(request, printer);
    const now = clock();
    const withdrawn = await db.write({ office: office.id }, async (tx) => {
      const ticket = await ticketByKey(tx, office.id, hash, dateOf(now));
      return ticket !== null && takeNumberBack(tx, office, { visit: ticket.id, now });
    });
    return { withdrawn };
  });

  const live = { config, schema: { body: heartbeatRequest, response: { 200: heartbeatResponse, ...problems } } };
  app.post(`${PRINTER_API}heartbeat`, live, async (request) => {
    const printer = callerOf(request);
    const now = clock();
    const reader = readerOf("el");
    const paperOf = (seen: PlaceView, terms: Parameters<typeof numberLines>[1], token: string) => ({
      lines: numberLines(seen, terms, now, reader),
      direction: reader.dir,
      qr: placeAddress(baseFor(request), token, reader),
    });
    const beat = { ...request.body, now, promises, paperOf };
    return db.write({ office: printer.office.id }, (tx) => heartbeat(tx, printer, beat));
  });

  const done = {
    config,
    schema: { params: z.object({ id: z.uuid() }), response: { 200: printDoneResponse, ...problems } },
  };
  app.post(`${PRINTER_API}prints/:id/done`, done, async (request) => {
    const { office, id: printer } = callerOf(request);
    const { id } = request.params;
    const job = { id, printer, now: clock() };
    const printedAt = await db.write({ office: office.id }, (tx) => confirmPrinted(tx, office.id, job));
    if (!printedAt) throw new Refusal(404, "print-not-found");
    return { id, printedAt: offsetText(printedAt) };
  });
}

/** By what a press is known: of the device, of today. */
function pressIn(request: FastifyRequest, { key }: PrinterCaller): { readonly token: string; readonly hash: Buffer } {
  const token = printedPlaceKey(key, "number", sentOnceIn(request).key);
  return { token, hash: hashOfToken(token) as Buffer };
}
