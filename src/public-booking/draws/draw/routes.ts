import type { FastifyReply } from "fastify";
import { z } from "zod";
import { publicDraws } from "../../../draws/public/public-draws.ts";
import type { App } from "../../../platform/http/server.ts";
import { existingService } from "../../choose/weeks.ts";
import { findService } from "../../find/services-found.ts";
import { ADDRESS } from "../../frame/address.ts";
import type { PagesDeps } from "../../frame/deps.ts";
import { PAGE, sendPage } from "../../frame/requests.ts";
import { drawNumberIn, drawView } from "../draw-view.ts";
import { resultOfDraw } from "../result/result.ts";
import { resultPage } from "../result/result-page.ts";
import { drawPage } from "./draw-page.ts";
import { drawsPage, type ListedDraw } from "./list-page.ts";

/** What anybody sees of draws: which there are, how one goes, and what came out. */
export function drawPageRoutes(app: App, { lookDb, clock, reader }: PagesDeps): void {
  const list = { ...PAGE, schema: { hide: true, querystring: z.looseObject({ service: text.optional() }) } };
  app.get(ADDRESS.draws(), list, async (request, reply: FastifyReply) => {
    const { service } = request.query;
    const draws = await publicDraws(lookDb.nation, service ?? null, clock());
    const listed = await Promise.all(
      draws.map(
        async (draw): Promise<ListedDraw> => ({ draw, service: await existingService(lookDb.nation, draw.service) }),
      ),
    );
    return sendPage(reply, drawsPage({ draws: listed, service }, reader));
  });

  const one = {
    ...PAGE,
    schema: {
      hide: true,
      params: z.object({ draw: z.string() }),
      querystring: z.looseObject({ number: text.optional() }),
    },
  };
  app.get("/draws/:draw", one, async (request, reply: FastifyReply) => {
    const now = clock();
    const seen = await drawView(lookDb, drawNumberIn(request.params.draw), now);
    if (seen.draw.stands === "drawn") {
      const typed = request.query.number;
      const result = await resultOfDraw(lookDb, seen.draw.number, typed);
      return sendPage(reply, resultPage(seen, { result, typed }, reader));
    }
    const service = await findService(lookDb, seen.draw.service);
    return sendPage(reply, drawPage(seen, service?.minutes ?? 0, reader));
  });
}

const text = z.string().max(100);
