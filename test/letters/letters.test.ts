import { afterAll, beforeAll, expect, test } from "vitest";
import { EVENT_KINDS } from "../../src/appointments/contract.ts";
import { MAIL_KINDS } from "../../src/outbox/planned.ts";
import { CALL_REASONS } from "../../src/proposals/contract.ts";
import { aMailServer, type MailServer } from "../mail-desk.ts";
import { setServerClock } from "../server-clock.ts";
import { setClock } from "../set-clock.ts";
import { aTaxisnet } from "../taxisnet.ts";
import { aWalletWorld, type WalletWorld } from "../wallet/wallet-world.ts";
import { NOW, type World } from "../world.ts";
import { PROGRAM } from "./by-itself.ts";
import { CITIZEN } from "./citizen.ts";
import { CLERK } from "./clerk.ts";
import { CLERK_ON_PAPER } from "./clerk-papers.ts";
import { EARLIER } from "./earlier.ts";
import { FREE_WISHES } from "./free-wish.ts";
import { HEAD } from "./head.ts";
import { LETTERS } from "./inbox.ts";
import { filesThatChange, workers } from "./inventory.ts";
import { MINISTRY } from "./ministry.ts";
import { playAct } from "./play-act.ts";
import { logRequests, type RequestLog, writeRoutes } from "./request-log.ts";
import { SYSTEM } from "./system.ts";
import { type Row, rowsOfDocument } from "./table.ts";
import { CHANGING_FILES, ROUTES_WITHOUT_LETTERS, WORKERS_WITHOUT_LETTERS } from "./without-letters.ts";

/**
 * Every act that changes an appointment, and what its citizen receives: docs/letters.md, row by row, each done as whoever does
 * it, up to the letter that arrives. What the program can do is asked of the program: an act without a row is found.
 */

const ACTS = [
  ...CLERK,
  ...CLERK_ON_PAPER,
  ...HEAD,
  ...MINISTRY,
  ...CITIZEN,
  ...EARLIER,
  ...FREE_WISHES,
  ...SYSTEM,
  ...PROGRAM,
];
const rows = await rowsOfDocument();

let wallets: WalletWorld;
let world: World;
let server: MailServer;
let taxisnet: Awaited<ReturnType<typeof aTaxisnet>>;
/** Of the acts themselves, without what is there before */
let log: RequestLog;
beforeAll(async () => {
  taxisnet = await aTaxisnet();
  wallets = await aWalletWorld({ ...taxisnet.settings, WALLET_ASKS_NUMBER: "true" });
  world = wallets.world;
  await setServerClock(world.owner, NOW);
  server = await aMailServer(world);
  log = logRequests(world);
});
afterAll(async () => {
  await wallets.close();
  await server.close();
  await taxisnet.stop();
});

test("each act has its row in the document, in the same order", () => {
  expect(ACTS.map(({ who, act }) => `${who} ${act}`)).toEqual(rows.map(({ name }) => name));
});

test.each(ACTS)("$who $act", async (act) => {
  const row = await playAct({ wallets, server, log }, act);
  expect(row).toEqual(rows.find(({ name }) => name === row.name));
});

test("nothing more comes hours later", async () => {
  const before = server.smtp.count();
  await setClock(world, NOW.add({ hours: 8 }));
  await server.delivered();
  expect(server.smtp.count()).toBe(before);
});

test("every request that writes is one of these acts, or touches no appointment", () => {
  const routes = writeRoutes(world.app);
  expect(ROUTES_WITHOUT_LETTERS.filter((route) => !routes.includes(route))).toEqual([]);
  expect(routes.filter((route) => !log.has(route) && !ROUTES_WITHOUT_LETTERS.includes(route))).toEqual([]);
});

test("everything that the program does by itself is one of these acts, or touches no appointment", async () => {
  const acting = new Set(ACTS.flatMap(({ by }) => by ?? []));
  expect([...acting, ...WORKERS_WITHOUT_LETTERS].toSorted()).toEqual(await workers());
});

test("every file that changes an appointment, or plans a letter or a call, is reached by one of these acts", async () => {
  expect(Object.keys(CHANGING_FILES).toSorted()).toEqual(await filesThatChange());
  const names = rows.map(({ name }) => name);
  expect(Object.values(CHANGING_FILES).filter((name) => !names.includes(name))).toEqual([]);
});

test("every kind of event, letter and call that there is has been seen", async () => {
  const seen = (of: (row: Row) => string) => rows.flatMap((row) => of(row).split(/[,;] /));
  expect(new Set(seen(({ history }) => history)).difference(new Set(["—"]))).toEqual(new Set(EVENT_KINDS));
  const received = seen(({ email, phone, neither }) => `${email}; ${phone}; ${neither}`).join("\n");
  expect(LETTERS.filter((kind) => !new RegExp(`(^|: )${kind}\\b(?!-)`, "m").test(received))).toEqual([]);
  expect(CALL_REASONS.filter((why) => !received.includes(`call (${why})`))).toEqual([]);
  const planned = await world.owner.query("select distinct kind from mail");
  expect(new Set(planned.rows.map(({ kind }) => kind))).toEqual(new Set(MAIL_KINDS));
});
