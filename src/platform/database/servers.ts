import pg from "pg";
import { requireWritable } from "./takes-writes.ts";

/**
 * One address may name several servers, as libpq's do: postgres://visits@first:5432,second:5432/visits. One of them
 * takes writes, and which one that is may change at any time.
 */
const SEVERAL = /^(?<scheme>postgres(?:ql)?:\/\/)(?<login>[^/?#]*@)?(?<hosts>[^/?#]*)(?<rest>.*)$/s;

/** Two that are silent leave time for the third: who asks for a connection has less than five seconds. */
const PATIENCE_MS = 1_400;

/** Whom a program that writes can be served by; "any" it can't. */
const WRITABLE: readonly (string | null)[] = [null, "read-write", "primary"];
const STANDBY: readonly (string | null)[] = [null, "standby"];

/** One of each server, in their order. */
export function addressesIn(url: string): readonly string[] {
  const { scheme = "", login = "", hosts, rest = "" } = SEVERAL.exec(url)?.groups ?? {};
  return hosts?.includes(",") ? hosts.split(",").map((host) => scheme + login + host + rest) : [url];
}

/** Whether each can be read, and a server that takes writes is what is asked for. */
export const isDatabaseAddress = (url: string): boolean => isAddressOf(url, WRITABLE);

/** The same of a server that only looks are made at. */
export const isStandbyAddress = (url: string): boolean => isAddressOf(url, STANDBY);

function isAddressOf(url: string, attributes: readonly (string | null)[]): boolean {
  const addresses = addressesIn(url);
  const isNamed = (address: string) => addresses.length === 1 || SEVERAL.exec(address)?.groups?.hosts !== "";
  const wanted = new URLSearchParams(/\?(.*)$/.exec(url)?.[1]).get("target_session_attrs");
  return addresses.every((address) => isNamed(address) && isReadable(address)) && attributes.includes(wanted);
}

function isReadable(address: string): boolean {
  try {
    partsOf(address);
    return true;
  } catch {
    return false;
  }
}

/** Who logs in, at whichever server. */
export const loginIn = (url: string): string => partsOf(addressesIn(url)[0] as string).user ?? "";

/** As pg itself reads them. */
const partsOf = (address: string): pg.Client => new pg.Client({ connectionString: address });

/** What a server must be. @throws Error saying what it is instead */
export type Requirement = (client: pg.ClientBase) => Promise<void>;

/** Of the servers in an address the first that is as required; it is looked for anew once it was lost. */
export interface Servers {
  fit(): Promise<string>;
  lose(): void;
}

export function serversIn(url: string, requirement: Requirement = requireWritable): Servers {
  let addresses = addressesIn(url);
  let search: Promise<string> | null = null;
  const found = async () => {
    const address = await firstFit(addresses, requirement);
    // The next search begins with it.
    addresses = [address, ...addresses.filter((other) => other !== address)];
    return address;
  };
  const lose = () => {
    search = null;
  };
  return {
    fit: () => {
      search ??= found();
      search.catch(lose);
      return search;
    },
    lose,
  };
}

/** A single server is believed: it says itself what it can't. @throws Error with what each of several said */
export const writableIn = async (url: string): Promise<string> => serversIn(url).fit();

async function firstFit(addresses: readonly string[], requirement: Requirement): Promise<string> {
  if (addresses.length === 1) return addresses[0] as string;
  const reasons: string[] = [];
  for (const address of addresses) {
    const reason = await reasonAgainst(address, requirement);
    if (reason === null) return address;
    reasons.push(reason);
  }
  throw Object.assign(new Error(`None of the servers is as needed: ${reasons.join("; ")}`), { code: UNREACHED });
}

/** sqlclient_unable_to_establish_sqlconnection */
const UNREACHED = "08001";

async function reasonAgainst(address: string, requirement: Requirement): Promise<string | null> {
  const client = new pg.Client({ connectionString: address, connectionTimeoutMillis: PATIENCE_MS });
  client.on("error", () => {});
  try {
    await client.connect();
    await requirement(client);
    return null;
  } catch (error) {
    return `${client.host}:${client.port}: ${(error as Error).message}`;
  } finally {
    void client.end().catch(() => {});
  }
}

/** Of a pool: each connection begins with the server that is as required by then. */
export const clientAmong = (servers: Servers) =>
  class extends pg.Client {
    // biome-ignore lint/suspicious/noExplicitAny: pg's own signature has two forms
    override connect(connected?: (error: any, client?: any) => void): any {
      const reached = servers.fit().then((address) => {
        const { host, port } = partsOf(address);
        Object.assign(this, { host, port });
        return super.connect();
      });
      reached.catch(servers.lose);
      return connected ? void reached.then((client) => connected(null, client), connected) : reached;
    }
  };
