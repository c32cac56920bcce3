/** Why a server was not reached, whichever library says so. */
export type ConnectionFault =
  | "certificate-expired"
  | "certificate-of-another"
  | "certificate-untrusted"
  | "no-tls"
  | "unknown-host"
  | "too-slow"
  | "unreachable";

/** By codes and by words, for some libraries replace the code by one of their own. The first that fits. */
const SIGNS: readonly (readonly [ConnectionFault, RegExp])[] = [
  ["certificate-expired", /CERT_HAS_EXPIRED|CERT_NOT_YET_VALID|certificate has expired|certificate is not yet valid/],
  ["certificate-of-another", /ERR_TLS_CERT_ALTNAME_INVALID|does not match certificate/],
  ["certificate-untrusted", /SELF_SIGNED|UNABLE_TO_|CERT_UNTRUSTED|self-signed certificate|unable to (verify|get)/],
  ["no-tls", /wrong version number|EPROTO\b|ETLS\b|does not support SSL|packet length too long/],
  ["unknown-host", /ENOTFOUND|EAI_AGAIN/],
  ["too-slow", /ETIMEDOUT|_TIMEOUT\b|TimeoutError|timeout|never received/i],
  ["unreachable", /ECONN|E(HOST|NET)UNREACH|EPIPE|UND_ERR_SOCKET|socket hang up|Connection terminated|closed/],
];

/** Null where the server was reached, and said itself what is wrong. */
export function connectionFaultOf(error: unknown): ConnectionFault | null {
  const words = wordsOf(error);
  return SIGNS.find(([, sign]) => sign.test(words))?.[0] ?? null;
}

function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return "";
  const inner = error instanceof AggregateError ? error.errors.map(wordsOf).join(" ") : "";
  return `${(error as NodeJS.ErrnoException).code} ${error.name} ${error.message} ${inner} ${wordsOf(error.cause)}`;
}
