import { createHash, KeyObject, X509Certificate } from "node:crypto";
import { resolveOpenid4vpAuthorizationRequest } from "@openid4vc/openid4vp";
import { compactVerify, decodeJwt, decodeProtectedHeader } from "jose";
import { beforeAll, expect, test } from "vitest";
import { makeIssuer, NOW } from "../../../test/wallet/certificates.ts";
import { readWalletAccess, type WalletAccess } from "./access.ts";
import { type PidRequest, signWalletRequest, walletLink } from "./request.ts";
import { type EncryptionKey, newEncryptionKey } from "./response.ts";

let access: WalletAccess;
let key: EncryptionKey;

beforeAll(async () => {
  const { signer, between } = await makeIssuer();
  access = readWalletAccess({
    key: String(KeyObject.from(signer.keys.privateKey).export({ type: "pkcs8", format: "pem" })),
    chain: `${signer.certificate}${between.certificate}`,
    registration: "aaa.bbb.ccc",
  });
  key = await newEncryptionKey();
});

const sign = (changed: Partial<PidRequest> = {}, by: WalletAccess = access): Promise<string> =>
  signWalletRequest(by, {
    nonce: "n-0S6_WzA2Mj",
    responseUri: "https://visits.example/wallet/response",
    encryptionKey: key.publicKey,
    types: ["urn:eudi:pid:1"],
    asksNumber: false,
    now: NOW,
    seconds: 300,
    ...changed,
  });

/** By a library of wallets, as if it had followed the link: it checks the signature, our name and its own schemas. */
async function readByWallet(request: string) {
  const link = walletLink("openid4vp", {
    clientId: access.clientId,
    requestUri: "https://visits.example/wallet/request/1",
  });
  return resolveOpenid4vpAuthorizationRequest({
    authorizationRequestPayload: Object.fromEntries(new URL(link).searchParams) as {
      client_id: string;
      request_uri: string;
    },
    callbacks: {
      fetch: async () => new Response(request, { headers: { "content-type": "application/oauth-authz-req+jwt" } }),
      hash: (data, algorithm) => createHash(algorithm.replace("-", "")).update(data).digest(),
      getX509CertificateMetadata: () => ({ sanDnsNames: [], sanUriNames: [] }),
      decryptJwe: () => Promise.reject(new Error("nothing is encrypted")),
      verifyJwt: async (signer, { compact }) => {
        const [first = ""] = signer.method === "x5c" ? signer.x5c : [];
        const certificate = new X509Certificate(Buffer.from(first, "base64"));
        await compactVerify(compact, certificate.publicKey);
        return { verified: true, signerJwk: certificate.publicKey.export({ format: "jwk" }) as { kty: string } };
      },
    },
  });
}

test("a wallet's library reads the request and believes who asks", async () => {
  const { client, version, authorizationRequestPayload, dcql } = await readByWallet(
    await sign({ now: Temporal.Now.instant() }),
  );
  expect(version).toBe(100);
  expect(client).toMatchObject({ prefix: "x509_hash", effective: access.clientId });
  expect(authorizationRequestPayload).toMatchObject({
    response_mode: "direct_post.jwt",
    response_uri: "https://visits.example/wallet/response",
    nonce: "n-0S6_WzA2Mj",
    aud: "https://self-issued.me/v2",
  });
  expect(dcql).toBeDefined();
});

const queryOf = (request: string) =>
  decodeJwt<{ dcql_query: { credentials: object[] } }>(request).dcql_query.credentials;

test("asks for two names, and the number only when set", async () => {
  const names = ["family_name", "given_name"].map((name) => ({ id: name, path: [name] }));
  const number = { id: "personal_administrative_number", path: ["personal_administrative_number"] };
  const credential = { id: "pid", format: "dc+sd-jwt", meta: { vct_values: ["urn:eudi:pid:1"] } };
  expect(queryOf(await sign())).toEqual([{ ...credential, claims: names }]);
  expect(queryOf(await sign({ asksNumber: true }))).toEqual([
    {
      ...credential,
      claims: [...names, number],
      claim_sets: [
        ["family_name", "given_name", "personal_administrative_number"],
        ["family_name", "given_name"],
      ],
    },
  ]);
});

test("publishes nothing private of the key, even if it is given it", async () => {
  const { kty, crv, x, y, kid } = key.publicKey;
  expect(decodeJwt(await sign({ encryptionKey: key.privateKey })).client_metadata).toEqual({
    jwks: { keys: [{ kty, crv, x, y, kid, use: "enc", alg: "ECDH-ES" }] },
    encrypted_response_enc_values_supported: ["A128GCM", "A256GCM"],
    vp_formats_supported: { "dc+sd-jwt": { "sd-jwt_alg_values": ["ES256"], "kb-jwt_alg_values": ["ES256"] } },
  });
});

test("carries the chain without its anchor, and ends", async () => {
  const request = await sign();
  expect(decodeProtectedHeader(request)).toEqual({ alg: "ES256", typ: "oauth-authz-req+jwt", x5c: access.x5c });
  const { iat = 0, exp } = decodeJwt(request);
  expect([iat, exp]).toEqual([NOW.epochMilliseconds / 1000, iat + 300]);
});

test("carries the registration certificate where there is one", async () => {
  const info = [{ format: "registration_cert", data: "aaa.bbb.ccc", credential_ids: ["pid"] }];
  expect(decodeJwt(await sign()).verifier_info).toEqual(info);
  expect(decodeJwt(await sign({}, { ...access, registration: null }))).not.toHaveProperty("verifier_info");
});

test("a link opens the wallet by its scheme or at its address", () => {
  const ids = { clientId: "x509_hash:abc", requestUri: "https://visits.example/r?a=1&b" };
  const query = "client_id=x509_hash%3Aabc&request_uri=https%3A%2F%2Fvisits.example%2Fr%3Fa%3D1%26b";
  expect(walletLink("openid4vp", ids)).toBe(`openid4vp://?${query}`);
  expect(walletLink("haip-vp", ids)).toBe(`haip-vp://?${query}`);
  expect(walletLink("http://127.0.0.1:4000/wallet", ids)).toBe(`http://127.0.0.1:4000/wallet?${query}`);
});
