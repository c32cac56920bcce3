import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getCACertificates, setDefaultCACertificates } from "node:tls";

/** Debian's package openssl, which can say from when a certificate is valid since 3.4. */
const PROGRAM = "/usr/bin/openssl";
export const hasOpenssl =
  existsSync(PROGRAM) && /OpenSSL (3\.([4-9]|\d\d)|[4-9])/.test(String(execFileSync(PROGRAM, ["version"])));

export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

/** Signed by itself, for the host that is named. */
export async function aCertificate(
  host: string,
  from: Temporal.Instant,
  until: Temporal.Instant,
): Promise<Certificate> {
  const folder = await mkdtemp(join(tmpdir(), "visits-certificate-"));
  const [key, cert] = [join(folder, "key.pem"), join(folder, "cert.pem")];
  const kind = /^[\d.]+$/.test(host) ? "IP" : "DNS";
  const words = `req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -keyout ${key} -out ${cert}
    -subj /CN=visits.example -addext subjectAltName=${kind}:${host} -not_before ${asn1(from)} -not_after ${asn1(until)}`;
  execFileSync(PROGRAM, words.split(/\s+/), { stdio: "ignore" });
  const made = { key: await readFile(key, "utf8"), cert: await readFile(cert, "utf8") };
  await rm(folder, { recursive: true });
  return made;
}

const asn1 = (at: Temporal.Instant): string => at.toString({ smallestUnit: "second" }).replaceAll(/[-:T]/g, "");

/** What is done meanwhile takes these for authorities, as NODE_EXTRA_CA_CERTS has it from the start. */
export async function trusting<Result>(
  certificates: readonly Certificate[],
  work: () => Promise<Result>,
): Promise<Result> {
  const before = getCACertificates("default");
  setDefaultCACertificates([...before, ...certificates.map(({ cert }) => cert)]);
  try {
    return await work();
  } finally {
    setDefaultCACertificates(before);
  }
}
