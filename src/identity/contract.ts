import { z } from "zod";

export const ROLES = ["administrator", "operator"] as const;
export type Role = (typeof ROLES)[number];

export const meResponse = z.object({
  employee: z.object({ id: z.int(), lastName: z.string(), firstName: z.string(), ministry: z.boolean() }),
  offices: z.array(z.object({ code: z.string(), name: z.string(), roles: z.array(z.enum(ROLES)) })),
  /** When this session ends if nothing is done, and when it ends whatever is done; by the server's clock, which says now */
  session: z.object({ now: z.string(), idleUntil: z.string(), until: z.string() }),
  /** Stand-ins for the government's servers are running: every page says that this is a trial */
  trial: z.boolean(),
});
export type Me = z.infer<typeof meResponse>;
