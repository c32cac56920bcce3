import { afterEach, expect, test } from "vitest";
import { readConfig } from "../config.ts";
import { createLogger } from "../log.ts";
import { createServer } from "./create-server.ts";
import { securityContactRoute } from "./security-contact.ts";
import type { App } from "./server.ts";

let app: App | undefined;
afterEach(() => app?.close());

/** What is answered at that moment. */
async function answerAt(now: string, settings: Readonly<Record<string, string>>) {
  const config = readConfig({ PUBLIC_BASE_URL: "https://visits.example.gr", ...settings });
  app = await createServer({ config, logger: createLogger("silent"), formTargets: [] });
  securityContactRoute(app, config, () => Temporal.Instant.from(now));
  return app.inject("/.well-known/security.txt");
}

const settings = { SECURITY_CONTACT: "mailto:security@example.gr", SECURITY_CONTACT_UNTIL: "2027-10-31" };

test("whoever found a weakness reads whom to tell, and until when somebody answers there", async () => {
  const { statusCode, headers, body } = await answerAt("2027-10-31T21:59:59Z", settings);
  expect([statusCode, headers["content-type"]]).toEqual([200, "text/plain; charset=utf-8"]);
  expect(body.split("\n")).toEqual([
    "Contact: mailto:security@example.gr",
    // The clocks went back that night: the day ends two hours before midnight in UTC.
    "Expires: 2027-10-31T22:00:00Z",
    "Preferred-Languages: el, en",
    "Canonical: https://visits.example.gr/.well-known/security.txt",
    "",
  ]);
});

test("once the day is over, and without the setting, there is no such file", async () => {
  expect((await answerAt("2027-10-31T22:00:00Z", settings)).statusCode).toBe(404);
  await app?.close();
  expect((await answerAt("2027-10-01T00:00:00Z", {})).statusCode).toBe(404);
});

test.each([
  [{ SECURITY_CONTACT: "mailto:security@example.gr" }, "SECURITY_CONTACT goes with SECURITY_CONTACT_UNTIL"],
  [{ SECURITY_CONTACT_UNTIL: "2027-10-31" }, "SECURITY_CONTACT goes with SECURITY_CONTACT_UNTIL"],
  [{ ...settings, SECURITY_CONTACT: "security@example.gr" }, "SECURITY_CONTACT takes mailto:"],
  [{ ...settings, SECURITY_CONTACT: "mailto:a@example.gr\nContact: mailto:b@example.gr" }, "SECURITY_CONTACT takes"],
  [{ ...settings, SECURITY_CONTACT: "http://example.gr/security" }, "SECURITY_CONTACT takes"],
  [{ ...settings, SECURITY_CONTACT_UNTIL: "31/10/2027" }, "SECURITY_CONTACT_UNTIL"],
])("half a contact, or none that can be used, does not start: %o", (given, reason) => {
  expect(() => readConfig(given)).toThrow(reason);
});
