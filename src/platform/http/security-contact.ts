import type { Config } from "../config.ts";
import { type Clock, instantOf, localDay } from "../time.ts";
import type { App } from "./server.ts";

type Settings = Pick<Config, "SECURITY_CONTACT" | "SECURITY_CONTACT_UNTIL" | "PUBLIC_BASE_URL">;

/** Whom to tell of a weakness (RFC 9116), as long as somebody answers there; without the setting there is no such file. */
export function securityContactRoute(app: App, settings: Settings, clock: Clock): void {
  const { SECURITY_CONTACT: contact, SECURITY_CONTACT_UNTIL: until, PUBLIC_BASE_URL: site } = settings;
  if (contact === undefined || until === undefined) return;
  const expires = instantOf(localDay(Temporal.PlainDate.from(until)).to);
  const path = "/.well-known/security.txt";
  const lines = [
    `Contact: ${contact}`,
    `Expires: ${expires.toString({ smallestUnit: "second" })}`,
    "Preferred-Languages: el, en",
    ...(site ? [`Canonical: ${new URL(path, site).href}`] : []),
  ];
  app.get(path, { schema: { hide: true } }, async (_, reply) => {
    if (Temporal.Instant.compare(clock(), expires) >= 0) return reply.callNotFound();
    return reply
      .type("text/plain; charset=utf-8")
      .header("cache-control", "no-cache")
      .send(`${lines.join("\n")}\n`);
  });
}
