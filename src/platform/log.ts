import { type DestinationStream, type Logger, pino } from "pino";

/** Whoever reads a log can't use the links that were sent to people. */
const withoutKeys = (path: string): string => path.replaceAll(/(?<=\/)[\w-]{43}(?=\/|$)/g, "…");

/** Pino's number for it */
const WARN = 40;

/** What is told as a whole, and not each time by whom it befalls */
type Covers = (error: unknown, failure: string | undefined) => boolean;

/** Nothing personal is logged: no cookie, no query of a sign-in, no body, no address of a citizen. */
export const createLogger = (level = "info", output?: DestinationStream, covers: Covers = () => false): Logger =>
  pino(
    {
      level,
      hooks: {
        logMethod(args, method, number) {
          const fields: unknown = args[0];
          const error =
            number === WARN && typeof fields === "object" && fields !== null && "err" in fields
              ? fields.err
              : undefined;
          if (error === undefined || !covers(error, args[1])) method.apply(this, args);
        },
      },
      serializers: {
        req: (request) => ({ method: request.method, path: withoutKeys(String(request.url).split("?")[0] ?? "") }),
        err: ({ name, message, code, stack }: Error & { code?: unknown }) => ({ name, message, code, stack }),
      },
      redact: ["req.headers", "res.headers"],
    },
    output,
  );
