import { deflateSync } from "node:zlib";
import { base64Of, type Issuer, type MadeCertificate, NOW } from "./certificates.ts";
import { secondsOf, signedToken } from "./tokens.ts";

/** Lists as issuers and the Commission publish them. */

export const LIST_URI = "https://status.example/1";

/** Statuses in a byte from its least significant bit, as the draft packs them. */
export function packed(statuses: readonly number[], bits: number): Buffer {
  const bytes = Buffer.alloc(Math.ceil((statuses.length * bits) / 8));
  for (const [index, status] of statuses.entries()) {
    const at = Math.floor((index * bits) / 8);
    bytes[at] = (bytes[at] ?? 0) | (status << ((index * bits) % 8));
  }
  return bytes;
}

export interface StatusListOrder {
  readonly issuer: Issuer;
  readonly bits?: number;
  readonly list?: Buffer;
  readonly header?: object;
  readonly payload?: object;
  readonly key?: CryptoKey;
}

export function statusListToken({ issuer, bits = 1, list = Buffer.from([0]), header, payload, key }: StatusListOrder) {
  return signedToken(
    { alg: "ES256", typ: "statuslist+jwt", x5c: issuer.x5c, ...header },
    {
      sub: LIST_URI,
      iat: secondsOf(NOW) - 60,
      exp: secondsOf(NOW) + 86_400,
      ttl: 3600,
      status_list: { bits, lst: deflateSync(list).toString("base64url") },
      ...payload,
    },
    key ?? issuer.signer.keys.privateKey,
  );
}

export const ISSUANCE = "http://uri.etsi.org/19602/SvcType/PID/Issuance";
export const REVOCATION = "http://uri.etsi.org/19602/SvcType/PID/Revocation";

export const service = (kind: string, ...values: readonly string[]) => ({
  ServiceInformation: {
    ServiceName: [{ lang: "en", value: "PID" }],
    ServiceDigitalIdentity: { X509Certificates: values.map((val) => ({ val })) },
    ServiceTypeIdentifier: kind,
  },
});

export const entity = (country: string, ...services: readonly object[]) => ({
  TrustedEntityInformation: {
    TEName: [{ lang: "en", value: "Provider" }],
    TEAddress: { TEPostalAddress: [{ lang: "en", Country: country }], TEElectronicAddress: [] },
    TEInformationURI: [
      { lang: "en", uriValue: "https://provider.example" },
      { lang: "en", uriValue: `http://uri.etsi.org/19602/ListOfTrustedEntities/PIDProvider/${country}` },
    ],
  },
  TrustedEntityServices: services,
});

export interface TrustListOrder {
  readonly signer: MadeCertificate;
  readonly entities: readonly object[];
  readonly information?: object;
  readonly header?: object;
  readonly hash?: string;
}

export const trustListToken = ({ signer, entities, information, header, hash }: TrustListOrder): Promise<string> =>
  signedToken(
    { alg: "ES256", x5c: [base64Of(signer)], iat: secondsOf(NOW), ...header },
    {
      LoTE: {
        ListAndSchemeInformation: {
          LoTEVersionIdentifier: 1,
          LoTESequenceNumber: 4,
          LoTEType: "http://uri.etsi.org/19602/LoTEType/EUPIDProvidersList",
          SchemeTerritory: "EU",
          ListIssueDateTime: "2026-11-01T00:00:00Z",
          NextUpdate: "2027-03-01T00:00:00.5Z",
          ...information,
        },
        TrustedEntitiesList: entities,
      },
    },
    signer.keys.privateKey,
    hash,
  );
