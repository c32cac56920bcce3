import { randomUUID } from "node:crypto";
import { asOwner, emptyDatabase } from "./database.ts";

/** The roles of docs/operations.md: an owner who may make and alter none, and a login that owns nothing. */
export interface DocumentedRoles {
  readonly login: string;
  /** An empty database of that owner */
  aDatabase(): Promise<RolesDatabase>;
  drop(): Promise<void>;
}

export interface RolesDatabase {
  readonly ownerUrl: string;
  readonly appUrl: string;
  /** Of a superuser */
  readonly adminUrl: string;
}

export async function documentedRoles(): Promise<DocumentedRoles> {
  const name = randomUUID().replaceAll("-", "");
  const [owner, login] = [`owner_${name}`, `login_${name}`];
  const first = await emptyDatabase();
  await asOwner(
    first.url,
    `create role ${owner} login password 'secret'; grant visits_definer to ${owner};
    create role ${login} login password 'secret' in role visits_app`,
  );
  const made = [first];
  return {
    login,
    aDatabase: async () => {
      const { url } = made[made.push(await emptyDatabase()) - 1] as typeof first;
      await asOwner(url, `alter database ${new URL(url).pathname.slice(1)} owner to ${owner}`);
      const as = (username: string) => Object.assign(new URL(url), { username, password: "secret" }).href;
      return { ownerUrl: as(owner), appUrl: as(login), adminUrl: url };
    },
    drop: async () => {
      for (const { drop } of made.slice(1)) await drop();
      await asOwner(first.url, `drop role ${owner}, ${login}`);
      await first.drop();
    },
  };
}
