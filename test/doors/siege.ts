import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

/** Connections of one address that are kept up for as long as the siege lasts, each doing its worst. */
export interface Siege {
  /** How often a connection has begun anew */
  begun(): number;
  end(): Promise<void>;
}

/** What is sent at once, and then from time to time */
interface Way {
  readonly begin: string;
  readonly drip?: string;
}

const CONNECTIONS = 8;
const ADDRESS = "127.0.0.66";
const DRIP_MS = 200;

const head = (path: string, ...headers: readonly string[]) =>
  [`POST ${path} HTTP/1.1`, "host: localhost", "sec-fetch-site: same-origin", ...headers, "", ""].join("\r\n");
const FORM = "content-type: application/x-www-form-urlencoded";
const JSON_BODY = "content-type: application/json";
const LONG = "content-length: 5000";
const CHUNKED = "transfer-encoding: chunked";

/** The ways of keeping a place for next to nothing; more may be added. */
export const WAYS: Readonly<Record<string, Way>> = {
  "forms of which one byte comes": { begin: `${head("/book/who", FORM, LONG)}w` },
  "forms of which a byte comes now and then": { begin: `${head("/book/find", FORM, LONG)}w`, drip: "w" },
  "forms in pieces of which one comes": { begin: `${head("/book/who", FORM, CHUNKED)}1\r\nw\r\n` },
  "forms in another language": { begin: `${head("/en/book/find", FORM, LONG)}w` },
  "forms that sign out": { begin: `${head("/sign-out", FORM, LONG)}w` },
  "bodies for the staff's part": { begin: `${head("/api/offices/9901/appointments", JSON_BODY, LONG)}{` },
  "bodies for partners": { begin: `${head("/api/public/partners/appointments", JSON_BODY, LONG)}{` },
  "answers of wallets of which one byte comes": { begin: `${head(`/wallet/answers/${"a".repeat(43)}`, FORM, LONG)}r` },
  "bodies of no kind": { begin: `${head("/book/who", "content-type: application/x-none", LONG)}w` },
  "bodies for what is not there": { begin: `${head("/no-such-page", JSON_BODY, LONG)}{` },
  "bodies of pages that are only read": { begin: `${head("/book", FORM, LONG).replace("POST", "GET")}w` },
  "promises of a body": { begin: head("/book/who", FORM, LONG, "expect: 100-continue") },
  "heads that do not end": { begin: "POST /book/who HTTP/1.1\r\nhost: localhost\r\n", drip: "x-more: w\r\n" },
  "pages that nobody reads": { begin: "GET /book/services HTTP/1.1\r\nhost: localhost\r\n\r\n".repeat(20) },
};

export async function besiege(port: number, { begin, drip }: Way): Promise<Siege> {
  const end = new AbortController();
  const open = new Set<Socket>();
  let begun = 0;
  async function attack(): Promise<Socket> {
    const socket = connect({ port, host: "127.0.0.1", localAddress: ADDRESS });
    socket.on("error", () => {}).pause();
    open.add(socket);
    await once(socket, "connect");
    await new Promise((resolve) => socket.write(begin, resolve));
    begun++;
    return socket;
  }
  async function keepUp(first: Socket): Promise<void> {
    let socket = first;
    while (!end.signal.aborted) {
      await untilEnded(socket);
      open.delete(socket);
      if (!end.signal.aborted) socket = await attack();
    }
    socket.destroy();
  }
  async function untilEnded(socket: Socket): Promise<void> {
    while (!socket.destroyed && !end.signal.aborted) {
      await sleep(DRIP_MS);
      // Also how it is noticed that the other side has ended it.
      if (drip) socket.write(drip);
      else if (begin.startsWith("POST")) socket.resume();
    }
  }
  const first = await Promise.all(Array.from({ length: CONNECTIONS }, attack));
  const attacks = first.map((socket) => keepUp(socket).catch(() => {}));
  return {
    begun: () => begun,
    end: async () => {
      end.abort();
      for (const socket of open) socket.destroy();
      await Promise.all(attacks);
    },
  };
}
