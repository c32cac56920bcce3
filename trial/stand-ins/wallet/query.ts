import { z } from "zod";
import type { PidClaims } from "./issue/pid.ts";
import { RequestFault } from "./request-fault.ts";

const zQuery = z.object({
  credentials: z
    .array(
      z.object({
        id: z.string().regex(/^[\w-]+$/),
        format: z.literal("dc+sd-jwt"),
        meta: z.object({ vct_values: z.array(z.string()).min(1) }),
        claims: z.array(z.object({ id: z.string().optional(), path: z.tuple([z.string()]) })).min(1),
        claim_sets: z.array(z.array(z.string())).min(1).optional(),
      }),
    )
    .length(1),
});

/** The one credential that is asked for, and its claims by name, the sets of them that serve in the asker's order */
export interface CredentialQuery {
  readonly id: string;
  readonly types: readonly string[];
  readonly claimSets: readonly (readonly string[])[];
}

/** As much of DCQL (OpenID4VP 1.0, 6) as one PID needs. @throws RequestFault at whatever is beyond */
export function credentialQuery(query: unknown): CredentialQuery {
  const parsed = zQuery.safeParse(query);
  const [credential] = parsed.data?.credentials ?? [];
  if (!credential) throw new RequestFault("query", { cause: parsed.error });
  const byId = new Map(credential.claims.map(({ id, path: [name] }) => [id, name]));
  const nameAt = (id: string) => {
    const name = byId.get(id);
    if (name === undefined) throw new RequestFault("query");
    return name;
  };
  const all = credential.claims.map(({ path: [name] }) => name);
  return {
    id: credential.id,
    types: credential.meta.vct_values,
    claimSets: credential.claim_sets?.map((ids) => ids.map(nameAt)) ?? [all],
  };
}

/** The first set that the person has all of; null where there is none */
export const claimsToShow = ({ claimSets }: CredentialQuery, claims: PidClaims): readonly string[] | null =>
  claimSets.find((names) => names.every((name) => claims[name] !== undefined)) ?? null;

/** Every claim that may be shown, once */
export const claimsOfQuery = ({ claimSets }: CredentialQuery): readonly string[] => [...new Set(claimSets.flat())];
