import type { App } from "../../src/platform/http/server.ts";
import { LANGUAGES } from "../../src/text/languages.ts";
import { routeTable } from "../route-table.ts";
import type { World } from "../world.ts";

/** Which of the program's routes acts go by. */

const READING = ["GET", "HEAD", "OPTIONS"];
const LANGUAGE = new RegExp(`^/(${LANGUAGES.join("|")})(?=/)`);

/** All that may write, each page once, whatever its language. */
export const writeRoutes = (app: App): string[] => [
  ...new Set(
    routeTable(app)
      .filter(({ method }) => !READING.includes(method))
      .map(({ method, path }) => `${method} ${path.replace(LANGUAGE, "")}`),
  ),
];

export interface RequestLog {
  has(route: string): boolean;
  /** What is asked by it, and not refused, is logged. */
  record(act: () => Promise<unknown>): Promise<void>;
}

export function logRequests(world: World): RequestLog {
  const { app } = world;
  const patterns = writeRoutes(app).map(
    (route) => [route, new RegExp(`^${route.replaceAll(/:\w+/g, "[^/]+")}$`)] as const,
  );
  const logged = new Set<string>();
  let isRecording = false;
  const inject = app.inject.bind(app);
  Object.assign(app, {
    inject: async (options: { readonly method: string; readonly url: string }) => {
      const response = await inject(options as never);
      const path = options.url.replace(/\?.*/, "").replace(LANGUAGE, "");
      const request = `${options.method} ${path}`;
      if (isRecording && response.statusCode < 400)
        for (const [route, pattern] of patterns) if (pattern.test(request)) logged.add(route);
      return response;
    },
  });
  return {
    has: (route) => logged.has(route),
    record: async (act) => {
      isRecording = true;
      await act().finally(() => {
        isRecording = false;
      });
    },
  };
}
