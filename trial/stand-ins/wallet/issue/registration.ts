import { x5cOf } from "./authority.ts";
import { type Issuers, RELYING_PARTY } from "./issuers.ts";
import { PID_TYPE } from "./pid.ts";
import { inSeconds, signJwt } from "./signing.ts";

export const REGISTRATION_TYPE = "rc-wrp+jwt";

/** What the platform may ask: the number too, since a setting may want it */
const CLAIMS = ["family_name", "given_name", "personal_administrative_number"];

/** The registration certificate (ETSI TS 119 475), as far as the stand-in reads it. */
export const registrationJwt = ({ registrar }: Issuers, now: Temporal.Instant): Promise<string> =>
  signJwt(
    registrar.signer.privateKey,
    { typ: REGISTRATION_TYPE, x5c: x5cOf(registrar) },
    {
      name: RELYING_PARTY,
      sub: "VATEL-000000000",
      country: registrar.country,
      purpose: [
        { lang: "el", value: "Κράτηση ραντεβού σε ΚΕΠ" },
        { lang: "en", value: "Booking an appointment at a citizen service centre" },
      ],
      credentials: [
        { format: "dc+sd-jwt", meta: { vct_values: [PID_TYPE] }, claim: CLAIMS.map((name) => ({ path: [name] })) },
      ],
      iat: inSeconds(now),
      exp: inSeconds(now.add({ hours: 24 * 365 })),
    },
  );
