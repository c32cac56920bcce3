import type { Random } from "../../trial/seed/random.ts";
import {
  CONTENT_TYPES,
  COOKIES,
  DATES,
  HEADERS,
  IF_MATCHES,
  KEYS,
  NUMBERS,
  PATH_PIECES,
  RAW_BODIES,
  TEXTS,
  TIMES,
  VALUES,
} from "./garbage.ts";
import type { Operation, Schema } from "./operations.ts";

/** A call that could be right, with something wrong in up to three places. */
export interface Call {
  method: string;
  path: string;
  query: [string, string][];
  headers: Record<string, string>;
  body: unknown;
  raw?: string;
}

/** What exists, for calls to name. */
export interface Known {
  readonly desks: readonly { readonly office: string; readonly cookie: string; readonly ids: readonly string[] }[];
}

export function callOf(operation: Operation, known: Known, random: Random): Call {
  const call = plausible(operation, known, random);
  for (
    let faults = random.weighted<number>([
      [0, 2],
      [1, 6],
      [2, 3],
      [3, 1],
    ]);
    faults > 0;
    faults--
  ) {
    random.pick(FAULTS)(call, random);
  }
  return call;
}

function plausible(operation: Operation, known: Known, random: Random): Call {
  // Mostly her own office and its appointments: what is refused at the gate reaches nothing behind it.
  const [caller, place] = [random.pick(known.desks), random.pick(known.desks)];
  const isOwn = random.chance(0.9);
  const { office, ids } = isOwn ? caller : place;
  const parameters: Record<string, string> = { office, id: random.pick(ids), date: date(random) };
  return {
    method: operation.method,
    path: operation.path.replace(/\{(\w+)\}/g, (_, name) => parameters[name] ?? "1"),
    query: operation.query.filter(() => random.chance(0.7)).map((name) => [name, String(plausibleValue(name, random))]),
    headers: {
      ...(random.chance(0.95) && { cookie: caller.cookie }),
      "sec-fetch-site": "same-origin",
      ...(random.chance(0.95) && { "idempotency-key": random.chance(0.1) ? "again" : random.uuid() }),
      ...(random.chance(0.95) && { "if-match": `"${random.whole(1, 4)}"` }),
    },
    body: operation.body ? sample(operation.body, "", random) : undefined,
  };
}

function sample(schema: Schema, name: string, random: Random): unknown {
  if (schema.enum) return random.pick(schema.enum);
  const kinds = schema.anyOf ?? schema.oneOf;
  if (kinds) return sample(random.pick(kinds), name, random);
  if (schema.const !== undefined) return schema.const;
  const type = typeof schema.type === "string" ? schema.type : random.pick(schema.type ?? ["null"]);
  if (type === "object") return sampleObject(schema, random);
  if (type === "array") return schema.items ? [sample(schema.items, name, random)] : [];
  if (type === "boolean") return random.chance(0.5);
  return type === "null" ? null : plausibleValue(name, random);
}

function sampleObject({ properties = {}, required = [] }: Schema, random: Random): Record<string, unknown> {
  const names = Object.keys(properties).filter((name) => required.includes(name) || random.chance(0.4));
  return Object.fromEntries(names.map((name) => [name, sample(properties[name] as Schema, name, random)]));
}

const date = (random: Random): string => `2026-11-${random.whole(24, 30)}`;

function plausibleValue(name: string, random: Random): unknown {
  if (/date|from|^to$/.test(name)) return date(random);
  if (name === "time") return `${random.whole(10, 14)}:${random.pick(["00", "15", "30", "45"])}`;
  if (name === "queue") return random.whole(1, 2);
  if (name === "service") return random.pick(["signature", "vehicle"]);
  if (name === "phone") return "6944123456";
  if (name === "email") return "eleni@example.gr";
  if (name === "afm") return "094259216";
  if (name === "desk") return random.uuid();
  if (name === "order") return random.pick(["time", "queue"]);
  if (name === "phones") return random.pick(["none", "masked", "whole"]);
  if (name === "language") return random.pick(["el", "en"]);
  return "Παπαδοπούλου";
}

type Fault = (call: Call, random: Random) => void;

const FAULTS: readonly Fault[] = [inField, inField, inField, inPath, inQuery, inHeader, inBody, inMethod];

function inField(call: Call, random: Random): void {
  call.body ??= {};
  const fields = random.pick(groupsIn(call.body)) as Record<string, unknown>;
  const name = random.pick([
    ...Object.keys(fields),
    random.pick(["isAdmin", "version", "status", "constructor", "office"]),
  ]);
  if (random.chance(0.15)) delete fields[name];
  else fields[name] = wrong(name, random);
}

/** The body itself, and what it holds of groups and lists */
const groupsIn = (value: unknown): object[] =>
  typeof value === "object" && value !== null ? [value, ...Object.values(value).flatMap(groupsIn)] : [];

const wrong = (name: string, random: Random): unknown => random.pick(random.chance(0.7) ? fitting(name) : VALUES);

function fitting(name: string): readonly unknown[] {
  if (name === "date") return DATES;
  if (name === "time") return TIMES;
  return name === "queue" ? NUMBERS : TEXTS;
}

function inPath(call: Call, random: Random): void {
  const pieces = call.path.split("/");
  const at = random.whole(Math.min(3, pieces.length - 1), pieces.length - 1);
  pieces[at] = random.pick(random.chance(0.5) ? PATH_PIECES : DATES.map(encodeURIComponent));
  call.path = pieces.join("/");
}

function inQuery(call: Call, random: Random): void {
  const name = random.pick([...call.query.map(([key]) => key), "from", "queue", "__proto__", "x"]);
  const values = /from|to/.test(name) ? DATES : TEXTS;
  call.query.push([name, String(random.pick(values))]);
  if (random.chance(0.6)) call.query = [...new Map(call.query)];
}

function inHeader(call: Call, random: Random): void {
  const { headers } = call;
  const change = random.whole(1, 5);
  if (change === 1) headers["if-match"] = random.pick(IF_MATCHES);
  else if (change === 2) headers["idempotency-key"] = random.pick(KEYS);
  else if (change === 3) headers.cookie = random.pick(COOKIES);
  else if (change === 4) Object.assign(headers, random.pick(HEADERS));
  else delete headers[random.pick(Object.keys(headers))];
}

function inBody(call: Call, random: Random): void {
  if (random.chance(0.3)) call.headers["content-type"] = random.pick(CONTENT_TYPES);
  if (random.chance(0.8)) call.raw = random.pick(RAW_BODIES);
}

function inMethod(call: Call, random: Random): void {
  if (random.chance(0.5))
    call.method = random.pick(["PUT", "DELETE", "POST", "PATCH", "GET", "HEAD", "OPTIONS", "TRACE", "QUERY"]);
}
