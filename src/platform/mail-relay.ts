import { isLoopback } from "./loopback.ts";

/** The server to which mail is handed over, as nodemailer takes it. */
export interface MailRelay {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte on */
  readonly secure: boolean;
  /** Nothing is said before STARTTLS */
  readonly requireTLS: boolean;
  /** Only this machine itself is spoken to in the clear: its relay seldom has a certificate for the name */
  readonly ignoreTLS: boolean;
  readonly auth?: { readonly user: string; readonly pass: string };
}

const PORTS: Readonly<Record<string, number>> = { "smtp:": 587, "smtps:": 465 };
const HOST = /^(\[[\da-f:.]+\]|[\w-]+(\.[\w-]+)*)$/;

/** Reads SMTP_URL; null unless it is an address, perhaps a port and who signs in, and nothing further: no option weakens TLS. */
export function mailRelayOf(address: string): MailRelay | null {
  const url = URL.parse(address);
  const port = url && PORTS[url.protocol];
  const hostname = url?.hostname.toLowerCase() ?? "";
  if (!url || !port || !HOST.test(hostname) || hasMore(url)) return null;
  const auth = authOf(url);
  if (auth === null) return null;
  const secure = url.protocol === "smtps:";
  const inClear = !secure && isLoopback(url);
  return {
    host: hostname.replace(/^\[|\]$/g, ""),
    port: Number(url.port) || port,
    secure,
    requireTLS: !secure && !inClear,
    ignoreTLS: inClear,
    ...auth,
  };
}

const hasMore = ({ pathname, search, hash }: URL): boolean => pathname.replace("/", "") + search + hash !== "";

/** Both or neither; null for half of it, or what can't be decoded */
function authOf({ username, password }: URL): Pick<MailRelay, "auth"> | null {
  if (!username && !password) return {};
  if (!username || !password) return null;
  try {
    return { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } };
  } catch {
    return null;
  }
}
