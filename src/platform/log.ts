import { type Logger, pino } from "pino";

/** Nothing personal is logged: no cookie, no query of a sign-in, no body, no address of a citizen. */
export const createLogger = (level = "info"): Logger =>
  pino({
    level,
    serializers: {
      req: (request) => ({ method: request.method, path: String(request.url).split("?")[0] }),
      err: ({ name, message, code, stack }: Error & { code?: unknown }) => ({ name, message, code, stack }),
    },
    redact: ["req.headers", "res.headers"],
  });
