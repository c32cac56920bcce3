import pg from "pg";
import { isLoopback } from "../loopback.ts";
import { addressesIn } from "./servers.ts";

/**
 * Whether what is said to the database, to whichever of its servers, passes no wire, or passes it under TLS to a server
 * that proves who it is. Its address says so: nothing is tried.
 */
export const travelsSafely = (address: string): boolean => addressesIn(address).every(isSafe);

function isSafe(address: string): boolean {
  try {
    const { host, ssl } = new pg.Client({ connectionString: address });
    return host.startsWith("/") || isLoopback({ hostname: host }) || isProven(ssl);
  } catch {
    return false;
  }
}

/** As pg reads the address, in which a later setting counts more than an earlier one: only that is what happens. */
const isProven = (ssl: pg.ClientConfig["ssl"]): boolean =>
  typeof ssl === "object" ? ssl.rejectUnauthorized !== false : ssl === true;
