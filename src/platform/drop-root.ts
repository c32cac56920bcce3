import type { Logger } from "pino";
import { canEnter, canRead, isRoot, ownAccount } from "./database/embedded/account.ts";

export interface Needed {
  /** From which it serves pages */
  readonly folder: string;
  /** Which it reads again and again; undefined: none */
  readonly file: string | undefined;
}

/**
 * Root opens the port, and answers no request: from then on the process is an account that may do nothing else. Where
 * that account can't read what is needed, it stays root and says so.
 */
export async function dropRoot({ folder, file }: Needed, log: Pick<Logger, "warn">): Promise<void> {
  if (!isRoot()) return;
  const account = await ownAccount();
  const isReadable = (await canEnter(account, folder)) && (file === undefined || (await canRead(account, file)));
  if (!isReadable) {
    log.warn({ folder, file, uid: account.uid }, "runs as root: an ordinary account can't read what is needed");
    return;
  }
  process.setgroups?.([account.gid]);
  process.setgid?.(account.gid);
  process.setuid?.(account.uid);
}
