import cookie from "@fastify/cookie";
import Fastify, { type FastifyBaseLogger, LogController } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import type { Config } from "../config.ts";
import { knowMethods } from "./allowed-methods.ts";
import { answerBrokenRequest } from "./broken-request.ts";
import { closeGently } from "./closing.ts";
import { declaredOnly } from "./contract/declared-only.ts";
import { strictQuery, validatorCompiler } from "./contract/validation.ts";
import { admit } from "./limits/admit.ts";
import { knowCallers } from "./limits/callers.ts";
import { limitTime } from "./limits/deadlines.ts";
import { readJson } from "./limits/json-body.ts";
import { limitRates } from "./limits/rate-limits.ts";
import { measureCaches, measureRequests } from "./metrics.ts";
import { followOwnWrites } from "./own-writes.ts";
import { answerError } from "./problem.ts";
import { logRequests } from "./request-log.ts";
import { requireSameOrigin } from "./same-origin.ts";
import { HEADERS_OF, securityHeaders } from "./security-headers.ts";
import type { App } from "./server.ts";

export interface ServerOptions {
  readonly config: Config;
  readonly logger: FastifyBaseLogger;
  /** Hosts that forms may be sent on to, besides our own */
  readonly formTargets: readonly string[];
}

/** A request is small: the longest is an appointment with its notes. */
const BODY_LIMIT = 64 * 1024;

/** Until a request has arrived whole, however slowly it is sent */
const RECEIVE_MS = 15_000;

/** An HTTP server that answers every error as a problem document; it has no routes yet. */
export async function createServer({ config, logger, formTargets }: ServerOptions): Promise<App> {
  const app = Fastify({
    loggerInstance: logger,
    bodyLimit: BODY_LIMIT,
    trustProxy: config.TRUST_PROXY === undefined ? false : trustedProxies(config.TRUST_PROXY),
    logController: new LogController({ disableRequestLogging: true }),
    requestTimeout: RECEIVE_MS,
    http: { headersTimeout: RECEIVE_MS, requestTimeout: RECEIVE_MS, connectionsCheckingInterval: 1_000 },
    routerOptions: { maxParamLength: 200 },
    forceCloseConnections: "idle",
    // A request that came before the connection closed is served; the answer says that it closes.
    return503OnClosing: false,
    frameworkErrors: (error, request, reply) => answerError(error, request, reply.headers(HEADERS_OF.data)),
    clientErrorHandler: answerBrokenRequest,
  }).withTypeProvider<ZodTypeProvider>() as App;
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(declaredOnly);
  app.setErrorHandler(answerError);
  logRequests(app);
  knowMethods(app);
  limitTime(app);
  readJson(app);
  await app.register(cookie);
  knowCallers(app);
  followOwnWrites(app);
  admit(app, config);
  securityHeaders(app, formTargets);
  await limitRates(app, config);
  measureRequests(app);
  measureCaches(app.metrics);
  closeGently(app);
  strictQuery(app);
  // After whoever asks is known, before the body is read.
  app.addHook("preParsing", async (request) => requireSameOrigin(request, config.PUBLIC_BASE_URL));
  return app;
}

/** "true", "false", how many proxies stand before us, or their addresses. */
function trustedProxies(text: string): boolean | string | ((address: string, hop: number) => boolean) {
  if (text === "true" || text === "false") return text === "true";
  return /^\d+$/.test(text) ? (_address, hop) => hop < Number(text) : text;
}
