import "reflect-metadata";
import { X509Certificate } from "node:crypto";
import {
  BasicConstraintsExtension,
  ExtendedKeyUsageExtension,
  type Extension,
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
  readonly isAuthority?: boolean;
  readonly pathLength?: number;
  readonly usage?: KeyUsageFlags | null;
  readonly purposes?: readonly string[];
  readonly from?: string;
  readonly until?: string;
  readonly hash?: string;
  readonly extensions?: readonly Extension[];
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

function extensionsOf({
  isAuthority = false,
  pathLength,
  usage,
  purposes,
  extensions = [],
}: CertificateOrder): Extension[] {
  const usual = isAuthority ? KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign : KeyUsageFlags.digitalSignature;
  return [
    new BasicConstraintsExtension(isAuthority, pathLength, true),
    ...(usage === null ? [] : [new KeyUsagesExtension(usage ?? usual, true)]),
    ...(purposes ? [new ExtendedKeyUsageExtension([...purposes])] : []),
    ...extensions,
  ];
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
