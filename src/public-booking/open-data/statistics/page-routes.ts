import type { App } from "../../../platform/http/server.ts";
import { ADDRESS } from "../../frame/address.ts";
import type { PagesDeps } from "../../frame/deps.ts";
import { PAGE, sendPage } from "../../frame/requests.ts";
import { publishedMonths } from "./months.ts";
import { openDataPage } from "./open-data-page.ts";

/** «Ανοιχτά δεδομένα», for people. */
export function openDataPageRoutes(app: App, { lookDb, clock, reader }: PagesDeps): void {
  app.get(ADDRESS.openData, { ...PAGE, schema: { hide: true } }, async (_request, reply) =>
    sendPage(reply, openDataPage(await publishedMonths(lookDb, (path) => path, clock()), reader)),
  );
}
