import { randomUUID } from "node:crypto";
import { aHead } from "./office-head.ts";
import type { Ask, Clerk, Reply, TestOffice, World } from "./world.ts";

/** A ticket printer of another maker, as its program asks: with its key, from no browser. */
export interface TestPrinter {
  readonly id: string;
  readonly key: string;
  readonly head: Clerk;
  /** @param path below the printers' */
  ask(method: "GET" | "POST", path: string, options?: Ask): Promise<Reply>;
  /** One press; the same key is the same press */
  press(key?: string, body?: object): Promise<Reply>;
  beat(body?: object): Promise<Reply>;
}

/** In an office that gives numbers, and heard just now. */
export async function aPrinter(world: World, office: TestOffice, name = "Εκδοτήριο"): Promise<TestPrinter> {
  const head = await aHead(world, office);
  await world.owner.query("update office set tickets_at_entrance = true where id = $1", [office.id]);
  const { status, body } = await head.ask("POST", `/api/offices/${office.code}/entrance-screens`, {
    body: { name, kind: "printer" },
    key: randomUUID(),
  });
  if (status !== 201) throw new Error(`${status} ${JSON.stringify(body)}`);
  const ask: TestPrinter["ask"] = (method, path, options) => askAsPrinter(world, body.key, method, path, options);
  const printer: TestPrinter = {
    id: body.id,
    key: body.key,
    head,
    ask,
    press: (key = randomUUID(), more = {}) => ask("POST", "numbers", { key, body: { group: "certificates", ...more } }),
    beat: (more = {}) => ask("POST", "heartbeat", { body: { paper: "ok", software: "Δοκιμή 1.0", ...more } }),
  };
  await printer.beat();
  return printer;
}

export async function askAsPrinter(
  world: Pick<World, "app">,
  key: string | null,
  method: "GET" | "POST",
  path: string,
  { body, key: request, headers }: Ask = {},
): Promise<Reply> {
  const response = await world.app.inject({
    method,
    url: `/api/public/v1/printer/${path}`,
    headers: {
      ...(key !== null && { authorization: `Bearer ${key}` }),
      ...(request !== undefined && { "idempotency-key": request }),
      ...headers,
    },
    ...(body !== undefined && { payload: body as object }),
  });
  return { status: response.statusCode, headers: response.headers, body: response.body ? response.json() : null };
}
