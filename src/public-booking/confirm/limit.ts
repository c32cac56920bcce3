import { MOST_PEOPLE } from "../../appointments/field/visit-services.ts";
import type { Visitor } from "../../appointments/online/confirm-held.ts";
import type { Read } from "../../platform/database/sql.ts";
import { acrossOffices } from "../../platform/database/sql.ts";
import { Refusal } from "../../platform/refusal.ts";
import { type ComingName, countPeople, countVisits, type PeopleComing } from "./person-sql.ts";

/**
 * How many appointments to come one person may have, in all offices. Whoever signed in with TAXISnet is counted by who comes:
 * they and each of the others, by name beside them alone, so that nobody's namesake is in anybody's way. All others are counted
 * by visits: mailboxes and telephones can be had by the hundred, and the names of those who come are typed as one likes.
 */

interface Coming {
  /** Of whoever books */
  readonly keys: readonly Buffer[];
  /** The government has said who that is */
  readonly isIdentified: boolean;
  readonly visitor: Pick<Visitor, "last_name" | "first_name" | "companions">;
  readonly limit: number;
  readonly now: Temporal.Instant;
}

/**
 * Behind the lock of the keys, nobody passes it with another appointment meanwhile.
 * @throws Refusal 409 `too-many-visits`, or as `faultOfPeople`
 */
export async function requireWithinLimit(tx: Read, coming: Coming): Promise<void> {
  const { keys, isIdentified, limit, now } = coming;
  if (isIdentified) {
    const fault = await faultOfPeople(tx, coming);
    if (fault) throw fault;
    return;
  }
  const visits = await countVisits(acrossOffices(tx), keys, now);
  if (visits >= limit) throw new Refusal(409, "too-many-visits", { values: { count: visits, limit } });
}

/** Of whoever signed in: `person-too-many-visits`, `nameless-too-many-visits` or `too-many-people`; null: they may all come. */
export const faultOfPeople = async (
  tx: Read,
  { keys, visitor, limit, now }: Omit<Coming, "isIdentified">,
): Promise<Refusal | null> =>
  limitFault({ visitor, limit }, await countPeople(acrossOffices(tx), keys, namesIn(visitor), now));

const OF_LIMIT = ["too-many-visits", "person-too-many-visits", "nameless-too-many-visits", "too-many-people"];

/** A refusal because of what somebody has already, not of the time. */
export const isOfLimit = (error: unknown): error is Refusal =>
  error instanceof Refusal && OF_LIMIT.includes(error.code);

function limitFault(
  { visitor, limit }: Pick<Coming, "visitor" | "limit">,
  { visits, people }: PeopleComing,
): Refusal | null {
  const names = namesIn(visitor);
  const index = visits.findIndex((count) => count >= limit);
  if (index >= 0) {
    const values = { name: nameOf(names[index] as ComingName), count: visits[index] as number, limit };
    return new Refusal(409, values.name === "" ? "nameless-too-many-visits" : "person-too-many-visits", { values });
  }
  const most = limit * MOST_PEOPLE;
  if (people + names.length <= most) return null;
  return new Refusal(409, "too-many-people", { values: { count: people, most } });
}

const namesIn = ({ last_name, first_name, companions }: Coming["visitor"]): readonly ComingName[] => [
  { lastName: last_name, firstName: first_name },
  ...companions.map(({ lastName, firstName }) => ({ lastName, firstName })),
];

const nameOf = ({ lastName, firstName }: ComingName): string => `${lastName} ${firstName}`.trim();
