import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { apiKeyFor, PARTNER_API, PRINTER_API, PUBLIC_API } from "../src/platform/http/contract/published.ts";
import { LANGUAGES } from "../src/text/languages.ts";
import { aBookingDesk, type BookingDesk } from "./booking-desk.ts";
import { type Route, routeTable } from "./route-table.ts";
import { aWalletWorld, type WalletWorld } from "./wallet/wallet-world.ts";
import type { World } from "./world.ts";

/** What is sent is looked at only once it is known who sends it. */
let all: WalletWorld;
let world: World;
let desk: BookingDesk;
let routes: readonly Route[];
beforeAll(async () => {
  all = await aWalletWorld();
  world = all.world;
  desk = await aBookingDesk(world);
  routes = routeTable(world.app);
});
afterAll(() => all.close());

/** What anybody may ask, because a browser must before it is signed in, or a machine that watches. */
const OPEN = [
  "/openapi.json",
  "/healthz",
  "/readyz",
  "/sign-in",
  "/sign-in.css",
  "/sign-out",
  "/signed-out",
  "/callback",
  "/paper.css",
  "/paper.js",
  "/wall.css",
  // By the key of a try alone, whose program is nobody's browser.
  "/wallet/requests/:id",
  "/wallet/answers/:id",
];

/** Pages of citizens, who never sign in here, and of the screens at entrances; in each language. */
const CITIZENS = new RegExp(
  `^(/(${LANGUAGES.join("|")}))?/((book|link|calendar|entrance|display|line)([/*-]|$)|(privacy|accessibility)$)`,
);

const MALFORMED: readonly Readonly<Record<string, unknown>>[] = [
  { payload: "{", headers: { "content-type": "application/json" } },
  { payload: { [`x${"y".repeat(30)}`]: 1 } },
  { payload: "<a/>", headers: { "content-type": "application/xml" } },
  { payload: "{}", headers: { "content-type": "application/json", "content-length": "99999999" } },
];

const addressOf = ({ path }: Route, office: string): string =>
  `${path.replace(":office", office).replace(/:\w+/g, "%00no")}?no-such-parameter=1`;

test("every route below /api but the public ones, which only tell, answers a stranger 401, whatever the stranger sends; the others are few and named", async () => {
  expect(routes.length).toBeGreaterThan(90);
  // The pages' own files are there only once they are built.
  const others = new Set(
    routes.map(({ path }) => path).filter((path) => path !== "*" && !path.startsWith("/api/") && !CITIZENS.test(path)),
  );
  expect([...others].toSorted()).toEqual(OPEN.toSorted());
  const isForAnybody = ({ path }: Route) => path.startsWith(PUBLIC_API) && apiKeyFor(path) === null;
  const isOthers = (route: Route) => route.path.startsWith("/api/") && !isForAnybody(route);
  expect(routes.filter((route) => isForAnybody(route) && !["GET", "HEAD"].includes(route.method))).toEqual([]);
  for (const keyed of [PARTNER_API, PRINTER_API]) expect(routes.some(({ path }) => path.startsWith(keyed))).toBe(true);
  for (const route of routes.filter(isOthers))
    for (const malformed of MALFORMED) {
      const reply = await world.app.inject({
        ...malformed,
        method: route.method as "GET",
        url: addressOf(route, desk.office.code),
      });
      expect(reply.statusCode, `${route.method} ${route.path} ${JSON.stringify(malformed)}`).toBe(401);
    }
});

describe("a clerk of another office", () => {
  test("gets the 404 of an office that does not exist, whatever the clerk sends", async () => {
    const { cookie } = await world.aClerk(await world.anOffice());
    const ofOffices = routes.filter(({ path }) => path.startsWith("/api/") && path.includes("/:office"));
    expect(ofOffices.length).toBeGreaterThan(60);
    for (const route of ofOffices)
      for (const malformed of MALFORMED) {
        const reply = await world.app.inject({
          ...malformed,
          method: route.method as "GET",
          url: addressOf(route, desk.office.code),
          headers: { ...(malformed.headers as object), cookie, "sec-fetch-site": "same-origin" },
        });
        expect(reply.statusCode, `${route.method} ${route.path} ${JSON.stringify(malformed)}`).toBe(404);
      }
  });
});
