import { randomUUIDv7 } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import { factsOf } from "../src/appointments/facts-sql.ts";
import { record } from "../src/appointments/history-sql.ts";
import { lockDays } from "../src/appointments/locks.ts";
import { appointmentsBetween, insertAppointment, type NewRow, queuesOf } from "../src/appointments/sql.ts";
import { openPool } from "../src/platform/database/pool.ts";
import { databaseOf } from "../src/platform/database/transaction.ts";
import { insertAnswer } from "../src/platform/http/idempotency-sql.ts";
import { instantOf, localDay, minuteOfDay } from "../src/platform/time.ts";

/**
 * What no real application can beat: a bare node:http server with the same statements on the same database, no
 * sign-in, no validation, no rules. Arguments: application's URL of the database, port, employee's id.
 */
const [url, port, employee] = process.argv.slice(2) as [string, string, string];
const db = databaseOf(openPool(url, 20, () => {}));

const server = createServer(async (request, response) => {
  const [office, what, argument] = (request.url ?? "").slice(1).split("/") as [string, string, string];
  const answer = await answerTo(request, Number(office), what, argument).catch((error) => ({ error: String(error) }));
  response.writeHead("error" in (answer as object) ? 500 : 200, { "content-type": "application/json" });
  response.end(JSON.stringify(answer));
});
server.listen(Number(port), "127.0.0.1", () => process.stdout.write("ready\n"));

async function answerTo(request: IncomingMessage, office: number, what: string, argument: string): Promise<unknown> {
  if (what === "book") return book(office, JSON.parse(await bodyOf(request)));
  const date = Temporal.PlainDate.from(argument);
  const last = what === "month" ? date.add({ days: 29 }) : date;
  return db.read({ office }, async (tx) => {
    const facts = await factsOf(tx, office, date, last);
    if (what !== "day") return facts;
    const day = localDay(date);
    return {
      facts,
      queues: await queuesOf(tx, office, date),
      rows: await appointmentsBetween(tx, office, instantOf(day.from), instantOf(day.to)),
    };
  });
}

async function book(
  office: number,
  body: { key: string; date: string; time: string; queue: number; lastName: string },
): Promise<unknown> {
  const now = Temporal.Now.instant();
  const date = Temporal.PlainDate.from(body.date);
  const from = localDay(date).at(minuteOfDay(body.time));
  const row: NewRow = {
    id: randomUUIDv7(),
    queue: body.queue,
    starts_at: instantOf(from),
    ends_at: instantOf(from + 10),
    status: "booked",
    status_at: now,
    service: "copy-certification",
    last_name: body.lastName,
    first_name: "Ελένη",
    phone: null,
    email: null,
    party: "citizen",
    business_name: null,
    business_afm: null,
    notes: null,
    channel: "phone",
    language: "el",
    cancellation_reason: null,
    kept_by: null,
    version: 1,
    created_at: now,
    created_by: Number(employee),
  };
  return db.write({ office }, async (tx) => {
    await lockDays(tx, office, date);
    await factsOf(tx, office, date, date);
    const reference = await insertAppointment(tx, office, row);
    const booked = { ...row, reference: String(reference), transferred_to: null, created_by_name: null };
    await record(tx, office, { kind: "booked", at: now, employeeId: row.created_by }, null, booked);
    const scope = { office, employee: Number(employee), route: "floor", key: body.key, requestHash: Buffer.alloc(32) };
    await insertAnswer(tx, scope, { status: 201, body: booked }, now);
    return booked;
  });
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}
