import type { App } from "../src/platform/http/server.ts";

export interface Route {
  readonly method: string;
  /** With its parameters as they are declared: `/api/offices/:office` */
  readonly path: string;
}

/** Every route that the program has, those too that no document names. */
export function routeTable(app: App): Route[] {
  const routes: Route[] = [];
  const above: string[] = [];
  for (const line of app.printRoutes({ commonPrefix: false }).split("\n")) {
    const [, indent, piece, methods] = /^([│ ]*)[├└]── (\S+)(?: \((.+)\))?$/.exec(line) ?? [];
    if (indent === undefined || piece === undefined) continue;
    above.length = indent.length / 4;
    above.push(piece);
    for (const method of methods?.split(", ") ?? []) routes.push({ method, path: above.join("") });
  }
  return routes;
}
