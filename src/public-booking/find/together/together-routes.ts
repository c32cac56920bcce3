import type { App } from "../../../platform/http/server.ts";
import { ADDRESS } from "../../frame/address.ts";
import type { PagesDeps } from "../../frame/deps.ts";
import { goOn, PAGE, sendPage } from "../../frame/requests.ts";
import { requireVisitText } from "../../longest-visit.ts";
import { readAtOpenedOffice } from "../../opened-office.ts";
import { findService } from "../services-found.ts";
import { togetherQuery } from "../wish.ts";
import { peopleOfText, textOfPeople } from "./people.ts";
import { togetherAtOffice } from "./together.ts";
import { togetherPage } from "./together-page.ts";

/** Several people and services, put together before an office and a time are chosen. */
export function togetherRoutes(app: App, { lookDb, clock, reader }: PagesDeps): void {
  const page = { ...PAGE, schema: { hide: true, querystring: togetherQuery } };
  app.get(ADDRESS.together(), page, async (request, reply) => {
    const { service: text, office, with: added } = request.query;
    if (text !== null) requireVisitText(text, office);
    if (text !== null && added.length > 0) {
      const service = textOfPeople([...peopleOfText(text), added]);
      return goOn(reply, reader.path(ADDRESS.together({ service, office: office ?? undefined })));
    }
    const service = await findService(lookDb, text);
    if (!service) return goOn(reply, reader.path(ADDRESS.services(undefined, office === null ? {} : { office })));
    const asked = { service: service.code, now: clock() };
    const at =
      office === null
        ? null
        : await readAtOpenedOffice(lookDb, office, (tx, opened) => togetherAtOffice(tx, opened, asked));
    return sendPage(reply, togetherPage({ service, at }, reader));
  });
}
