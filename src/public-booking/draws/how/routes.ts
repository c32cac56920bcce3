import type { FastifyReply } from "fastify";
import { currentTerms } from "../../../draws/terms/current-terms.ts";
import type { App } from "../../../platform/http/server.ts";
import { ADDRESS } from "../../frame/address.ts";
import type { PagesDeps } from "../../frame/deps.ts";
import { PAGE, sendPage } from "../../frame/requests.ts";
import { howPage } from "./page.ts";

export function drawHowRoutes(app: App, { lookDb, reader }: Pick<PagesDeps, "lookDb" | "reader">): void {
  app.get(ADDRESS.drawHow, { ...PAGE, schema: { hide: true } }, async (_request, reply: FastifyReply) =>
    sendPage(reply, howPage(await currentTerms(lookDb), reader)),
  );
}
