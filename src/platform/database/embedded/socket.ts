import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Home } from "./home.ts";

/** As PostgreSQL names it, and as clients look for it. */
export const socketIn = (folder: string, port: number | string): string => join(folder, `.s.PGSQL.${port}`);

/** Bytes of a socket's path, which the system keeps in so much room, with an end behind it */
const LONGEST = process.platform === "darwin" ? 103 : 107;

/** The home itself, which only the server's account may enter; null where its path is too long for a socket. */
export const socketFolderOf = ({ path }: Pick<Home, "path">, port: number): string | null =>
  Buffer.byteLength(socketIn(path, port)) <= LONGEST ? path : null;

/**
 * Those of a server that was killed: beside each lies its pid, which may have passed to any other process, and PostgreSQL then
 * does not start at the same port. Under the home's lock, with no server on its data; one that comes up in this very moment is found without it.
 */
export async function removeSockets({ path }: Pick<Home, "path">): Promise<void> {
  const names = (await readdir(path)).filter((name) => name.startsWith(socketIn("", "")));
  for (const name of names) await rm(join(path, name), { force: true });
}
