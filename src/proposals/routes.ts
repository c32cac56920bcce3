import type { App } from "../platform/http/server.ts";
import { exceptionRoutes } from "./exception-routes.ts";
import { queueRoutes } from "./queue-routes.ts";
import type { RuleDeps } from "./routes-common.ts";
import { taskRoutes } from "./task-routes.ts";

/** «Διαχείριση ουρών εξυπηρέτησης» (circular §Γ). */
export async function ruleRoutes(app: App, deps: RuleDeps): Promise<void> {
  await queueRoutes(app, deps);
  await exceptionRoutes(app, deps);
  await taskRoutes(app, deps);
}
