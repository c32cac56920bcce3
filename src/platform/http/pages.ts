import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import fastifyStatic from "@fastify/static";
import type { FastifyRequest } from "fastify";
import { Refusal } from "../refusal.ts";
import { sendProblem } from "./problem.ts";
import type { App } from "./server.ts";

export const BUILT_PAGES = fileURLToPath(new URL("../../../dist/web/", import.meta.url));

export interface Pages {
  isPage(path: string): boolean;
  /** It begins as one of them does: that there is none is said by the application */
  isOfApplication(path: string): boolean;
  /** Of every other address that there is not: a page for whoever came to it */
  unknownPage(request: FastifyRequest): Promise<string>;
  hasSession(request: FastifyRequest): boolean;
  readonly trial: boolean;
}

/**
 * The built staff application: hashed assets for a year, and its one page for each of its addresses. A browser that asks
 * for another one gets a page that says that there is none; whoever else asks is told so. The application's page says when
 * there is no session, so that it need not ask and be refused, and whether this is a trial.
 */
export async function pages(
  app: App,
  folder: string,
  { isPage, isOfApplication, unknownPage, hasSession, trial }: Pages,
): Promise<void> {
  const isBuilt = existsSync(`${folder}index.html`);
  if (isBuilt) {
    app.addHook("onRoute", (route) => {
      route.config = { ...route.config, signsIn: true };
    });
    await app.register(fastifyStatic, {
      root: `${folder}assets`,
      prefix: "/assets/",
      immutable: true,
      maxAge: "365d",
      index: false,
      preCompressed: true,
    });
  } else app.log.warn("the pages are not built; only the API answers");
  app.setNotFoundHandler(async (request, reply) => {
    const path = pathOf(request);
    const isOurs = isPage(path);
    if (!isOurs && !isOfApplication(path) && wantsPage(request))
      return reply
        .code(404)
        .type(HTML)
        .send(await unknownPage(request));
    const allowed = app.allowedMethods(path);
    if (allowed.length > 0)
      return sendProblem(new Refusal(405, "method-not-allowed"), request, reply.header("allow", allowed.join(", ")));
    if (!isBuilt || !isReading(request) || !(isOurs || wantsPage(request)))
      return sendProblem(new Refusal(404, "not-found"), request, reply);
    // Read anew, since its hashed assets change with every build.
    const page = await readFile(`${folder}index.html`, "utf8");
    return reply
      .code(isOurs ? 200 : 404)
      .type(HTML)
      .send(
        page.replace(
          "<html",
          `<html${trial ? ' data-trial="yes"' : ""}${hasSession(request) ? "" : ' data-session="none"'}`,
        ),
      );
  });
}

const HTML = "text/html; charset=utf-8";

const pathOf = ({ url }: FastifyRequest): string => url.replace(/[?#].*$/s, "");

const isReading = ({ method }: FastifyRequest): boolean => method === "GET" || method === "HEAD";

/** Programs ask for /robots.txt and the like; only a person who followed a link, or pressed on an old page, wants to see one. */
const wantsPage = (request: FastifyRequest): boolean =>
  !/^\/(api|assets)\//.test(request.url) &&
  !/\.\w+$/.test(pathOf(request)) &&
  request.headers.accept?.includes("text/html") === true;
