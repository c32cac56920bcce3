import { once } from "node:events";
import type { Logger } from "pino";
import { vi } from "vitest";
import { walletOf } from "../../src/identity/wallet/configured.ts";
import { fetchLists } from "../../src/identity/wallet/fetch-lists.ts";
import { readConfig } from "../../src/platform/config.ts";
import { startWallet, type WalletStandIn } from "../../trial/stand-ins/wallet/wallet.ts";
import type { Citizen, Page } from "../citizen.ts";
import { freePort } from "../free-port.ts";
import { openToCitizens } from "../public-booking.ts";
import { aWorld, NOW, type World } from "../world.ts";

/** A program that takes wallets, and one of those; both by the same clock. */
export interface WalletWorld {
  readonly world: World;
  readonly wallet: WalletStandIn;
  /** What the job does. @returns which lists could not be fetched */
  fetchLists(): Promise<string[]>;
  close(): Promise<void>;
}

export async function aWalletWorld(
  settings: Readonly<Record<string, string>> = {},
  log?: Logger,
): Promise<WalletWorld> {
  const clock = { now: NOW };
  // The wallet's libraries go by the clock of the process.
  vi.useFakeTimers({ toFake: ["Date"], now: NOW.epochMilliseconds });
  const wallet = await startWallet({ now: () => clock.now });
  const port = await freePort();
  const all = { ...wallet.settings, PUBLIC_BASE_URL: `http://127.0.0.1:${port}`, ...settings };
  const world = await aWorld(all, log);
  Object.defineProperty(world, "now", {
    get: () => clock.now,
    set: (now: Temporal.Instant) => {
      clock.now = now;
      vi.setSystemTime(now.epochMilliseconds);
    },
  });
  // Not as a program listens that is ready: in the tests' worlds nobody hears what others announce, and each request looks.
  await world.app.ready();
  const { server } = world.app;
  await once(server.listen(port, "127.0.0.1"), "listening");
  await openToCitizens(world.owner);
  const list = async () => {
    const failed: string[] = [];
    const of = walletOf(readConfig({ NODE_ENV: "test", ...all }));
    if (!of) throw new Error("the wallet is not set");
    const deps = { db: world.db, clock: () => clock.now, settings: of };
    await fetchLists(deps, new AbortController().signal, (_, address) => failed.push(address));
    return failed;
  };
  await list();
  return {
    world,
    wallet,
    fetchLists: list,
    close: async () => {
      server.close().closeAllConnections();
      await world.close();
      await wallet.stop();
      vi.useRealTimers();
    },
  };
}

/** Presses the button, and reads the link by which the wallet opens. */
export async function beginWallet(citizen: Citizen, language = ""): Promise<string> {
  return linkToWallet(citizen, await citizen.send(`${language}/book/wallet`, {}), language);
}

/** The same to sign in, from whichever page. @param begun what its button led to */
export async function linkToWallet(citizen: Citizen, begun: Page, language = ""): Promise<string> {
  if (begun.headers.location !== `${language}/book/wallet/open`) throw new Error(`it did not begin: ${begun.text}`);
  const { html } = await citizen.see(`${language}/book/wallet/open`);
  const link = /href="(http:[^"]*request_uri[^"]*)"/.exec(html)?.[1];
  if (!link) throw new Error("the page has no link");
  return link.replaceAll("&amp;", "&");
}

/** Is shown by the wallet who somebody is: the page to which that brings the browser back. */
export const identifyByWallet = async (
  wallets: WalletWorld,
  citizen: Citizen,
  person: string,
  language = "",
): Promise<Page> => comeBack(wallets, citizen, { link: await beginWallet(citizen, language), person });

/** The same from where the wallet is opened. */
export async function comeBack(
  { wallet, fetchLists }: WalletWorld,
  citizen: Citizen,
  { link, person }: { readonly link: string; readonly person: string },
): Promise<Page> {
  const reply = await wallet.answer(link, { person, agrees: true });
  // The list of what is revoked is fetched once an answer has named it.
  await fetchLists();
  return citizen.see(pathOf(reply.redirectUri));
}

/** As the browser is brought back: by the path of what the wallet was told. */
export function pathOf(redirect: string | null): string {
  if (redirect === null) throw new Error("the wallet was not told where to");
  const { pathname, search } = new URL(redirect);
  return pathname + search;
}
