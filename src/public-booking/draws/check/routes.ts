import type { FastifyReply } from "fastify";
import { z } from "zod";
import type { App } from "../../../platform/http/server.ts";
import { ADDRESS } from "../../frame/address.ts";
import type { PagesDeps } from "../../frame/deps.ts";
import { PAGE, sendPage } from "../../frame/requests.ts";
import { drawCheckPage } from "./page.ts";

/** Whose file the page is to fetch; null: none */
const draw = z
  .string()
  .regex(/^[1-9]\d{0,8}$/)
  .transform(Number)
  .nullable()
  .catch(null);

/** «Έλεγχος κλήρωσης», where this server does nothing but give the page. */
export function drawCheckRoutes(app: App, { reader }: Pick<PagesDeps, "reader">): void {
  const options = { ...PAGE, schema: { hide: true, querystring: z.looseObject({ draw }) } };
  app.get(ADDRESS.drawCheck, options, async (request, reply: FastifyReply) =>
    sendPage(reply, drawCheckPage(request.query.draw, reader)),
  );
}
