import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { PRINTER_KEY_PREFIX } from "../../src/entrance/rules.ts";
import { hashOfToken, newToken } from "../../src/platform/token.ts";
import { aCutCable, type CutCable } from "../cut-cable.ts";
import { fetchPatiently } from "../patience.ts";
import { startPlatform } from "../platform.ts";
import { atDatabase, OFFICE } from "./arena.ts";
import { openKillArena } from "./kill-arena.ts";

/** A printer while the server is killed between the commit and the answer. */
let arena: Awaited<ReturnType<typeof openKillArena>>;
const token = newToken();
beforeAll(async () => {
  arena = await openKillArena();
  await atDatabase(String(arena.env.DATA_DIR), async (sql) => {
    await sql.query("update office set tickets_at_entrance = true where code = $1", [OFFICE]);
    await sql.query("delete from queue_hours");
    await sql.query(
      `insert into queue_hours (office_id, queue, weekday, opens_minute, closes_minute)
       select office_id, number, weekday, 0, 1440 from queue, generate_series(1, 7) as weekday`,
    );
    await sql.query(
      `insert into entrance_screen (office_id, id, name, token_hash, created_at, created_by, kind)
       select id, gen_random_uuid(), 'Εκδοτήριο', $2, now(), (select min(id) from employee), 'printer' from office where code = $1`,
      [OFFICE, hashOfToken(token)],
    );
  });
});
afterAll(() => arena.close());

const press = async ({ url }: Pick<CutCable, "url">, key: string) => {
  const response = await fetchPatiently(`${url}/api/public/v1/printer/numbers`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${PRINTER_KEY_PREFIX}${token}`,
      "content-type": "application/json",
      "idempotency-key": key,
      connection: "close",
    },
    body: JSON.stringify({ group: "other" }),
  });
  return { status: response.status, body: await response.json() };
};

test("kill -9 between commit and answer: the number is there, once, and a new process answers it", async () => {
  const key = randomUUID();
  const first = await startPlatform(arena.env);
  const cable = await aCutCable(first.port);
  cable.cut = "before the answer";
  cable.onAnswer = () => void first.kill("SIGKILL");
  await expect(press(cable, key)).rejects.toThrow();
  cable.close();
  await first.kill("SIGKILL");
  const second = await startPlatform(arena.env);
  const answers = [await press(second, key), await press(second, key), await press(second, randomUUID())];
  await second.kill("SIGKILL");
  expect(answers.map(({ status, body }) => [status, body.number])).toEqual([
    [201, "Α001"],
    [201, "Α001"],
    [201, "Α002"],
  ]);
  expect(
    await arena.query(
      "select letter || lpad(number::text, 3, '0') as number from ticket where issued_by is null order by number",
    ),
  ).toEqual([{ number: "Α001" }, { number: "Α002" }]);
});
