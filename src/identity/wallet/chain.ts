import { X509Certificate } from "node:crypto";
import { certificateFields } from "./certificate-fields.ts";
import { faultUnless, WalletFault } from "./wallet-fault.ts";

/** A certificate by which a country's issuers are known, from the trust list. */
export interface WalletAnchor {
  readonly certificate: X509Certificate;
  /** ISO 3166-1, two letters. */
  readonly country: string;
}

export interface TrustedLeaf {
  readonly leaf: X509Certificate;
  readonly anchor: WalletAnchor;
}

const MOST_CERTIFICATES = 5;

/**
 * Who signed a token, by its header's `x5c` (RFC 7515, section 4.1.6): each certificate is issued by the next one, the last by an
 * anchor that is not among them (HAIP 1.0, section 6.1.1). Whether a certificate was revoked is not asked: that its anchor still
 * stands in the list is what counts.
 * @throws WalletFault "untrusted", or "malformed" for what is no certificate
 */
export function trustedLeaf(
  x5c: readonly string[] | undefined,
  anchors: readonly WalletAnchor[],
  now: Temporal.Instant,
): TrustedLeaf {
  faultUnless((x5c?.length ?? 0) <= MOST_CERTIFICATES, "malformed", "too many certificates");
  const [leaf, ...issuers] = (x5c ?? []).map(certificateIn);
  faultUnless(leaf !== undefined, "malformed", "a token without a certificate");
  const path = [leaf, ...issuers];
  requireNoAnchor(path, anchors);
  const anchor = anchorOf(issuers.at(-1) ?? leaf, anchors);
  requireLinks(leaf, [...issuers, anchor.certificate]);
  for (const certificate of [...path, anchor.certificate]) requireValid(certificate, now);
  requireSigner(leaf);
  return { leaf, anchor };
}

/** @throws WalletFault "malformed" unless it is one certificate in DER, in base64, and nothing else */
export function certificateIn(base64: string): X509Certificate {
  const der = Buffer.from(base64, "base64");
  try {
    const certificate = new X509Certificate(der);
    if (certificate.raw.equals(der)) return certificate;
  } catch {
    // Said below, as for what has something behind the certificate.
  }
  throw new WalletFault("malformed", "a certificate can't be read");
}

function requireNoAnchor(path: readonly X509Certificate[], anchors: readonly WalletAnchor[]): void {
  for (const one of path) {
    faultUnless(one.issuer !== one.subject, "untrusted", "a certificate is signed by itself");
    const isAnchor = anchors.some(({ certificate }) => certificate.raw.equals(one.raw));
    faultUnless(!isAnchor, "untrusted", "the anchor comes with the token");
  }
}

function anchorOf(last: X509Certificate, anchors: readonly WalletAnchor[]): WalletAnchor {
  const anchor = anchors.find(({ certificate }) => isIssuedBy(last, certificate));
  faultUnless(anchor !== undefined, "untrusted", "no anchor issued the last certificate");
  return anchor;
}

/** A path length counts the issuers below, without the leaf (RFC 5280, section 4.2.1.9). */
function requireLinks(leaf: X509Certificate, issuers: readonly X509Certificate[]): void {
  let subject = leaf;
  for (const [below, issuer] of issuers.entries()) {
    faultUnless(isIssuedBy(subject, issuer), "untrusted", "a certificate is not its issuer's");
    const { pathLength } = fieldsOf(issuer);
    faultUnless(issuer.ca, "untrusted", "an issuer is no authority");
    faultUnless(pathLength === null || below <= pathLength, "untrusted", "an issuer may not have so many below it");
    subject = issuer;
  }
}

/** By ECDSA, RSA or Ed25519, each over SHA-256 or longer. */
const SIGNATURES: ReadonlySet<string> = new Set([
  "1.2.840.10045.4.3.2",
  "1.2.840.10045.4.3.3",
  "1.2.840.10045.4.3.4",
  "1.2.840.113549.1.1.11",
  "1.2.840.113549.1.1.12",
  "1.2.840.113549.1.1.13",
  "1.3.101.112",
]);

/** Also that the issuer's key may sign certificates, which node looks at. */
function isIssuedBy(subject: X509Certificate, issuer: X509Certificate): boolean {
  try {
    const isNamed = subject.checkIssued(issuer) && SIGNATURES.has(subject.signatureAlgorithmOid);
    return isNamed && subject.verify(issuer.publicKey);
  } catch {
    return false; // A key of a kind that is not known here.
  }
}

function requireValid(certificate: X509Certificate, now: Temporal.Instant): void {
  faultUnless(isValidAt(certificate, now), "untrusted", "a certificate is not valid now");
  faultUnless(fieldsOf(certificate).isUnderstood, "untrusted", "a certificate has a condition that is not known here");
}

export const isValidAt = ({ validFromDate, validToDate }: X509Certificate, now: Temporal.Instant): boolean =>
  validFromDate.getTime() <= now.epochMilliseconds && now.epochMilliseconds < validToDate.getTime();

/** Of TLS, code, mail, timestamps and OCSP (RFC 5280, section 4.2.1.12): such a key was not meant to sign persons. */
const OTHER_PURPOSES = /^1\.3\.6\.1\.5\.5\.7\.3\.[123489]$/;

function requireSigner(leaf: X509Certificate): void {
  faultUnless(leaf.publicKey.asymmetricKeyDetails?.namedCurve === "prime256v1", "untrusted", "the key is not of P-256");
  faultUnless(!leaf.ca, "untrusted", "an authority signed the token itself");
  faultUnless(fieldsOf(leaf).maySignData, "untrusted", "the key may not sign data");
  const purposes = leaf.keyUsage ?? [];
  const isOther = purposes.length > 0 && purposes.every((purpose) => OTHER_PURPOSES.test(purpose));
  faultUnless(!isOther, "untrusted", "the key is for another purpose");
}

function fieldsOf(certificate: X509Certificate) {
  try {
    return certificateFields(certificate);
  } catch {
    throw new WalletFault("malformed", "a certificate's extensions can't be read");
  }
}
