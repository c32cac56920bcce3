import type { Readable } from "node:stream";
import { isDeepStrictEqual } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { PUBLIC_API } from "../../src/platform/http/contract/published.ts";
import { problemResponse } from "../../src/platform/http/problem.ts";
import { randomOf } from "../../trial/seed/random.ts";
import { type SmtpStandIn, startSmtp } from "../../trial/stand-ins/smtp.ts";
import { aBookingDesk } from "../booking-desk.ts";
import { aWorld, type World } from "../world.ts";
import { type Call, callOf } from "./calls.ts";
import { type Operation, operationsOf } from "./operations.ts";

/** `FUZZ_SEED=… FUZZ_CALLS=… npx vitest run test/fuzz` repeats what failed; `npm run trust` tries others, and longer. */
const SEED = process.env.FUZZ_SEED ?? "1";
const CALLS = Number(process.env.FUZZ_CALLS ?? 1_000);

let smtp: SmtpStandIn;
let world: World;
let known: { readonly desks: { readonly office: string; readonly cookie: string; readonly ids: string[] }[] };
beforeAll(async () => {
  smtp = await startSmtp();
  world = await aWorld({ SMTP_URL: smtp.url });
  known = { desks: [await aBusyDesk(), await aBusyDesk()] };
  // One of them is a clerk; the other may do all that there is.
  await world.owner.query(`with head as (update employee set is_ministry = true where id = (select max(id) from employee) returning id)
    insert into membership (office_id, employee_id, role)
    select office_id, employee_id, 'administrator' from membership join head on head.id = employee_id`);
});
afterAll(async () => {
  await world.close();
  await smtp.stop();
});

async function aBusyDesk() {
  const desk = await aBookingDesk(world);
  const times = ["11:00", "11:15", "11:30", "11:45", "12:00"];
  const booked = await Promise.all(times.map((time) => desk.booked(time)));
  await desk.act(booked[1].id, "arrival");
  await desk.act(booked[2].id, "cancellation", { version: 1 });
  return { office: desk.office.code, cookie: desk.clerk.cookie, ids: booked.map(({ id }) => id as string) };
}

test(`${CALLS} calls, most with something wrong, get the answer that is declared, and a refused one leaves nothing`, async () => {
  const random = randomOf("fuzz", SEED);
  const operations = await operationsOf(world.app);
  const statuses = new Map<number, number>();
  const wrong: string[] = [];
  const written = await tallying();
  let rows = await written();
  for (let number = 1; number <= CALLS; number++) {
    const operation = random.pick(operations);
    const call = callOf(operation, known, random);
    const reply = await send(operation, call);
    const rowsNow = await written();
    const faults = faultsOf(operation, call, reply);
    if (reply.statusCode >= 400 && !isDeepStrictEqual(rowsNow, rows))
      faults.push(`written: ${JSON.stringify([rows, rowsNow])}`);
    if (faults.length > 0) wrong.push(`${number}: ${faults.join(", ")}\n${told(call, reply)}`);
    rows = rowsNow;
    if (reply.statusCode === 201) remember(JSON.parse(reply.body));
    statuses.set(reply.statusCode, (statuses.get(reply.statusCode) ?? 0) + 1);
  }
  expect(wrong.slice(0, 5), `${wrong.length} calls of FUZZ_SEED=${SEED} went wrong`).toEqual([]);
  // Calls that all fail at the gate would prove nothing.
  for (const status of [200, 201, 400, 401, 404, 409, 412, 422, 428])
    expect(statuses.get(status), String(status)).toBeGreaterThan(0);
});

const remember = ({ office, id }: { office: string; id: string }) =>
  known.desks.find((desk) => desk.office === office)?.ids.push(id);

/**
 * What whoever asks leaves behind, refused or not: a session, a search, how often it guessed, and what was refused in the audit;
 * and what is announced of the call before takes its row away some milliseconds later.
 */
const LEFT_BEHIND = [
  "session",
  "search_under_way",
  "limit_count",
  "audit_entry",
  "audit_subject",
  "audit_unsealed",
  "announcement",
];

type Rows = Readonly<Record<string, unknown>>;

