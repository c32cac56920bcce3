import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import fastifyStatic from "@fastify/static";
import { Refusal } from "../refusal.ts";
import { sendProblem } from "./problem.ts";
import type { App } from "./server.ts";

const FOLDER = fileURLToPath(new URL("../../../dist/web/", import.meta.url));

/** The built staff application: hashed assets for a year, and its one page for every address that is not the API's. */
export async function pages(app: App): Promise<void> {
  if (!existsSync(FOLDER)) {
    app.log.warn("the pages are not built; only the API answers");
    return;
  }
  await app.register(fastifyStatic, {
    root: `${FOLDER}assets`,
    prefix: "/assets/",
    immutable: true,
    maxAge: "365d",
    index: false,
  });
  app.setNotFoundHandler(async (request, reply) => {
    const isPage =
      request.method === "GET" &&
      !/^\/(api|assets)\//.test(request.url) &&
      request.headers.accept?.includes("text/html");
    if (!isPage) return sendProblem(new Refusal(404, "not-found"), request, reply);
    return reply.type("text/html; charset=utf-8").send(await readFile(`${FOLDER}index.html`));
  });
}
