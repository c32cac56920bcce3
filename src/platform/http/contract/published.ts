import { withNeededSchemas } from "./needed-schemas.ts";

/** The OpenAPI document as others read it: what the schemas of the routes can't say is added to each operation. */

/** By tag, then by method and path as in "GET /api/me": the operation's name in clients, and what it does. */
export type Operations = Readonly<Record<string, Group>>;

interface Group {
  readonly about: string;
  readonly operations: Readonly<Record<string, readonly [id: string, does: string]>>;
}

/** What others are sent, by its name. */
export type Webhooks = Readonly<Record<string, Webhook>>;

interface Webhook {
  readonly tag: string;
  readonly operation: readonly [id: string, does: string];
  /** By name, each with what it says */
  readonly headers: Readonly<Record<string, string>>;
  /** The component that the body is of */
  readonly schema: string;
}

/** What a program of somebody's reads at an address that is a key, by its path. */
export type Feeds = Readonly<Record<string, Feed>>;

interface Feed {
  readonly tag: string;
  readonly operation: readonly [id: string, does: string];
  /** What is said of the key in the path */
  readonly token: string;
  readonly media: string;
}

interface Words {
  readonly operations: Operations;
  readonly webhooks: Webhooks;
  readonly feeds: Feeds;
}

export interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: Readonly<Record<string, Readonly<Record<string, object>>>>;
}

interface Operation {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: Body;
  readonly responses: Readonly<Record<string, Response | Reference>>;
}

interface Reference {
  readonly $ref: string;
}

interface Body {
  readonly content: Readonly<Record<string, { readonly schema: { readonly anyOf?: readonly { type?: string }[] } }>>;
}

interface Parameter {
  readonly in: string;
  readonly name: string;
  readonly description?: string;
}

interface Response {
  readonly description?: string;
  readonly content?: Readonly<Record<string, object>>;
}

/** What is asked without a session: by anybody, and what lies below the others by systems and devices with a key. */
export const PUBLIC_API = "/api/public/";
export const PARTNER_API = "/api/public/v1/partner/";
export const PRINTER_API = "/api/public/v1/printer/";

/** By the address that it opens, what the contract calls a key. */
const KEY_OF: Readonly<Record<string, string>> = { [PARTNER_API]: "partnerKey", [PRINTER_API]: "printerKey" };

/** Null: without a key, by anybody or with a session. */
export const apiKeyFor = (path: string): string | null =>
  Object.entries(KEY_OF).find(([address]) => path.startsWith(address))?.[1] ?? null;

const OPTIONAL = "Optional";
const PAGE = "text/html";
const FAULT = "Fault";

/** @throws Error for a route that the operations don't name, and for a name without a route */
export function publishedDocument(document: Document, { operations: groups, webhooks, feeds }: Words): object {
  const known = new Map(
    Object.entries(groups).flatMap(([tag, { operations }]) =>
      Object.entries(operations).map(([key, [operationId, description]]) => [
        key,
        { operationId, summary: asWords(operationId), description, tags: [tag] },
      ]),
    ),
  );
  const pathsOf = Object.entries(document.paths).map(([path, methods]) => {
    const named = Object.entries(methods).map(([method, operation]) => {
      const key = `${method.toUpperCase()} ${path}`;
      const words = known.get(key);
      if (!words || !known.delete(key)) throw new Error(`The contract does not say what ${key} does.`);
      return [method, { ...words, ...completed(method, path, operation) }];
    });
    return [path, Object.fromEntries(named)];
  });
  if (known.size > 0) throw new Error(`The contract names what there is not: ${[...known.keys()].join(", ")}.`);
  return withNeededSchemas({
    ...document,
    tags: Object.entries(groups).map(([name, { about }]) => ({ name, description: about })),
    paths: {
      ...Object.fromEntries(pathsOf),
      ...Object.fromEntries(Object.entries(feeds).map(([path, feed]) => [path, readBy(feed)])),
    },
    webhooks: Object.fromEntries(Object.entries(webhooks).map(([name, webhook]) => [name, sent(webhook)])),
    components: { ...document.components, responses: PROBLEMS, headers: HEADERS },
  });
}