/** Of each other table how many rows it has, and by which transaction the last was written. */
async function tallying(): Promise<() => Promise<Rows>> {
  const { rows } = await world.owner.query<{ name: string }>(
    "select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and relname <> all($1)",
    [LEFT_BEHIND],
  );
  const tallies = rows.map(
    ({ name }) => `(select json_build_array(count(*), max(xmin::text::bigint)) from ${name}) as ${name}`,
  );
  const tally = { name: "tally", text: `select ${tallies.join(", ")}` };
  return async () => (await world.owner.query(tally)).rows[0];
}

const told = (call: Call, { statusCode, body }: Reply): string =>
  `${JSON.stringify(call).slice(0, 1_500)}\n${statusCode} ${body.slice(0, 1_000)}`;

interface Reply {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

async function send({ isStream }: Operation, { method, path, query, headers, body, raw }: Call): Promise<Reply> {
  const search = query.map((pair) => pair.map((text) => encodeURIComponent(text.toWellFormed())).join("=")).join("&");
  const payload = raw ?? (body === undefined ? undefined : JSON.stringify(body));
  const reply = await world.app.inject({
    method: method as "GET",
    payloadAsStream: isStream,
    url: search ? `${path}?${search}` : path,
    headers: { ...(payload !== undefined && { "content-type": "application/json" }), ...headers },
    ...(payload !== undefined && { payload }),
  });
  const { statusCode } = reply;
  return { statusCode, headers: reply.headers, body: isStream ? await beginningOf(reply.stream()) : reply.body };
}

/** The first of what a stream says; then nobody listens any more. */
async function beginningOf(stream: Readable): Promise<string> {
  for await (const chunk of stream) return String(chunk);
  return "";
}

/** "." and ".." are resolved before any server sees them: that is another operation's address. */
const leadsElsewhere = ({ path }: Call): boolean => /\/(\.|%2e){1,2}(\/|$)/i.test(path);

const valueIn = (body: string): unknown => (body === "" ? undefined : JSON.parse(body));

/** What anybody may know may be kept by anybody; that there was a fault may not. */
const isOpenData = ({ path }: Operation, { statusCode }: Reply): boolean =>
  path.startsWith(PUBLIC_API) && statusCode === 200;

/** Of an answer with which something comes; where nothing has changed a browser goes by what it has. */
const openToBrowsers = ({ headers }: Reply) => [
  !headers["content-security-policy"]?.toString().includes("default-src 'none'") && "no content-security-policy",
  headers["x-content-type-options"] !== "nosniff" && "may be sniffed",
];

function faultsOf(operation: Operation, call: Call, reply: Reply): string[] {
  const status = reply.statusCode;
  const faults = [
    status >= 500 && "a fault of the server",
    status < 200 && "no answer",
    ...(status === 304 ? [] : openToBrowsers(reply)),
    reply.headers["cache-control"] !== "no-store" && !isOpenData(operation, reply) && "may be kept",
    status >= 400 && call.method !== "HEAD" && !isPageForPerson(operation, call, reply) && problemFault(reply, call),
    status < 300 && call.method === operation.method && !leadsElsewhere(call) && successFault(operation, reply),
  ];
  return faults.filter((fault) => typeof fault === "string");
}

/** A page that the contract names, for whoever asked for one. */
const isPageForPerson = ({ refusalTypes }: Operation, { headers }: Call, reply: Reply): boolean =>
  Boolean((refusalTypes[reply.statusCode] ?? refusalTypes.default)?.includes("text/html")) &&
  headers.accept === "text/html" &&
  reply.body.startsWith("<!doctype html>");

function problemFault(reply: Reply, { headers }: Call): string | null {
  if (!/^application\/problem\+json/.test(String(reply.headers["content-type"]))) return "no problem document";
  const { success, data } = problemResponse.safeParse(valueIn(reply.body));
  if (!success) return "another problem document than declared";
  const sentences = [data.title, ...(data.errors ?? []).map(({ message }) => message)];
  const isGreek = !/^\s*en\b/.test(headers["accept-language"] ?? "");
  const isSaid = sentences.every(
    (text) => !/^(problem|field)\.|\{\{|undefined/.test(text) && (!isGreek || /[Α-ώ]/.test(text)),
  );
  return isSaid && data.status === reply.statusCode ? null : "words are missing";
}

function successFault({ success, isStream, isPage, isTable }: Operation, reply: Reply): string | null {
  const schema = success[String(reply.statusCode)];
  if (!schema) return "a status that is not declared";
  const { error } = schema.safeParse(isStream || isPage || isTable ? reply.body : valueIn(reply.body));
  return error ? `not as declared: ${error.message}` : null;
}
