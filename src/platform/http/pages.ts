import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import fastifyStatic from "@fastify/static";
import type { FastifyRequest } from "fastify";
import { Refusal } from "../refusal.ts";
import { sendProblem } from "./problem.ts";
import type { App } from "./server.ts";

export const BUILT_PAGES = fileURLToPath(new URL("../../../dist/web/", import.meta.url));

/**
 * The built staff application: hashed assets for a year, and its one page for every address that is not the API's. The
 * page says when there is no session, so that it need not ask and be refused.
 */
export async function pages(app: App, folder: string, hasSession: (request: FastifyRequest) => boolean): Promise<void> {
  const isBuilt = existsSync(`${folder}index.html`);
  if (isBuilt)
    await app.register(fastifyStatic, {
      root: `${folder}assets`,
      prefix: "/assets/",
      immutable: true,
      maxAge: "365d",
      index: false,
      preCompressed: true,
    });
  else app.log.warn("the pages are not built; only the API answers");
  app.setNotFoundHandler(async (request, reply) => {
    if (!isBuilt || !wantsPage(request)) return sendProblem(new Refusal(404, "not-found"), request, reply);
    // Read anew, since its hashed assets change with every build.
    const page = await readFile(`${folder}index.html`, "utf8");
    return reply
      .type("text/html; charset=utf-8")
      .send(hasSession(request) ? page : page.replace("<html", '<html data-session="none"'));
  });
}

const wantsPage = ({ method, url, headers }: FastifyRequest): boolean =>
  method === "GET" && !/^\/(api|assets)\//.test(url) && headers.accept?.includes("text/html") === true;
