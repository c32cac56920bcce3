import { inBase64, x5cOf } from "./issue/authority.ts";
import type { Issuers } from "./issue/issuers.ts";
import type { PidClaims, PidOrder } from "./issue/pid.ts";
import { decoded, encoded, newKeyPair, signJwt } from "./issue/signing.ts";
import type { FormParts, Meddle } from "./meddle.ts";
import { bind, type HolderBinding, type PresentationParts, unboundPresentation } from "./presentation.ts";
import { encrypt } from "./protocol.ts";

/** Ready ways to cheat, each as one would try it: all else of the answer is as it should be. */

/** A person's data as no honest issuer of the trial signs it */
export const otherType: Meddle = { pid: (order) => ({ ...order, type: "urn:eudi:pid:other:1" }) };

export const withClaims = (claims: PidClaims): Meddle => ({
  pid: (order) => ({ ...order, claims: { ...order.claims, ...claims } }),
});

export const untrustedIssuer = ({ unknown }: Issuers): Meddle => ({
  pid: (order) => ({ ...order, issuer: unknown, x5c: x5cOf(unknown) }),
});

/** Signed by one who is not trusted, under the certificates of one who is */
export const borrowedCertificates = ({ unknown }: Issuers): Meddle => ({
  pid: (order) => ({ ...order, issuer: unknown }),
});

export const anchorInChain: Meddle = {
  pid: (order) => ({ ...order, x5c: [...order.x5c, inBase64(order.issuer.anchor)] }),
};

/** Nobody could ever say that it is revoked. */
export const withoutStatus: Meddle = { pid: (order) => ({ ...order, status: null }) };

export const statusAt = (uri: string): Meddle => ({ pid: (order) => ({ ...order, status: { uri, idx: 0 } }) });

export const validFrom = (issuedAt: Temporal.Instant): Meddle => ({
  pid: (order): PidOrder => ({ ...order, issuedAt, expiresAt: issuedAt.add({ hours: 24 }) }),
});

/** What was shown to somebody, or to us before */
export const replay = (presentation: string): Meddle => ({ presentation: () => presentation });

/** The very form, as it was sent before */
export const sendAgain = (form: URLSearchParams): Meddle => ({ form: () => form });

export const otherNonce: Meddle = rebound({ nonce: "another-nonce" });
export const otherAudience: Meddle = rebound({ aud: "x509_hash:another" });
export const otherBindingType: Meddle = rebound({ typ: "JWT" });
export const boundAt = (instant: Temporal.Instant): Meddle =>
  rebound({ iat: Math.floor(instant.epochMilliseconds / 1000) });

/** Whoever copied a credential has not its key. */
export const foreignKey: Meddle = {
  presentation: async (parts) => {
    const { privateKey } = await newKeyPair();
    return bind({ ...parts, binding: { ...parts.binding, key: privateKey } });
  },
};

export const unbound: Meddle = { presentation: unboundPresentation };

/** Not shown, as a person may choose */
export const withhold = (claim: string): Meddle => ({ claims: (names) => names.filter((name) => name !== claim) });

/** Taken out on the way, when the holder had bound it */
export const strip = (claim: string): Meddle => ({
  presentation: ({ disclosures, honest }) =>
    honest.replace(`~${disclosures.find((one) => nameIn(one) === claim)}~`, "~"),
});

/** Another value, bound anew by the holder: only the issuer's digests can tell. */
export const forge = (claim: string, value: unknown): Meddle =>
  withDisclosures((disclosures) =>
    disclosures.map((one) => (nameIn(one) === claim ? encoded([saltIn(one), claim, value]) : one)),
  );

/** A claim that no digest speaks of */
export const addDisclosure = (claim: string, value: unknown): Meddle =>
  withDisclosures((disclosures) => [...disclosures, encoded(["salt-of-a-cheat", claim, value])]);

export const repeatDisclosure: Meddle = withDisclosures((disclosures) => [...disclosures, ...disclosures.slice(0, 1)]);

/** The issuer's signature left out, and said to be none */
export const unsignedPid: Meddle = {
  presentation: (parts) => {
    const [header, payload] = parts.sdJwt.split(".");
    const sdJwt = `${encoded({ ...(decoded(header) as object), alg: "none" })}.${payload}.`;
    return bind({ ...parts, sdJwt });
  },
};

export const extraCredential: Meddle = {
  token: ({ vp_token, ...rest }) => ({ ...rest, vp_token: { ...vp_token, more: Object.values(vp_token)[0] } }),
};

export const twoPresentations: Meddle = {
  token: ({ vp_token: { pid = [] }, ...rest }) => ({ ...rest, vp_token: { pid: [...pid, ...pid] } }),
};

/** As `direct_post` would have it, readable by whoever stands between */
export const unencrypted: Meddle = {
  form: ({ payload }) =>
    new URLSearchParams(
      Object.entries(payload).map(([name, value]) => [name, typeof value === "string" ? value : JSON.stringify(value)]),
    ),
};

/** Signed instead of encrypted */
export const signedOnly: Meddle = {
  form: async ({ payload }) => responseForm(await signJwt((await newKeyPair()).privateKey, {}, payload)),
};

export const zipped: Meddle = encryptedWith({ zip: "DEF" });
export const otherEncryption: Meddle = encryptedWith({ enc: "A128CBC-HS256" });
export const smallEncryption: Meddle = encryptedWith({ enc: "A128GCM" });

/** To a key of the cheat's own: the asker can't open it */
export const otherEncryptionKey: Meddle = {
  form: async (answer) => {
    const { publicKey } = await crypto.subtle.generateKey({ name: "ECDH", namedCurve: "P-256" }, true, ["deriveBits"]);
    const { kty, crv, x, y } = await crypto.subtle.exportKey("jwk", publicKey);
    return encryptedForm({ ...answer, encryptionKey: { ...answer.encryptionKey, kty, crv, x, y } }, {});
  },
};

/** So many bytes that whoever reads it to the end has lost */
export const oversized = (bytes: number): Meddle => ({
  token: (payload) => ({ ...payload, filling: "x".repeat(bytes) }),
});

export const slow = (delay: Temporal.Duration): Meddle => ({ sending: { delay } });
export const elsewhere = (to: string): Meddle => ({ sending: { to } });
export const twice: Meddle = { sending: { isTwice: true } };

function rebound(changes: Partial<HolderBinding>): Meddle {
  return { presentation: (parts) => bind({ ...parts, binding: { ...parts.binding, ...changes } }) };
}

function withDisclosures(change: (disclosures: PresentationParts["disclosures"]) => readonly string[]): Meddle {
  return { presentation: (parts) => bind({ ...parts, disclosures: change(parts.disclosures) }) };
}

function encryptedWith(header: { readonly enc?: string; readonly zip?: string }): Meddle {
  return { form: (answer) => encryptedForm(answer, header) };
}

async function encryptedForm({ payload, encryptionKey }: FormParts, header: object): Promise<URLSearchParams> {
  const honest = { alg: "ECDH-ES", enc: "A256GCM", kid: encryptionKey.kid };
  return responseForm(await encrypt(JSON.stringify(payload), encryptionKey, { ...honest, ...header }));
}

const responseForm = (response: string) => new URLSearchParams({ response });

const saltIn = (disclosure: string) => (decoded(disclosure) as readonly unknown[])[0];
const nameIn = (disclosure: string) => (decoded(disclosure) as readonly unknown[])[1];
