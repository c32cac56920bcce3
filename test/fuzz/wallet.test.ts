import { afterAll, beforeAll, expect, test } from "vitest";
import { moveToken } from "../../src/public-booking/wallet/move.ts";
import { type Random, randomOf } from "../../trial/seed/random.ts";
import { aCitizen, type Citizen } from "../citizen.ts";
import { type Route, routeTable } from "../route-table.ts";
import { aWalletWorld, beginWallet, type WalletWorld } from "../wallet/wallet-world.ts";
import { CONTENT_TYPES, COOKIES, HEADERS, PATH_PIECES, RAW_BODIES, TEXTS } from "./garbage.ts";

/** The wallet's pages, and what wallets themselves ask: no contract names them, and anybody may send them anything. */
const SEED = process.env.FUZZ_SEED ?? "1";
const CALLS = 600;
const CALLS_OF_ONE = 25;
const FORM = "application/x-www-form-urlencoded";
const COOKIE_NAMES = ["__Host-booking", "__Host-wallet"];

let wallets: WalletWorld;
let routes: readonly Route[];
let citizen: Citizen;
/** Of a try that waits, and of a drawing that leads somewhere */
let keys: readonly string[];
beforeAll(async () => {
  wallets = await aWalletWorld({ RATE_LIMIT_SIGN_IN_PER_MINUTE: "1000000" });
  routes = routeTable(wallets.world.app).filter(({ path }) => path.includes("/wallet"));
});
afterAll(() => wallets.close());

/** Some of the calls end what they were given. */
async function begin(): Promise<void> {
  const { world } = wallets;
  const office = await world.anOffice();
  await world.owner.query("update queue set is_public = true where office_id = $1", [office.id]);
  citizen = aCitizen(world);
  await citizen.choose(office, "2026-11-25", "09:00");
  const id = new URL(await beginWallet(citizen)).searchParams.get("request_uri")?.split("/").at(-1) ?? "";
  await citizen.send("/book/wallet/elsewhere", {});
  keys = [id, await moveToken(world.db, citizen.cookie() ?? "")];
}

test(`${CALLS} calls of the wallet's routes, most with something wrong, are answered in words, and nothing of them may be kept`, async () => {
  const random = randomOf("fuzz of wallets", SEED);
  const statuses = new Map<number, number>();
  const wrong: string[] = [];
  for (let number = 1; number <= CALLS; number++) {
    if (number % CALLS_OF_ONE === 1) await begin();
    const route = random.pick(routes);
    const call = callOf(route, random);
    const reply = await wallets.world.app.inject(call);
    const faults = faultsOf(reply);
    if (faults.length > 0)
      wrong.push(
        `${number}: ${faults.join(", ")}\n${route.path} ${JSON.stringify(call).slice(0, 1_000)}\n${reply.body}`,
      );
    statuses.set(reply.statusCode, (statuses.get(reply.statusCode) ?? 0) + 1);
  }
  expect(wrong.slice(0, 5), `${wrong.length} calls of FUZZ_SEED=${SEED} went wrong`).toEqual([]);
  for (const status of [200, 303, 400, 403, 404, 415]) expect([status, statuses.has(status)]).toEqual([status, true]);
});

function callOf({ method, path }: Route, random: Random) {
  const piece = () => random.pick(random.chance(0.5) ? keys : PATH_PIECES.filter((each) => !/^(\.|%2e)*$/.test(each)));
  const sends = method === "POST";
  const query = random.chance(0.5) ? `?response_code=${encodeURIComponent(text(random))}` : "";
  return {
    method: method as "GET",
    url: path.replace(/:\w+/g, piece) + query,
    headers: {
      ...(random.chance(0.8) && { "sec-fetch-site": "same-origin" }),
      cookie: random.chance(0.7) ? ownCookies(random) : random.pick(COOKIES),
      ...(sends && { "content-type": random.chance(0.8) ? FORM : random.pick(CONTENT_TYPES) }),
      ...(random.chance(0.3) && random.pick(HEADERS)),
    },
    ...(sends && { payload: random.chance(0.7) ? sentForm(random) : random.pick(RAW_BODIES) }),
  };
}

const text = (random: Random): string => random.pick(random.chance(0.3) ? keys : TEXTS).toWellFormed();

/** As the browser has them; now and then one of them is none of its own. */
const ownCookies = (random: Random): string =>
  COOKIE_NAMES.map(
    (name) => `${name}=${random.chance(0.8) ? citizen.kept(name) : encodeURIComponent(text(random))}`,
  ).join("; ");

function sentForm(random: Random): string {
  const fields = ["response", "error", "state", "mark"].filter(() => random.chance(0.4));
  return new URLSearchParams(fields.map((name) => [name, text(random)])).toString();
}

function faultsOf({ statusCode, headers, body }: Awaited<ReturnType<WalletWorld["world"]["app"]["inject"]>>): string[] {
  const type = String(headers["content-type"]);
  const isInWords = /^(text\/html|application\/problem\+json)/.test(type) || body === '{"error":"invalid_request"}';
  const faults = [
    statusCode >= 500 && "a fault of the server",
    statusCode >= 400 && body !== "" && !isInWords && `neither a page nor a problem: ${type}`,
    headers["cache-control"] !== "no-store" && "may be kept",
    headers["x-content-type-options"] !== "nosniff" && "may be sniffed",
    !String(headers["content-security-policy"]).startsWith("default-src 'none'") && "no content-security-policy",
  ];
  return faults.filter((fault) => fault !== false);
}
