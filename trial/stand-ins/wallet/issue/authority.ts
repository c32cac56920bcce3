import "reflect-metadata";
import {
  BasicConstraintsExtension,
  type Extension,
  type JsonName,
  KeyUsageFlags,
  KeyUsagesExtension,
  SubjectKeyIdentifierExtension,
  type X509Certificate,
  X509CertificateGenerator,
} from "@peculiar/x509";
import { newKeyPair, type SigningKeyPair } from "./signing.ts";

/** Who signs in the trial what states sign: an anchor, a certificate between, and the signer. */
export interface Authority extends AuthorityName {
  readonly anchor: X509Certificate;
  /** The signer's certificate and the one between: an anchor does not travel (HAIP 1.0, 5) */
  readonly chain: readonly X509Certificate[];
  readonly signer: SigningKeyPair;
}

interface AuthorityName {
  readonly country: string;
  readonly organisation: string;
  /** Where another is certified than who certifies */
  readonly signerOrganisation?: string;
}

const HOURS_OF_YEAR = 24 * 365;
const YEARS_BACK = 2;

/** It has been there for two years, so that what it signed long ago may have ended since. */
export async function newAuthority(name: AuthorityName, now: Temporal.Instant): Promise<Authority> {
  const [top, middle, signer] = await Promise.all([newKeyPair(), newKeyPair(), newKeyPair()]);
  const issuedBy = (issuer: string, { privateKey }: SigningKeyPair) => ({
    issuer: nameOf(name, issuer),
    signingKey: privateKey,
    notBefore: yearsFrom(now, -YEARS_BACK),
  });
  const anchor = await X509CertificateGenerator.create({
    ...issuedBy("anchor", top),
    subject: nameOf(name, "anchor"),
    publicKey: top.publicKey,
    notAfter: yearsFrom(now, 10),
    extensions: await authorityExtensions(top, 1),
  });
  const intermediate = await X509CertificateGenerator.create({
    ...issuedBy("anchor", top),
    subject: nameOf(name, "intermediate"),
    publicKey: middle.publicKey,
    notAfter: yearsFrom(now, 5),
    extensions: await authorityExtensions(middle, 0),
  });
  const leaf = await X509CertificateGenerator.create({
    ...issuedBy("intermediate", middle),
    subject: nameOf({ ...name, organisation: name.signerOrganisation ?? name.organisation }, "signer"),
    publicKey: signer.publicKey,
    notAfter: yearsFrom(now, 3),
    extensions: [
      new BasicConstraintsExtension(false, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
      await SubjectKeyIdentifierExtension.create(signer.publicKey),
    ],
  });
  return { ...name, anchor, chain: [leaf, intermediate], signer };
}

const authorityExtensions = async ({ publicKey }: SigningKeyPair, pathLength: number): Promise<Extension[]> => [
  new BasicConstraintsExtension(true, pathLength, true),
  new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
  await SubjectKeyIdentifierExtension.create(publicKey),
];

const nameOf = ({ country, organisation }: AuthorityName, role: string): JsonName => [
  { C: [country] },
  { O: [organisation] },
  { CN: [`${organisation} (${role})`] },
];

const yearsFrom = (now: Temporal.Instant, years: number): Date =>
  new Date(now.add({ hours: years * HOURS_OF_YEAR }).epochMilliseconds);

/** As `x5c` has certificates */
export const inBase64 = (certificate: X509Certificate): string => certificate.toString("base64");

export const x5cOf = ({ chain }: Authority): string[] => chain.map(inBase64);

export const inPem = (certificates: readonly X509Certificate[]): string =>
  certificates.map((certificate) => `${certificate.toString("pem")}\n`).join("");