/** bookAppointment: "Book appointment". */
const asWords = (id: string): string =>
  id.charAt(0).toUpperCase() + id.slice(1).replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

/** Who sends it proves itself by a signature, and signs in nowhere. */
const sent = ({ tag, operation: [operationId, description], headers, schema }: Webhook) => ({
  post: {
    operationId,
    summary: asWords(operationId),
    description,
    tags: [tag],
    security: [],
    parameters: Object.entries(headers).map(([name, about]) => ({
      name,
      in: "header",
      required: true,
      description: about,
      schema: { type: "string" },
    })),
    requestBody: { required: true, content: { "application/json": { schema: ref("schemas", schema) } } },
    responses: {
      "2XX": { description: "Heard: whatever else is answered is not read" },
      "4XX": { description: "Not heard: it is sent again" },
      default: { description: "Not heard: it is sent again" },
    },
  },
});

/** Refused by a page, for a person may have opened the address. */
const readBy = ({ tag, operation: [operationId, description], token, media }: Feed) => ({
  get: {
    operationId,
    summary: asWords(operationId),
    description,
    tags: [tag],
    security: [],
    parameters: [{ name: "token", in: "path", required: true, description: token, schema: { type: "string" } }],
    responses: {
      "200": {
        description: "As it is now",
        headers: { ETag: { description: "For If-None-Match", schema: { type: "string" } } },
        content: { [media]: { schema: { type: "string" } } },
      },
      "304": { description: "As it was" },
      ...Object.fromEntries(["404", "429", "503"].map((status) => [status, inPage(NAMES[status] ?? FAULT)])),
      default: inPage(FAULT),
    },
  },
});

function completed(method: string, path: string, operation: Operation): Operation {
  const parameters = operation.parameters?.map(asRead);
  const needs = (name: string) => parameters?.some((one) => one.name === name && one.required) ?? false;
  const key = apiKeyFor(path);
  const isForAnybody = path.startsWith(PUBLIC_API) && key === null;
  const statuses = [
    "400",
    ...(isForAnybody ? [] : ["401"]),
    ...(path.includes("/ministry/") || method !== "get" ? ["403"] : []),
    ...(path.includes("{") ? ["404"] : []),
    ...(method === "get" ? [] : ["409"]),
    ...(needs("If-Match") ? ["412"] : []),
    ...(operation.requestBody ? ["413", "415", "422"] : []),
    ...(needs("If-Match") || needs("Idempotency-Key") ? ["428"] : []),
    "429",
    "503",
  ];
  const answers = Object.entries(operation.responses).filter(([status]) => /^2/.test(status));
  const problem = answers.some(([, answer]) => "content" in answer && answer.content?.[PAGE]) ? pageOrProblem : named;
  return {
    ...operation,
    ...(isForAnybody && { security: [] }),
    ...(key !== null && { security: [{ [key]: [] }] }),
    ...(parameters && { parameters }),
    ...(operation.requestBody && { requestBody: asAccepted(method, operation.requestBody) }),
    responses: {
      ...Object.fromEntries(answers.map(([status, answer]) => [status, answered(answer, status, parameters ?? [])])),
      ...unchanged(parameters),
      ...Object.fromEntries(statuses.map((status) => [status, problem(NAMES[status] ?? FAULT)])),
      default: problem(FAULT),
    },
  };
}

/** Headers are needed unless their description says otherwise: without one the answer is 428 and says which. */
function asRead(parameter: Parameter): Parameter & { readonly required?: boolean } {
  if (parameter.in !== "header") return parameter;
  const name = parameter.name.replace(/(^|-)[a-z]/g, (letter) => letter.toUpperCase());
  return { ...parameter, name, required: !parameter.description?.startsWith(OPTIONAL) };
}

/** A member that may be null may also be missing; a change may come as the merge patch that it is. */
const asAccepted = (method: string, { content }: Body) => ({
  required: !content["application/json"]?.schema.anyOf?.some(({ type }) => type === "null"),
  content: {
    ...content,
    ...(method === "patch" && { "application/merge-patch+json": content["application/json"] }),
  },
});

