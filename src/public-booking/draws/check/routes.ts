import type { FastifyReply } from "fastify";
import type { App } from "../../../platform/http/server.ts";
import { ADDRESS } from "../../frame/address.ts";
import type { PagesDeps } from "../../frame/deps.ts";
import { PAGE, sendPage } from "../../frame/requests.ts";
import { drawCheckPage } from "./page.ts";

/** «Έλεγχος κλήρωσης», where this server does nothing but give the page. */
export function drawCheckRoutes(app: App, { reader }: Pick<PagesDeps, "reader">): void {
  app.get(ADDRESS.drawCheck, { ...PAGE, schema: { hide: true } }, async (_request, reply: FastifyReply) =>
    sendPage(reply, drawCheckPage(reader)),
  );
}
