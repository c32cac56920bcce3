import type { FastifyReply } from "fastify";
import type { App } from "./server.ts";

declare module "fastify" {
  interface FastifyContextConfig {
    /** Its page may ask the browser where it is */
    readonly asksPlace?: boolean;
  }
}

/** What a browser makes of an answer: it opens a page, runs a script, and only reads or keeps anything else. */
type Kind = "page" | "script" | "data";

type Headers = Readonly<Record<string, string>>;

/** Answers about people are never stored by a browser or a proxy. */
const UNSTORED = { "cache-control": "no-store" } as const;

/** Of every answer: it is read by no other site, taken for nothing that it is not, and asked for under TLS the next time. */
const EVERY = {
  ...UNSTORED,
  "strict-transport-security": "max-age=31536000; includeSubDomains",
  "x-content-type-options": "nosniff",
  "cross-origin-resource-policy": "same-origin",
} as const;

/** Nothing from elsewhere, nothing inline. */
const DIRECTIVES = {
  "default-src": "'none'",
  "script-src": "'self'",
  "style-src": "'self'",
  "img-src": "'self' data:",
  "font-src": "'self'",
  "connect-src": "'self'",
  "manifest-src": "'self'",
  "base-uri": "'none'",
  "frame-ancestors": "'none'",
  "form-action": "'self'",
} as const;

type Directive = keyof typeof DIRECTIVES;

const policyOf = (...names: readonly Directive[]): string =>
  names.map((name) => `${name} ${DIRECTIVES[name]}`).join(";");

/** The last of it is where forms may be sent. */
const PAGE_POLICY = policyOf(...(Object.keys(DIRECTIVES) as Directive[]));

/** What a browser offers and no page of ours ever asks for. */
const NEVER = ["camera", "microphone", "payment", "usb", "serial", "hid", "browsing-topics"]
  .map((feature) => `${feature}=()`)
  .join(", ");

/**
 * By this table every answer goes, also one that is sent past all hooks. Data whose address is opened becomes a page in which
 * nothing may be; a worker goes by the policy of its script, not of its page.
 */
export const HEADERS_OF: Readonly<Record<Kind, Headers>> = {
  page: {
    ...EVERY,
    "content-security-policy": PAGE_POLICY,
    "cross-origin-opener-policy": "same-origin",
    "origin-agent-cluster": "?1",
    "permissions-policy": `${NEVER}, geolocation=()`,
    // "no-referrer" would make forms send "Origin: null".
    "referrer-policy": "same-origin",
    "x-frame-options": "DENY",
  },
  script: { ...EVERY, "content-security-policy": policyOf("default-src", "script-src", "frame-ancestors") },
  data: { ...EVERY, "content-security-policy": policyOf("default-src", "frame-ancestors") },
};

/** What a route says itself stays. */
export function securityHeaders(app: App, formTargets: readonly string[]): void {
  const page = {
    ...HEADERS_OF.page,
    // Signing out sends the browser on to the government's own log-out.
    "content-security-policy": [PAGE_POLICY, ...formTargets].join(" "),
  };
  const lists = {
    page: Object.entries(page),
    askingPlace: Object.entries({ ...page, "permissions-policy": `${NEVER}, geolocation=(self)` }),
    script: Object.entries(HEADERS_OF.script),
    data: Object.entries(HEADERS_OF.data),
    // A browser keeps what came with the answer that it has.
    unchanged: Object.entries(UNSTORED),
  };
  app.addHook("onSend", async ({ routeOptions }, reply) => {
    const kind = reply.statusCode === 304 ? "unchanged" : kindOf(reply);
    const asksPlace = kind === "page" && routeOptions.config?.asksPlace === true;
    for (const [name, value] of lists[asksPlace ? "askingPlace" : kind])
      if (!reply.hasHeader(name)) reply.header(name, value);
  });
}

function kindOf(reply: FastifyReply): Kind {
  const type = String(reply.getHeader("content-type") ?? "");
  if (type.startsWith("text/html")) return "page";
  return /^(text|application)\/javascript/.test(type) ? "script" : "data";
}
