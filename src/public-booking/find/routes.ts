import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { countMissed } from "../../catalogue/missed/count-missed.ts";
import { officesOfCountry } from "../../offices/places/offices-of-country.ts";
import type { Database } from "../../platform/database/transaction.ts";
import { sendReadyPage } from "../../platform/http/ready-page.ts";
import type { App } from "../../platform/http/server.ts";
import { partyAddress } from "../../platform/networks.ts";
import { type FieldError, Refusal } from "../../platform/refusal.ts";
import type { Html } from "../../platform/text/html.ts";
import { ADDRESS } from "../frame/address.ts";
import { type PagesDeps, sessionWays } from "../frame/deps.ts";
import { asTyped } from "../frame/names.ts";
import type { PageReader } from "../frame/reader.ts";
import { goOn, markIn, PAGE, sendPage } from "../frame/requests.ts";
import { visitRetentionDays } from "../sql.ts";
import { earliestTimes } from "./earliest/earliest.ts";
import { earliestPage } from "./earliest/earliest-page.ts";
import { foundServices, isOpenAnywhere } from "./find-sql.ts";
import type { FirstTimes } from "./first-times/first-times.ts";
import { accessibilityPage } from "./legal/accessibility-page.ts";
import { easyPage } from "./legal/easy-page.ts";
import { privacyPage } from "./legal/privacy-page.ts";
import { officeFound } from "./office.ts";
import { officePage } from "./office-page.ts";
import { officesFound } from "./offices.ts";
import { officesPage, wherePage } from "./offices-page.ts";
import type { RecentPages } from "./recent-pages.ts";
import { whereHint } from "./regions.ts";
import { findService, frequentServices, servicesFound } from "./services-found.ts";
import { servicesPage } from "./services-page.ts";
import { closedStartPage, startPage } from "./start-page.ts";
import { earliestQuery, officePageQuery, officesQuery, servicesQuery, whereaboutsOf } from "./wish.ts";

interface FinderDeps extends PagesDeps {
  readonly firstTimes: FirstTimes;
  readonly recent: RecentPages;
}

