import { randomUUID } from "node:crypto";
import type { MinistryPerson } from "./ministry-person.ts";
import { aMinistryPerson } from "./ministry-person.ts";
import type { Ask, Reply, World } from "./world.ts";

/** An accredited system, as its program asks: with its key, from no browser. */
export interface TestPartner {
  readonly id: string;
  readonly key: string;
  readonly secret: string | null;
  readonly athina: MinistryPerson;
  /** @param path below the partners' */
  ask(method: "GET" | "POST", path: string, options?: Ask): Promise<Reply>;
}

let count = 0;

export async function aPartner(world: World, webhookUrl: string | null = null): Promise<TestPartner> {
  const athina = await aMinistryPerson(world);
  const { status, body } = await athina.rule("POST", "partners", {
    key: randomUUID(),
    body: { name: `Δήμος Δοκιμής ${++count}`, webhookUrl: null },
  });
  if (status !== 201) throw new Error(`${status} ${JSON.stringify(body)}`);
  const { id } = body.partner;
  const secret = webhookUrl === null ? null : await tellAt(world, id, webhookUrl);
  return {
    id,
    key: body.key,
    secret,
    athina,
    ask: (method, path, options) => askWith(world, body.key, method, path, options),
  };
}

/** A receiver of this machine has no certificate: the ministry could not write its address. */
async function tellAt(world: World, id: string, url: string): Promise<string> {
  const secret = Buffer.alloc(32, id);
  await world.owner.query("update partner set webhook_url = $2, webhook_secret = $3 where id = $1", [id, url, secret]);
  return `whsec_${secret.toString("base64")}`;
}

export async function askWith(
  world: World,
  key: string | null,
  method: "GET" | "POST",
  path: string,
  { body, version, key: request, headers }: Ask = {},
): Promise<Reply> {
  const response = await world.app.inject({
    method,
    url: `/api/public/v1/partner/${path}`,
    headers: {
      ...(key !== null && { authorization: `Bearer ${key}` }),
      ...(version !== undefined && { "if-match": `"${version}"` }),
      ...(request !== undefined && { "idempotency-key": request }),
      ...headers,
    },
    ...(body !== undefined && { payload: body as object }),
  });
  return { status: response.statusCode, headers: response.headers, body: response.body ? response.json() : null };
}
