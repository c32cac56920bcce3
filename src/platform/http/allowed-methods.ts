import type { App } from "./server.ts";

declare module "fastify" {
  interface FastifyInstance {
    /** By which an address of the interface can be asked; none: there is no such address */
    allowedMethods(path: string): readonly string[];
  }
}

/** Notes of every route of the interface by which methods it is asked, for whoever asks by another. */
export function knowMethods(app: App): void {
  const routes: { readonly shape: RegExp; readonly methods: readonly string[] }[] = [];
  app.addHook("onRoute", ({ url, method }) => {
    if (url.startsWith("/api/")) routes.push({ shape: shapeOf(url), methods: [method].flat() });
  });
  app.decorate("allowedMethods", (path) => [
    ...new Set(routes.flatMap(({ shape, methods }) => (shape.test(path) ? methods : []))),
  ]);
}

/** Of a route's address, with its parameters */
const shapeOf = (url: string): RegExp =>
  new RegExp(`^${url.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/:\w+/g, "[^/]+")}$`);
