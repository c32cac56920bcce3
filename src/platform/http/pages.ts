import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import fastifyStatic from "@fastify/static";
import type { FastifyRequest } from "fastify";
import { Refusal } from "../refusal.ts";
import { sendProblem } from "./problem.ts";
import type { App } from "./server.ts";

const FOLDER = fileURLToPath(new URL("../../../dist/web/", import.meta.url));

/** The built staff application: hashed assets for a year, and its one page for every address that is not the API's. */
export async function pages(app: App): Promise<void> {
  const page = await readFile(`${FOLDER}index.html`).catch(() => null);
  if (page)
    await app.register(fastifyStatic, {
      root: `${FOLDER}assets`,
      prefix: "/assets/",
      immutable: true,
      maxAge: "365d",
      index: false,
    });
  else app.log.warn("the pages are not built; only the API answers");
  app.setNotFoundHandler((request, reply) => {
    if (!page || !wantsPage(request)) return sendProblem(new Refusal(404, "not-found"), request, reply);
    return reply.type("text/html; charset=utf-8").send(page);
  });
}

const wantsPage = ({ method, url, headers }: FastifyRequest): boolean =>
  method === "GET" && !/^\/(api|assets)\//.test(url) && headers.accept?.includes("text/html") === true;
