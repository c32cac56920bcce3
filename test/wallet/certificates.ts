import "reflect-metadata";
import { X509Certificate } from "node:crypto";
import {
  BasicConstraintsExtension,
  ExtendedKeyUsageExtension,
  Extension,
  KeyUsageFlags,
  KeyUsagesExtension,
  X509CertificateGenerator,
} from "@peculiar/x509";

/** Certificates as an issuer of credentials has them, made by another library than the one that reads them. */

export const NOW = Temporal.Instant.from("2026-12-01T10:00:00Z");

export interface MadeCertificate {
  readonly keys: CryptoKeyPair;
  readonly subject: string;
  readonly certificate: X509Certificate;
}

export interface CertificateOrder {
  readonly subject: string;
  /** Signed by itself without one. */
  readonly issuer?: MadeCertificate;
  readonly keys?: CryptoKeyPair;
  /** Null: its certificate does not say. */
  readonly isAuthority?: boolean | null;
  readonly pathLength?: number;
  readonly usage?: readonly (keyof typeof KeyUsageFlags)[] | null;
  readonly purposes?: readonly string[];
  readonly from?: string;
  readonly until?: string;
  readonly hash?: string;
  /** Object identifiers of extensions that nobody knows, and whether they are critical. */
  readonly conditions?: Readonly<Record<string, boolean>>;
}

export const newKeys = (namedCurve = "P-256"): Promise<CryptoKeyPair> =>
  crypto.subtle.generateKey({ name: "ECDSA", namedCurve }, true, ["sign", "verify"]);

export async function makeCertificate(order: CertificateOrder): Promise<MadeCertificate> {
  const keys = order.keys ?? (await newKeys());
  const { subject, issuer } = order;
  const made = await X509CertificateGenerator.create({
    subject,
    issuer: issuer?.subject ?? subject,
    publicKey: keys.publicKey,
    signingKey: (issuer?.keys ?? keys).privateKey,
    signingAlgorithm: { name: "ECDSA", hash: order.hash ?? "SHA-256" },
    notBefore: new Date(order.from ?? "2026-01-01T00:00:00Z"),
    notAfter: new Date(order.until ?? "2028-01-01T00:00:00Z"),
    extensions: extensionsOf(order),
  });
  return { keys, subject, certificate: new X509Certificate(Buffer.from(made.rawData)) };
}

function extensionsOf({ isAuthority = false, pathLength, usage, purposes, conditions = {} }: CertificateOrder) {
  const extensions: Extension[] = [];
  if (isAuthority !== null) extensions.push(new BasicConstraintsExtension(isAuthority, pathLength, true));
  const names = usage ?? (isAuthority ? (["keyCertSign", "cRLSign"] as const) : (["digitalSignature"] as const));
  const flags = names.reduce((sum, name) => sum | KeyUsageFlags[name], 0);
  if (usage !== null) extensions.push(new KeyUsagesExtension(flags, true));
  if (purposes) extensions.push(new ExtendedKeyUsageExtension([...purposes]));
  for (const [id, isCritical] of Object.entries(conditions))
    extensions.push(new Extension(id, isCritical, new Uint8Array([0x30, 0])));
  return extensions;
}

export const base64Of = ({ certificate }: MadeCertificate): string => certificate.raw.toString("base64");

export interface Issuer {
  readonly anchor: MadeCertificate;
  readonly between: MadeCertificate;
  readonly signer: MadeCertificate;
  /** Of the signer and what stands between, without the anchor. */
  readonly x5c: readonly string[];
}

export async function makeIssuer(country = "GR"): Promise<Issuer> {
  const anchor = await makeCertificate({ subject: `C=${country}, CN=Anchor`, isAuthority: true, pathLength: 1 });
  const between = await makeCertificate({
    subject: `C=${country}, CN=Between`,
    issuer: anchor,
    isAuthority: true,
    pathLength: 0,
  });
  const signer = await makeCertificate({ subject: `C=${country}, CN=Signer`, issuer: between });
  return { anchor, between, signer, x5c: [signer, between].map(base64Of) };
}
