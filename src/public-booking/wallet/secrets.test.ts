import { PassThrough } from "node:stream";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aCitizen } from "../../../test/citizen.ts";
import { aWalletWorld, beginWallet, pathOf, type WalletWorld } from "../../../test/wallet/wallet-world.ts";
import { createLogger } from "../../platform/log.ts";

/** Whom a wallet showed stands in no log, no address and no metric, and neither do the keys of a try. */
const written: string[] = [];
let all: WalletWorld;
beforeAll(async () => {
  const stream = new PassThrough();
  stream.on("data", (chunk) => written.push(String(chunk)));
  all = await aWalletWorld({}, createLogger("trace", stream));
});
afterAll(() => all.close());

test("names, keys and codes of tries that went well and that did not are written nowhere", async () => {
  const { world, wallet, fetchLists } = all;
  const office = await world.anOffice();
  await world.owner.query("update queue set is_public = true where office_id = $1", [office.id]);
  const secrets: string[] = ["Κυπαρίσση", "Πολυξένη", "Ανακλήτου", "Ληξιώτης", "ΔΟΚ0000020"];
  const addresses: string[] = [];
  for (const [person, time] of [
    ["polyxeni", "09:00"],
    ["evridiki", "09:15"],
    ["prodromos", "09:30"],
  ] as const) {
    const citizen = aCitizen(world);
    await citizen.choose(office, "2026-11-25", time);
    const link = await beginWallet(citizen);
    const reply = await wallet.answer(link, { person, agrees: true });
    await fetchLists();
    const path = pathOf(reply.redirectUri);
    await citizen.see(path);
    await citizen.see(path);
    secrets.push(
      path.split("=")[1] as string,
      new URL(link).searchParams.get("request_uri")?.split("/").at(-1) as string,
    );
    secrets.push(...(reply.presentation?.split("~").slice(1, 3) ?? []));
    addresses.push(path, link);
  }
  const text = [...written, await world.app.metrics.metrics()].join("\n");
  expect(text).toContain("/wallet/answers/");
  for (const secret of secrets) expect([secret, text.includes(secret)]).toEqual([secret, false]);
  for (const name of secrets.slice(0, 5))
    expect(addresses.filter((each) => decodeURIComponent(each).includes(name))).toEqual([]);
});