function answered(answer: Response | Reference, status: string, parameters: readonly Parameter[]): Response {
  const has = (name: string) => parameters.some((parameter) => parameter.name === name);
  const headers = {
    ...(has("Idempotency-Key") && { "Idempotency-Replayed": ref("headers", "IdempotencyReplayed") }),
    ...(has("If-Match") && { ETag: ref("headers", "ETag") }),
    ...(has("If-None-Match") && { ETag: ref("headers", "WeakETag") }),
  };
  const description = DONE[status] ?? "As asked";
  return { ...answer, description, ...(Object.keys(headers).length > 0 && { headers }) };
}

const DONE: Readonly<Record<string, string>> = { "201": "Made", "204": "Done" };

const ref = (kind: string, name: string) => ({ $ref: `#/components/${kind}/${name}` });

const unchanged = (parameters: readonly Parameter[] | undefined) =>
  parameters?.some(({ name }) => name === "If-None-Match") && {
    "304": {
      description: "As it was when that ETag came with it, but for a clock in it: nothing is sent again",
      headers: { ETag: ref("headers", "WeakETag") },
    },
  };

const HEADERS = {
  ETag: { description: "The version of what is answered, for If-Match", schema: { type: "string" } },
  WeakETag: { description: "Of what is answered, for If-None-Match", schema: { type: "string" } },
  IdempotencyReplayed: {
    description: "The answer was stored: the same request had been carried out before",
    schema: { type: "string", enum: ["true"] },
  },
  RetryAfter: { description: "Seconds after which to ask again", schema: { type: "integer", minimum: 0 } },
};

/** Problem documents by status. */
const PROBLEM_OF: Readonly<Record<string, readonly [name: string, description: string]>> = {
  "400": ["Malformed", "Not of the form declared, or with an unknown field or parameter"],
  "401": ["NotSignedIn", "Nobody is signed in, or the key is not good"],
  "403": ["Forbidden", "The caller's role does not allow it, or the request comes from another site"],
  "404": ["NotFound", "Absent, or another office's"],
  "409": ["Conflict", "Not in this state; a place that is taken or not offered carries the nearest free ones"],
  "412": ["Stale", "Somebody changed it since that version; carries what it is now"],
  "413": ["TooLarge", "Larger than allowed"],
  "415": ["UnsupportedType", "Neither JSON nor, for a change, a merge patch"],
  "422": ["Invalid", "A field breaks a rule, or the key was used with other content"],
  "428": ["PreconditionMissing", "If-Match or Idempotency-Key is missing"],
  "429": ["TooMany", "Too many requests"],
  "503": ["Unavailable", "Not now: nothing was done that repeating with the same key would not find"],
};

const NAMES = Object.fromEntries(Object.entries(PROBLEM_OF).map(([status, [name]]) => [status, name]));

const problemDocument = (description: string, waits: boolean) => ({
  description,
  ...(waits && { headers: { "Retry-After": ref("headers", "RetryAfter") } }),
  content: { "application/problem+json": { schema: ref("schemas", "Problem") } },
});

const PROBLEMS: Readonly<Record<string, ReturnType<typeof problemDocument>>> = {
  ...Object.fromEntries(
    Object.entries(PROBLEM_OF).map(([status, [name, description]]) => [
      name,
      problemDocument(description, status === "429" || status === "503"),
    ]),
  ),
  [FAULT]: problemDocument("Any other fault, such as one of the program's own", false),
};

const named = (name: string) => ref("responses", name);

const inPage = (name: string) => ({ ...pageOrProblem(name), content: { [PAGE]: { schema: { type: "string" } } } });

/** Of a page to print: whoever asks for a page is told in a page why there is none. */
const pageOrProblem = (name: string) => {
  const { content, ...answer } = PROBLEMS[name] ?? problemDocument(name, false);
  return { ...answer, content: { ...content, [PAGE]: { schema: { type: "string" } } } };
};
