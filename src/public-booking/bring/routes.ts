import { z } from "zod";
import type { App } from "../../platform/http/server.ts";
import { VISIT_CASES } from "../../text/to-bring.ts";
import { oneOfficeQuery } from "../find/wish.ts";
import { ADDRESS } from "../frame/address.ts";
import type { PagesDeps } from "../frame/deps.ts";
import { goOn, PAGE, sendPage } from "../frame/requests.ts";
import { namedService, placeOfCode } from "../office-sql.ts";
import { bringPage } from "./page.ts";

const bringQuery = oneOfficeQuery.extend({
  office: z
    .string()
    .regex(/^\d{4}[Α-Ω]?$/)
    .nullish()
    .catch(null),
  case: z.enum(VISIT_CASES).catch("self"),
});

export function bringRoutes(app: App, { lookDb, reader }: PagesDeps): void {
  const bring = { ...PAGE, schema: { hide: true, querystring: bringQuery } };
  app.get(ADDRESS.bring(), bring, async ({ query }, reply) => {
    const service = query.service ? await namedService(lookDb.nation, query.service) : null;
    if (!service) return goOn(reply, reader.path(ADDRESS.services()));
    const place = query.office ? await placeOfCode(lookDb.nation, query.office) : null;
    return sendPage(reply, bringPage({ service, place, chosen: query.case }, reader));
  });
}
