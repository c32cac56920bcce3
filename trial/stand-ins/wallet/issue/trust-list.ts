import { type Authority, inBase64, x5cOf } from "./authority.ts";
import type { ListFault } from "./faults.ts";
import type { Issuers } from "./issuers.ts";
import { inSeconds, sha256, signJwt } from "./signing.ts";

const ETSI = "http://uri.etsi.org/19602";

/**
 * The list of those who issue persons' data, as ETSI TS 119 602 (annex D) has it in JSON: a compact JAdES signature. Only what
 * the annex requires; no other list is pointed to.
 */
export async function trustListJws({ greek, foreign, lister }: Issuers, now: Temporal.Instant, fault: ListFault) {
  const madeAt = fault === "stale" ? now.subtract({ hours: 24 * 60 }) : now;
  const [leaf] = lister.chain;
  if (!leaf) throw new Error("The operator of the list has no certificate.");
  return signJwt(
    lister.signer.privateKey,
    {
      typ: "JOSE",
      iat: inSeconds(madeAt),
      x5c: x5cOf(lister),
      "x5t#S256": (await sha256(new Uint8Array(leaf.rawData))).toString("base64url"),
    },
    {
      LoTE: {
        ListAndSchemeInformation: {
          LoTEVersionIdentifier: 1,
          LoTESequenceNumber: 1,
          LoTEType: `${ETSI}/LoTEType/EUPIDProvidersList`,
          SchemeOperatorName: inEnglish(lister.organisation),
          SchemeName: inEnglish("Simulation for trials"),
          StatusDeterminationApproach: `${ETSI}/PIDProvidersList/StatusDetn/EU`,
          SchemeTypeCommunityRules: [{ lang: "en", uriValue: `${ETSI}/PIDProviders/schemerules/EU` }],
          SchemeTerritory: "EU",
          ListIssueDateTime: madeAt.toString({ smallestUnit: "second" }),
          NextUpdate: madeAt.add({ hours: 24 * 30 }).toString({ smallestUnit: "second" }),
        },
        TrustedEntitiesList: [entity(greek), entity(foreign)],
      },
    },
  );
}

const entity = ({ country, organisation, anchor }: Authority) => ({
  TrustedEntityInformation: {
    TEName: inEnglish(organisation),
    TEAddress: {
      TEPostalAddress: [{ lang: "en", StreetAddress: "1 Invented Street", Locality: "Nowhere", Country: country }],
      TEElectronicAddress: [{ lang: "en", uriValue: "mailto:nobody@example.invalid" }],
    },
    TEInformationURI: [{ lang: "en", uriValue: "https://example.invalid/" }],
  },
  TrustedEntityServices: [service("Issuance", anchor), service("Revocation", anchor)],
});

const service = (kind: "Issuance" | "Revocation", anchor: Authority["anchor"]) => ({
  ServiceInformation: {
    ServiceName: inEnglish(`PID ${kind}`),
    ServiceTypeIdentifier: `${ETSI}/SvcType/PID/${kind}`,
    ServiceDigitalIdentity: { X509Certificates: [{ val: inBase64(anchor) }] },
  },
});

const inEnglish = (value: string) => [{ lang: "en", value }];
