import { z } from "zod";
import type { Authority } from "./issue/authority.ts";
import { REGISTRATION_TYPE } from "./issue/registration.ts";
import { decoded, inSeconds, isJwtSignedBy } from "./issue/signing.ts";

/** What the registrar says that the asker may ask, and for what */
export interface Registration {
  readonly purpose: string;
  readonly claims: readonly string[];
}

const zHeader = z.object({ typ: z.literal(REGISTRATION_TYPE), alg: z.literal("ES256") });

const zPayload = z.object({
  purpose: z.array(z.object({ lang: z.string(), value: z.string() })).min(1),
  credentials: z.array(z.object({ claim: z.array(z.object({ path: z.tuple([z.string()]) })) })),
  exp: z.number(),
});

/**
 * Reads the certificate that travels in `verifier_info`. @returns null where there is none, or none that the trial's registrar
 * signed: the wallet warns then, and asks its person all the same.
 */
export async function readRegistration(
  info: readonly { readonly data: unknown }[],
  registrar: Authority,
  now: Temporal.Instant,
): Promise<Registration | null> {
  for (const { data } of info) {
    const found = typeof data === "string" ? await registrationIn(data, registrar, now) : null;
    if (found) return found;
  }
  return null;
}

async function registrationIn(jwt: string, registrar: Authority, now: Temporal.Instant): Promise<Registration | null> {
  const [header, payload] = partsOf(jwt);
  const { success, data } = zPayload.safeParse(payload);
  if (!success || data.exp < inSeconds(now)) return null;
  if (!zHeader.safeParse(header).success) return null;
  if (!(await isJwtSignedBy(registrar.signer.publicKey, jwt))) return null;
  const purpose = data.purpose.find(({ lang }) => lang === "el") ?? data.purpose[0];
  const claims = data.credentials.flatMap(({ claim }) => claim.map(({ path: [name] }) => name));
  return { purpose: purpose?.value ?? "", claims };
}

function partsOf(jwt: string): readonly unknown[] {
  try {
    return jwt.split(".").slice(0, 2).map(decoded);
  } catch {
    return [];
  }
}
