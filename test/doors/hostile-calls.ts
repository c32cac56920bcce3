import fc from "fast-check";
import type pg from "pg";

/** A call that nobody of the program would make. */
export interface HostileCall {
  readonly text: string;
  readonly values: readonly unknown[];
  /** Whose transaction it says that it is; null: of nobody */
  readonly office: number | null;
  readonly employee: number | null;
  /** Nobody's call of a function that only reads changes anything. */
  readonly writes: boolean;
}

interface Callable {
  readonly name: string;
  readonly writes: boolean;
  readonly names: readonly string[];
  readonly types: readonly string[];
}

/** Every function with more rights than the application's that the application may call. */
async function callables(owner: pg.Client): Promise<readonly Callable[]> {
  const { rows } = await owner.query<Callable>(`
    select oid::regproc::text as name, provolatile = 'v' as writes, coalesce(proargnames, '{}') as names,
      array(select format_type(type, null) from unnest(proargtypes) with ordinality as given (type, n) order by n) as types
    from pg_proc where prosecdef and prorettype <> 'trigger'::regtype and has_function_privilege('visits_app', oid, 'execute')
    order by 1`);
  return rows;
}

/** So many calls of each, with whatever a caller may know, and with what makes no sense. */
export async function hostileCalls(
  owner: pg.Client,
  { own, times, seed }: { readonly own: number; readonly times: number; readonly seed: number },
): Promise<HostileCall[]> {
  const pools = await poolsOf(owner);
  const scopes = fc.record({ office: fc.constantFrom(own, null), employee: fc.constantFrom(1, null) });
  return (await callables(owner)).flatMap(({ name, writes, names, types }, n) => {
    const values = fc.tuple(...types.map((type, at) => argumentOf(names[at] ?? "", type, pools)));
    const text = `select to_jsonb(answer)::text as answer from ${name}(${types.map((type, at) => `$${at + 1}::${type}`)}) as answer`;
    return fc
      .sample(fc.tuple(values, scopes), { numRuns: types.length === 0 ? 1 : times, seed: seed + n })
      .map(([given, scope]) => ({ text, values: given, writes, ...scope }));
  });
}

type Pools = Readonly<Record<string, readonly unknown[]>>;

/** By its name where only few values lead anywhere, else by its type. */
function argumentOf(name: string, type: string, pools: Pools): fc.Arbitrary<unknown> {
  const known = pools[name] ?? pools[type.replace("[]", "")];
  if (!known) throw new Error(`Nothing hostile is known of the type ${type}.`);
  return type.endsWith("[]") ? fc.array(fc.constantFrom(...known), { maxLength: 3 }) : fc.constantFrom(...known);
}

const MOMENTS = ["-infinity", "1970-01-01", "2100-01-01", "9999-12-31", null] as const;
const NUMBERS = [-1, 0, 1, 100_000, null] as const;

async function poolsOf(owner: pg.Client): Promise<Pools> {
  const all = async (sql: string) => (await owner.query<{ value: unknown }>(sql)).rows.map(({ value }) => value);
  const offices = await all("select id as value from office");
  return {
    "timestamp with time zone": [...MOMENTS, "infinity"],
    date: MOMENTS,
    integer: [...NUMBERS, 2_147_483_647, ...offices, ...offices],
    text: ["signature", "Κρήτη", "morning", "hours", "", "'; drop table appointment; --", null].concat(
      (await all("select reference as value from appointment union all select afm from employee")) as string[],
    ),
    uuid: [
      null,
      ...(await all("select id as value from appointment union all select id from partner")),
      ...(await all("select id as value from sweep")),
    ],
    bytea: [
      Buffer.alloc(0),
      Buffer.from("key"),
      null,
      ...(await all("select token_hash as value from appointment_link")),
    ],
    wanted_partner: await all("select id as value from partner"),
    since: ["-infinity", "1970-01-01"],
    until: ["2100-01-01", "infinity"],
    most: [100_000, 1_000, 1, null],
    place_office: offices,
    place_at: ["1970-01-01"],
    wanted_weekday: [1, 7],
    wanted_part: ["morning"],
    notices: ["hours"],
    most_a_day: [100_000],
    boolean: [true, false, null],
    jsonb: ["null", "[]", "{}", '[{"lastName": "Δοκιμή", "firstName": ""}]', '[1, null, "x"]', null],
  };
}
