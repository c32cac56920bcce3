import { type DestinationStream, type Logger, pino } from "pino";

/** Whoever reads a log can't use the links that were sent to people. */
const withoutKeys = (path: string): string => path.replaceAll(/(?<=\/)[\w-]{43}(?=\/|$)/g, "…");

/** Nothing personal is logged: no cookie, no query of a sign-in, no body, no address of a citizen. */
export const createLogger = (level = "info", output?: DestinationStream): Logger =>
  pino(
    {
      level,
      serializers: {
        req: (request) => ({ method: request.method, path: withoutKeys(String(request.url).split("?")[0] ?? "") }),
        err: ({ name, message, code, stack }: Error & { code?: unknown }) => ({ name, message, code, stack }),
      },
      redact: ["req.headers", "res.headers"],
    },
    output,
  );
