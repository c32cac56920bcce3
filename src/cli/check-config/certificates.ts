import { once } from "node:events";
import { connect as connectPlainly, isIP, type Socket } from "node:net";
import { connect, TLSSocket } from "node:tls";
import pg from "pg";
import { type Requirement, serversIn } from "../../platform/database/servers.ts";
import type { MailRelay } from "../../platform/mail-relay.ts";

/** Until when it is valid; null where nothing is said under TLS. @throws Error when it is not taken, or nobody answers */
export type CertificateOf = () => Promise<Temporal.Instant | null>;

const PATIENCE_MS = 5_000;

export function ofHttps(address: string | undefined): CertificateOf | null {
  const url = address === undefined ? null : URL.parse(address);
  if (url?.protocol !== "https:") return null;
  const host = url.hostname.replace(/^\[|\]$/g, "");
  return async () => until(connect({ host, port: Number(url.port) || 443, ...named(host) }));
}

/** From the first byte on, or after STARTTLS. */
export function ofSmtp({ host, port, secure }: MailRelay): CertificateOf {
  return async () => {
    if (secure) return until(connect({ host, port, ...named(host) }));
    const socket = connectPlainly({ host, port });
    socket.setTimeout(PATIENCE_MS, () => socket.destroy(new Error("timeout")));
    try {
      await answers(socket, 220);
      socket.write("EHLO [127.0.0.1]\r\n");
      await answers(socket, 250);
      socket.write("STARTTLS\r\n");
      await answers(socket, 220);
      return await until(connect({ socket, host, ...named(host) }));
    } finally {
      socket.destroy();
    }
  };
}

/** @param requirement of which of several hosts is meant; none: that it takes writes */
export function ofDatabase(url: string | undefined, requirement?: Requirement): CertificateOf | null {
  if (url === undefined) return null;
  return async () => {
    const connectionString = await serversIn(url, requirement).fit();
    const client = new pg.Client({ connectionString, connectionTimeoutMillis: PATIENCE_MS });
    client.on("error", () => {});
    try {
      await client.connect();
      const { stream } = (client as unknown as { readonly connection: { readonly stream: Socket } }).connection;
      return stream instanceof TLSSocket ? endOf(stream) : null;
    } finally {
      await client.end().catch(() => {});
    }
  };
}

/** An address that is a number has no name to be asked for. */
const named = (host: string) => (isIP(host) ? {} : { servername: host });

async function until(socket: TLSSocket): Promise<Temporal.Instant> {
  socket.setTimeout(PATIENCE_MS, () => socket.destroy(new Error("timeout")));
  try {
    await once(socket, "secureConnect");
    return endOf(socket);
  } finally {
    socket.destroy();
  }
}

const endOf = (socket: TLSSocket): Temporal.Instant =>
  Temporal.Instant.fromEpochMilliseconds(Date.parse(socket.getPeerCertificate().valid_to));

/** The last line of an answer of SMTP. */
async function answers(socket: Socket, code: number): Promise<void> {
  let answer = "";
  while (!/^\d{3} .*\r\n/m.test(answer)) {
    const [chunk] = await once(socket, "data");
    answer += String(chunk);
  }
  if (!answer.startsWith(String(code))) throw new Error(answer.trim());
}
