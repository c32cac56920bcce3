import helmet from "@fastify/helmet";
import type { App } from "./server.ts";

declare module "fastify" {
  interface FastifyContextConfig {
    /** Its page may ask the browser where it is */
    readonly asksPlace?: boolean;
  }
}

/** What a browser offers and no page of ours ever asks for. */
const NEVER = ["camera", "microphone", "payment", "usb", "serial", "hid", "browsing-topics"]
  .map((feature) => `${feature}=()`)
  .join(", ");

const DIRECTIVES = {
  "default-src": ["'none'"],
  "script-src": ["'self'"],
  "style-src": ["'self'"],
  "img-src": ["'self'", "data:"],
  "font-src": ["'self'"],
  "connect-src": ["'self'"],
  "manifest-src": ["'self'"],
  "base-uri": ["'none'"],
  "frame-ancestors": ["'none'"],
  "form-action": ["'self'"],
};

/** Of a page that is sent past all hooks */
export const PAGE_POLICY = Object.entries(DIRECTIVES)
  .map(([name, sources]) => `${name} ${sources.join(" ")}`)
  .join("; ");

/** Nothing from elsewhere, nothing inline; answers about people are never stored by a browser or a proxy. */
export async function securityHeaders(app: App, formTargets: readonly string[]): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        ...DIRECTIVES,
        // Signing out sends the browser on to the government's own log-out.
        "form-action": [...DIRECTIVES["form-action"], ...formTargets],
      },
    },
    // "no-referrer" would make forms send "Origin: null".
    referrerPolicy: { policy: "same-origin" },
    frameguard: { action: "deny" },
    strictTransportSecurity: { maxAge: 31_536_000 },
    // For browsers and readers of ten years ago: they travel with every answer, and no browser of ours reads them.
    xDownloadOptions: false,
    xPermittedCrossDomainPolicies: false,
    xDnsPrefetchControl: false,
    xXssProtection: false,
  });
  app.addHook("onSend", async (request, reply) => {
    const place = request.routeOptions.config?.asksPlace ? "(self)" : "()";
    reply.header("permissions-policy", `${NEVER}, geolocation=${place}`);
    if (!reply.hasHeader("cache-control")) reply.header("cache-control", "no-store");
  });
}