/** From «Τι χρειάζεστε;» to an office. */
export function finderRoutes(
  app: App,
  { db, lookDb, clock, reader, firstTimes, recent, taxisnet, wallet }: FinderDeps,
): void {
  const looking = { db: lookDb, firstTimes };
  const page = { ...PAGE, schema: { hide: true } };
  const asksPlace = { config: { ...PAGE.config, asksPlace: true } };

  const firstPage = async (): Promise<Html> => {
    if (await isOpenAnywhere(lookDb.nation))
      return startPage(await frequentServices(lookDb.nation), sessionWays({ taxisnet, wallet }), reader);
    const services = await foundServices(lookDb.nation);
    return closedStartPage(
      services.some(({ onlineUrl }) => onlineUrl !== null),
      whereHint(await officesOfCountry(lookDb), reader),
      reader,
    );
  };
  app.get(ADDRESS.start, page, async (request, reply) => {
    const make = async () => ({ html: await firstPage(), tells: "rules" }) as const;
    return sendReadyPage(request, reply, await recent.load({ reader, key: ["start"], now: clock() }, make));
  });

  const services = { ...PAGE, schema: { hide: true, querystring: servicesQuery } };
  app.get(ADDRESS.services(), services, async (request, reply) => {
    const { query } = request;
    if (query.q) {
      const found = await servicesFound(lookDb, query, reader.language);
      await noteMissed(db, query.q, { ...found, request });
      return sendPage(reply, servicesPage(found, query, reader));
    }
    const { office, next, online, visit, person } = query;
    const key = ["services", query.q, office, next, online, visit, person];
    const make = async () => {
      const found = await servicesFound(lookDb, query, reader.language);
      return { html: servicesPage(found, query, reader), tells: "rules" } as const;
    };
    return sendReadyPage(request, reply, await recent.load({ reader, key, now: clock() }, make));
  });

  const offices = { ...asksPlace, schema: { hide: true, querystring: officesQuery } };
  app.get(ADDRESS.offices(), offices, async (request, reply) => {
    const { query } = request;
    const now = clock();
    const service = await findService(lookDb, query.service);
    const whereabouts = whereaboutsOf(query);
    if (!whereabouts) {
      const asked = { value: "", errors: whereErrors(query.where), offices: await officesOfCountry(lookDb) };
      return sendPage(reply, wherePage(service, asked, reader));
    }
    const found = await officesFound(looking, { service, whereabouts, query, now });
    if (found.count > 0) return sendPage(reply, officesPage(found, query.sort ?? null, now, reader));
    const value = whereabouts.where;
    return sendPage(
      reply,
      wherePage(service, { value, errors: unknownWhere(value, reader), offices: found.country }, reader),
    );
  });

  const office = {
    ...PAGE,
    schema: { hide: true, params: z.object({ office: z.string() }), querystring: officePageQuery },
  };
  app.get("/book/offices/:office", office, async (request, reply) => {
    const now = clock();
    const { office: code } = request.params;
    const { service: text, day: weekday } = request.query;
    const make = async () => {
      const service = await findService(lookDb, text);
      const found = await officeFound(looking, code, { service, now });
      // Of the nearest one that gives times for the service the first is told.
      const tells = found.nearest && service ? "times" : "rules";
      return { html: officePage(found, { now, weekday }, reader), tells } as const;
    };
    const key = ["office", code, text, weekday];
    return sendReadyPage(request, reply, await recent.load({ reader, key, now }, make));
  });

  const earliest = { ...asksPlace, schema: { hide: true, querystring: earliestQuery } };
  app.get(ADDRESS.earliest(), earliest, async (request, reply) => {
    const { query } = request;
    const service = await findService(lookDb, query.service);
    if (!service) return goOn(reply, reader.path(ADDRESS.services(undefined, { next: "earliest" })));
    const [now, mark] = [clock(), markIn(request)];
    const make = async () => {
      const wish = { service, whereabouts: whereaboutsOf(query), query, now };
      const found = await earliestTimes(looking, wish);
      const isUnknown = wish.whereabouts !== null && found.times === null;
      const errors = isUnknown ? unknownWhere(wish.whereabouts?.where ?? "", reader) : whereErrors(query.where);
      const html = earliestPage({ ...wish, found, errors, mark }, reader);
      return { html, tells: found.unread > 0 ? "moment" : "times" } as const;
    };
    // Its forms are of whoever has begun one.
    if (mark !== null) return sendPage(reply, (await make()).html);
    const { where, lat, lon, within, when, stepfree, page } = query;
    const key = ["earliest", query.service, where, lat, lon, within, when, stepfree, page];
    return sendReadyPage(request, reply, await recent.load({ reader, key, now }, make));
  });

  app.get(ADDRESS.easy, page, async (_request, reply) => sendPage(reply, easyPage(reader)));
  // What was typed by hand, or a link that was cut: a page of the citizens' own says so.
  app.get("/book/*", page, async () => {
    throw new Refusal(404, "not-found");
  });
  app.get(ADDRESS.privacy, page, async (_request, reply) =>
    sendPage(
      reply,
      privacyPage({ days: await visitRetentionDays(lookDb.nation), wallet: wallet?.settings ?? null }, reader),
    ),
  );
  app.get(ADDRESS.accessibility, page, async (_request, reply) => sendPage(reply, accessibilityPage(reader)));
}

interface Unknown {
  readonly unknown: readonly string[];
  readonly request: FastifyRequest;
}

/** Whoever looks for a service finds it, whether or not their words can be counted. */
async function noteMissed(db: Database, typed: string, { unknown, request }: Unknown): Promise<void> {
  try {
    await countMissed(db, { typed, unknown, asker: partyAddress(request.ip) });
  } catch (error) {
    request.log.warn({ err: error }, "a word that no service has was not counted");
  }
}

/** Sent without anything in it; null: not sent yet */
const whereErrors = (where: string | null): FieldError[] =>
  where === "" ? [{ field: "where", code: "where-required" }] : [];

const unknownWhere = (where: string, reader: PageReader): FieldError[] => [
  { field: "where", code: "where-unknown", values: { where: asTyped(where, reader) } },
];
