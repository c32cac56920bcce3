import { createPrivateKey, randomBytes, X509Certificate } from "node:crypto";
import { readFile } from "node:fs/promises";
import { parseDcqlVpToken } from "@openid4vc/openid4vp";
import { SDJwtVcInstance } from "@sd-jwt/sd-jwt-vc";
import { compactDecrypt, exportJWK, generateKeyPair, type JWK } from "jose";
import { formBody, type RunningServer, seeOther, sendJson, startServer } from "../../trial/stand-ins/http.ts";
import { libraryConfig } from "../../trial/stand-ins/wallet/issue/pid.ts";
import { decoded, inSeconds, isJwtSignedBy, sha256, signJwt } from "../../trial/stand-ins/wallet/issue/signing.ts";
import type { WalletSettingTexts } from "../../trial/stand-ins/wallet/setting-files.ts";

type Members = Readonly<Record<string, unknown>>;

/** An asker that is not the platform: small, and by the libraries of others. Tests spoil what it asks. */
export interface ForeignVerifier extends RunningServer {
  /** Of a new request, to be opened in a wallet */
  link(spoil?: Spoil): Promise<string>;
  /** In place of where the browser is to go */
  reply: { readonly status: number; readonly body: object } | null;
  /** What wallets posted, the last at the end */
  readonly forms: readonly URLSearchParams[];
  /** Opens and checks the last form by the library. @throws Error */
  shown(): Promise<ShownCredential>;
  /** Opens the last form and checks nothing */
  opened(): Promise<Members>;
}

export interface Spoil {
  readonly header?: Members;
  readonly payload?: Members;
  /** Of the response that carries the request */
  readonly type?: string;
  readonly link?: Readonly<Record<string, string>>;
  readonly jwt?: (jwt: string) => string;
}

interface ShownCredential {
  readonly header: Members;
  readonly payload: Members;
  readonly binding: Members;
}

export const nameClaims = [
  { id: "f", path: ["family_name"] },
  { id: "g", path: ["given_name"] },
];

export async function startForeignVerifier(
  settings: WalletSettingTexts,
  now: () => Temporal.Instant,
): Promise<ForeignVerifier> {
  const x5c = certificatesIn(await readFile(settings.WALLET_ACCESS_CHAIN_FILE, "utf8"));
  const key = await signingKey(await readFile(settings.WALLET_ACCESS_KEY_FILE, "utf8"));
  const registration = await readFile(settings.WALLET_REGISTRATION_FILE, "utf8");
  const clientId = `x509_hash:${(await sha256(Buffer.from(x5c[0] ?? "", "base64"))).toString("base64url")}`;
  const { privateKey, publicKey } = await generateKeyPair("ECDH-ES", { extractable: true });
  const encryptionKey = { ...(await exportJWK(publicKey)), use: "enc", alg: "ECDH-ES", kid: "one" };
  const nonce = randomBytes(16).toString("base64url");
  const forms: URLSearchParams[] = [];
  let request = { jwt: "", type: "" };
  const server = await startServer(async (incoming, response, url) => {
    if (url.pathname === "/request") {
      response.writeHead(200, { "content-type": request.type });
      return response.end(request.jwt);
    }
    if (url.pathname === "/moved") return seeOther(response, "/request");
    if (incoming.method !== "POST") return sendJson(response, 404, {});
    forms.push(await formBody(incoming));
    const { status, body } = verifier.reply ?? { status: 200, body: { redirect_uri: back() } };
    return sendJson(response, status, body);
  });
  const honest = (): Members => ({
    response_type: "vp_token",
    response_mode: "direct_post.jwt",
    client_id: clientId,
    response_uri: `${server.origin}/response`,
    nonce,
    state: "state-1",
    aud: "https://self-issued.me/v2",
    iat: inSeconds(now()),
    exp: inSeconds(now()) + 300,
    dcql_query: queryOf({ claims: nameClaims }),
    client_metadata: metadata(encryptionKey),
    verifier_info: [{ format: "registration_cert", data: registration }],
  });
  const back = () => `${server.origin}/back?response_code=${forms.length}`;
  const opened = async () => {
    const { plaintext } = await compactDecrypt(forms.at(-1)?.get("response") ?? "", privateKey);
    return JSON.parse(Buffer.from(plaintext).toString()) as Members;
  };
  const verifier: ForeignVerifier = {
    ...server,
    reply: null,
    forms,
    opened,
    link: async (spoil = {}) => {
      const header = { typ: "oauth-authz-req+jwt", x5c, ...spoil.header };
      const jwt = await signJwt(key, header, { ...honest(), ...spoil.payload });
      request = { jwt: spoil.jwt?.(jwt) ?? jwt, type: spoil.type ?? "application/oauth-authz-req+jwt" };
      const query = { client_id: clientId, request_uri: `${server.origin}/request`, ...spoil.link };
      return `${settings.WALLET_SCHEME}?${new URLSearchParams(query)}`;
    },
    shown: async () => {
      const presentation = parseDcqlVpToken((await opened()).vp_token).pid?.[0];
      return verify(presentation as string, nonce, now());
    },
  };
  return verifier;
}

export const queryOf = (credential: Members): Members => ({
  credentials: [{ id: "pid", format: "dc+sd-jwt", meta: { vct_values: ["urn:eudi:pid:1"] }, ...credential }],
});

const metadata = (encryptionKey: JWK): Members => ({
  jwks: { keys: [encryptionKey] },
  encrypted_response_enc_values_supported: ["A128GCM", "A256GCM"],
  vp_formats_supported: { "dc+sd-jwt": { "sd-jwt_alg_values": ["ES256"], "kb-jwt_alg_values": ["ES256"] } },
});

async function verify(presentation: string, nonce: string, now: Temporal.Instant): Promise<ShownCredential> {
  const [leaf = ""] = (decoded(presentation.split(".")[0]) as { readonly x5c: readonly string[] }).x5c;
  const issuerKey = await importPublic(
    new X509Certificate(Buffer.from(leaf, "base64")).publicKey.export({ format: "jwk" }),
  );
  const { header, payload, kb } = await new SDJwtVcInstance({
    ...libraryConfig,
    verifier: (text, signature) => isJwtSignedBy(issuerKey, `${text}.${signature}`),
    kbVerifier: async (text, signature, { cnf }) =>
      isJwtSignedBy(await importPublic(cnf?.jwk ?? {}), `${text}.${signature}`),
    statusListFetcher: async (uri) => (await fetch(uri)).text(),
    statusVerifier: (text, signature) => isJwtSignedBy(issuerKey, `${text}.${signature}`),
  }).verify(presentation, { keyBindingNonce: nonce, currentDate: inSeconds(now) });
  return { header: header ?? {}, payload, binding: { ...kb?.payload } };
}

const importPublic = (jwk: object): Promise<CryptoKey> =>
  crypto.subtle.importKey("jwk", jwk as JsonWebKey, { name: "ECDSA", namedCurve: "P-256" }, true, ["verify"]);

const signingKey = (pem: string): Promise<CryptoKey> => {
  const der = createPrivateKey(pem).export({ format: "der", type: "pkcs8" });
  return crypto.subtle.importKey("pkcs8", new Uint8Array(der), { name: "ECDSA", namedCurve: "P-256" }, false, ["sign"]);
};

const certificatesIn = (pem: string): string[] =>
  pem
    .split("-----END CERTIFICATE-----")
    .filter((part) => part.includes("BEGIN"))
    .map((part) => part.replace(/-----BEGIN CERTIFICATE-----|\s/g, ""));
