import { createHash, createPrivateKey, type KeyObject, X509Certificate } from "node:crypto";

/** By what our requests are signed: the access certificate of a registered relying party (CIR 2025/848, HAIP 1.0 section 5). */
export interface WalletAccess {
  readonly privateKey: KeyObject;
  /** DER in base64, the signer's first, without the anchor (RFC 7515, section 4.1.6). */
  readonly x5c: readonly string[];
  readonly clientId: string;
  /** The registration certificate, which every request carries as it is. */
  readonly registration: string | null;
  /** The earliest end of a certificate of the chain. */
  readonly validUntil: Temporal.Instant;
}

export interface WalletAccessTexts {
  readonly key: string;
  readonly chain: string;
  readonly registration: string | null;
}

/** @throws Error that tells whoever set it up what is wrong with the files */
export function readWalletAccess({ key, chain, registration }: WalletAccessTexts): WalletAccess {
  const privateKey = privateKeyIn(key);
  const certificates = certificatesIn(chain);
  const [leaf] = certificates;
  if (!leaf?.checkPrivateKey(privateKey))
    throw new Error("the wallet's access key is not the one of the first certificate of the chain");
  requireChain(certificates);
  return {
    privateKey,
    x5c: certificates.map(({ raw }) => raw.toString("base64")),
    clientId: `x509_hash:${createHash("sha256").update(leaf.raw).digest("base64url")}`,
    registration: registration === null ? null : registrationIn(registration),
    validUntil: certificates
      .map(endOf)
      .reduce((one, other) => (Temporal.Instant.compare(one, other) < 0 ? one : other)),
  };
}

function privateKeyIn(text: string): KeyObject {
  const key = parsedOr(() => createPrivateKey(text), "the wallet's access key is not a private key in PEM");
  if (key.asymmetricKeyDetails?.namedCurve !== "prime256v1")
    throw new Error("the wallet's access key is not of the curve P-256");
  return key;
}

/** Certificates in PEM, in their order. @throws Error when there is none, or one can't be read */
export function certificatesIn(text: string): X509Certificate[] {
  const blocks = text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  if (blocks.length === 0) throw new Error("there is no certificate in PEM");
  return blocks.map((block, index) =>
    parsedOr(() => new X509Certificate(block), `certificate ${index + 1} can't be read`),
  );
}

/** The anchor stays at home: the wallet has its own (HAIP 1.0, section 5). */
function requireChain(certificates: readonly X509Certificate[]): void {
  for (const [index, certificate] of certificates.entries()) {
    if (certificate.issuer === certificate.subject)
      throw new Error(
        `certificate ${index + 1} of the wallet's access chain is signed by itself: leave the anchor out`,
      );
    const issuer = certificates[index + 1];
    if (issuer && !(certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey)))
      throw new Error(`certificate ${index + 1} of the wallet's access chain is not issued by the one that follows it`);
  }
}

function registrationIn(text: string): string {
  const token = text.trim();
  if (!/^[\w-]+\.[\w-]+\.[\w-]+$/.test(token))
    throw new Error("the wallet's registration certificate is not a signed token");
  return token;
}

const endOf = (certificate: X509Certificate): Temporal.Instant =>
  Temporal.Instant.fromEpochMilliseconds(certificate.validToDate.getTime());

function parsedOr<Result>(parse: () => Result, message: string): Result {
  try {
    return parse();
  } catch (cause) {
    throw new Error(message, { cause });
  }
}
