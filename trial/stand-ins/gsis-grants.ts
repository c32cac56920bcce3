import { createHash, randomBytes } from "node:crypto";

export interface Grant {
  readonly personId: string;
  readonly redirectUri: string;
  readonly challenge: string | null;
}

const CODE_MS = 60_000;
const TOKEN_MS = 600_000;

export type Grants = ReturnType<typeof createGrants>;

/** Codes serve once and shortly, and only for the address they were sent to. */
export function createGrants() {
  const codes = new Map<string, Grant & { readonly until: number }>();
  const tokens = new Map<string, { readonly personId: string; readonly until: number }>();
  return {
    code(grant: Grant): string {
      return put(codes, { ...grant, until: Date.now() + CODE_MS });
    },
    exchange(code: string, redirectUri: string, verifier: string): string | null {
      const grant = codes.get(code);
      codes.delete(code);
      if (!grant || grant.until < Date.now() || grant.redirectUri !== redirectUri) return null;
      if (grant.challenge !== null && grant.challenge !== challengeOf(verifier)) return null;
      return put(tokens, { personId: grant.personId, until: Date.now() + TOKEN_MS });
    },
    personOf(token: string): string | null {
      const found = tokens.get(token);
      return found && found.until >= Date.now() ? found.personId : null;
    },
  };
}

function put<Value>(map: Map<string, Value>, value: Value): string {
  const key = randomBytes(24).toString("base64url");
  map.set(key, value);
  return key;
}

const challengeOf = (verifier: string): string => createHash("sha256").update(verifier).digest("base64url");
