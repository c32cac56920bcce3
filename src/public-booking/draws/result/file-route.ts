import type { FastifyReply } from "fastify";
import { z } from "zod";
import { fileOfDraw } from "../../../draws/published/published-draw.ts";
import { hasUnchanged } from "../../../platform/http/negotiation.ts";
import type { App } from "../../../platform/http/server.ts";
import { Refusal } from "../../../platform/refusal.ts";
import type { CitizensDeps } from "../../frame/deps.ts";
import { drawNumberIn } from "../draw-view.ts";

/** It grows with each event, until the last day of visits. */
const CACHE = "public, no-cache";

/** What is published of a draw, to be recomputed by anybody. */
export function drawFileRoute(app: App, { lookDb }: Pick<CitizensDeps, "lookDb">): void {
  const options = { schema: { hide: true, params: z.object({ draw: z.string() }) } };
  app.get("/draws/:draw.json", options, async (request, reply: FastifyReply) => {
    const draw = drawNumberIn(request.params.draw);
    const file = await fileOfDraw(lookDb, draw);
    if (!file) throw new Refusal(404, "draw-unknown");
    const etag = `"draw-${file.version}"`;
    reply.header("etag", etag).header("cache-control", CACHE);
    if (hasUnchanged(request, etag)) return reply.code(304).send();
    return reply
      .type("application/json; charset=utf-8")
      .header("content-disposition", `attachment; filename="klirosi-${draw}.json"`)
      .send(file.body);
  });
}
