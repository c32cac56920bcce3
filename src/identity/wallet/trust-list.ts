import { createHash, type X509Certificate } from "node:crypto";
import { z } from "zod";
import { certificateIn, isValidAt, type WalletAnchor } from "./chain.ts";
import { isJwsSignedBy, type Jws, type JwsAlgorithm, readJws } from "./jws.ts";
import { faultUnless, WalletFault } from "./wallet-fault.ts";

/** Whom the Member States notified as issuers of persons' identification data. */
export interface TrustList {
  /** Of those who sign credentials. */
  readonly anchors: readonly WalletAnchor[];
  /** Of those who sign status lists: the same ones, and such as do only that. */
  readonly statusAnchors: readonly WalletAnchor[];
  /** Its `NextUpdate`: then it is over, whether there is a new one or not. */
  readonly until: Temporal.Instant;
}

export interface TrustListChecks {
  /** Who may sign it, as the Official Journal names them. */
  readonly signers: readonly X509Certificate[];
  readonly now: Temporal.Instant;
}

const LONGEST_LIST = 5_000_000;

/** When it was signed binds nobody; the digest of the signer is compared. The Commission's software calls all three critical. */
export const HEEDED = ["iat", "sigT", "x5t#o"];

/** Also those of the longer keys that signing officers have. */
const ALGORITHMS: readonly JwsAlgorithm[] = ["ES256", "ES384", "ES512", "PS256", "PS512", "RS256", "RS512"];

/**
 * A list of trusted entities (ETSI TS 119 602, annex D: providers of PID) in JSON, signed as a compact JAdES of level B.
 * Names of its parts, its type and its kinds of service are those of the lists that the Commission and Germany publish for
 * tests. What of them is not checked: the history and the pointers, of which this kind of list has none, and the names.
 * @throws WalletFault
 */
export function readTrustList(text: string, { signers, now }: TrustListChecks): TrustList {
  faultUnless(text.length <= LONGEST_LIST, "malformed", "the trust list is too long");
  const jws = readJws(text.trim(), HEEDED);
  const signer = signerOf(jws, signers);
  faultUnless(isJwsSignedBy(jws, signer.publicKey, ALGORITHMS), "forged", "the trust list is not signed by its signer");
  faultUnless(isValidAt(signer, now), "untrusted", "the certificate of the trust list's signer is not valid now");
  const parsed = listSchema.safeParse(jws.payload);
  faultUnless(parsed.success, "malformed", "the trust list lacks something");
  const { ListAndSchemeInformation: information, TrustedEntitiesList: entities } = parsed.data.LoTE;
  const isIssued = Temporal.Instant.compare(information.ListIssueDateTime, now.add({ seconds: 60 })) <= 0;
  faultUnless(isIssued, "not-yet-valid", "the trust list is of later");
  faultUnless(Temporal.Instant.compare(information.NextUpdate, now) > 0, "expired", "the trust list is over");
  const anchors = anchorsOf(entities, ISSUANCE);
  faultUnless(anchors.length > 0, "malformed", "the trust list names nobody");
  return { anchors, statusAnchors: [...anchors, ...anchorsOf(entities, REVOCATION)], until: information.NextUpdate };
}

/** By the certificate itself; its digest, which JAdES puts beside it in one of two ways, must be its own. */
const signerSchema = z.object({
  x5c: z.tuple([z.string()]).rest(z.string()),
  "x5t#S256": z.string().optional(),
  "x5t#o": z.object({ digAlg: z.enum(["S256", "S384", "S512"]), digVal: z.string() }).optional(),
});

function signerOf({ header }: Jws, signers: readonly X509Certificate[]): X509Certificate {
  const parsed = signerSchema.safeParse(header);
  faultUnless(parsed.success, "malformed", "the trust list does not name its signer");
  const { x5c, "x5t#S256": short, "x5t#o": other } = parsed.data;
  const { raw } = certificateIn(x5c[0]);
  const signer = signers.find((one) => one.raw.equals(raw));
  faultUnless(signer !== undefined, "untrusted", "the trust list is of a signer who was not set");
  const digest = (name: string) => createHash(name).update(raw).digest("base64url");
  const isOwn = short === undefined || short === digest("sha256");
  const isOwnToo = other === undefined || other.digVal === digest(other.digAlg.replace("S", "sha"));
  faultUnless(isOwn && isOwnToo, "malformed", "the digest of the trust list's signer is another's");
  return signer;
}

const ISSUANCE = "http://uri.etsi.org/19602/SvcType/PID/Issuance";
const REVOCATION = "http://uri.etsi.org/19602/SvcType/PID/Revocation";

/** A moment as these lists write it */
export const instant = z.iso.datetime({ offset: true }).transform((text) => Temporal.Instant.from(text));

const entitySchema = z.object({
  TrustedEntityInformation: z.object({
    TEInformationURI: z.array(z.object({ uriValue: z.string() })).default([]),
    TEAddress: z.object({ TEPostalAddress: z.array(z.object({ Country: z.string() })).default([]) }).optional(),
  }),
  TrustedEntityServices: z.array(
    z.object({
      ServiceInformation: z.object({
        ServiceTypeIdentifier: z.string(),
        ServiceDigitalIdentity: z.object({ X509Certificates: z.array(z.object({ val: z.string() })).default([]) }),
      }),
    }),
  ),
});

const listSchema = z.object({
  LoTE: z.object({
    ListAndSchemeInformation: z.object({
      LoTEType: z.literal("http://uri.etsi.org/19602/LoTEType/EUPIDProvidersList"),
      ListIssueDateTime: instant,
      NextUpdate: instant,
    }),
    TrustedEntitiesList: z.array(entitySchema),
  }),
});

type Entity = z.infer<typeof entitySchema>;

/** What can't be read is nobody's anchor: one bad line of a country must not shut out all the others. */
function anchorsOf(entities: readonly Entity[], kind: string): WalletAnchor[] {
  return entities.flatMap((entity) => {
    const country = countryOf(entity);
    const values = entity.TrustedEntityServices.map(({ ServiceInformation }) => ServiceInformation)
      .filter(({ ServiceTypeIdentifier }) => ServiceTypeIdentifier === kind)
      .flatMap(({ ServiceDigitalIdentity }) => ServiceDigitalIdentity.X509Certificates);
    return country === null
      ? []
      : values.flatMap(({ val }) => readable(val)).map((certificate) => ({ certificate, country }));
  });
}

/** By the address that annex D wants of each entity, else by where it sits. */
function countryOf({ TrustedEntityInformation: information }: Entity): string | null {
  const addresses = information.TEInformationURI.map(({ uriValue }) => COUNTRY_ADDRESS.exec(uriValue)?.[1]);
  const seats = information.TEAddress?.TEPostalAddress.map(({ Country }) => /^[A-Z]{2}$/.exec(Country)?.[0]) ?? [];
  const country = [...addresses, ...seats].find((code) => code !== undefined) ?? null;
  return country === "EL" ? "GR" : country; // What the Union calls Greece is GR in ISO 3166.
}

const COUNTRY_ADDRESS = /^http:\/\/uri\.etsi\.org\/19602\/ListOfTrustedEntities\/PIDProvider\/([A-Z]{2})$/;

function readable(value: string): X509Certificate[] {
  try {
    return [certificateIn(value)];
  } catch (fault) {
    if (fault instanceof WalletFault) return [];
    throw fault;
  }
}
