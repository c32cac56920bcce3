import type pg from "pg";
import type { Finding } from "./finding.ts";

/**
 * What may more than its caller believes no moment, office or author of the caller. A function that only reads and answers
 * with ids, numbers and times may be asked about any of them; all others stand here, each with its reason.
 */
const WRITES_FOR_CALLER: Readonly<Record<string, string>> = {
  anonymize_due: "of current_office() alone, by server_clock() and the ministry's period; writes its entry",
  forget_answers: "a day old at least by server_clock(); writes its entry",
  forget_webhooks: "thirty days old at least by server_clock(); writes its entry",
  settle_searches: "ten seconds old at least by server_clock(); each becomes an entry",
  take_webhooks: "due by server_clock(), for a minute from then",
  replay_webhooks: "tells a partner's own address once more, from server_clock() on at the latest",
  keep_directory_answer:
    "whom the directory has named, which only the program can know; asked by server_clock() at the latest",
  keep_employee: "whom the sign-in has named, which only the program can know",
};

const TELLS_CALLER: Readonly<Record<string, string>> = {
  new_reference: "a number that nobody has yet",
  open_session: "to whoever has the hash of the session's secret: whose it is, and their rights",
  employee_of_afm: "to whoever knows the tax number: a name that every office may read",
  own_afm: "the tax number of the employee whose transaction it is, for the directory",
  link_of_token: "to whoever has the hash of the link's secret: hashes and a kind",
  partner_visit_of_key: "the hash of a request",
  audit_ends: "hashes of seals, to be signed",
  onboarding_of_offices: "names of steps",
  rule_acts_of_offices: "names of acts",
  offices_with_own_minutes: "codes of services",
  online_terms: "when an office's days open to citizens, as its page says",
  missed_words: "words that five have used, and that sound like no name",
};

interface Definer {
  readonly name: string;
  readonly writes: boolean;
  readonly moments: readonly string[];
  /** Offices and people that the caller names */
  readonly named: readonly string[];
  /** Of its answer, what is neither an id nor a number nor a time */
  readonly tells: readonly string[];
  readonly asks_the_clock: boolean;
}

export async function definerArgumentFindings(owner: pg.Client): Promise<Finding[]> {
  const { rows } = await owner.query<Definer>(DEFINERS);
  const listed = { ...WRITES_FOR_CALLER, ...TELLS_CALLER };
  const gone = Object.keys(listed).filter((name) => !rows.some((row) => row.name === name));
  return [
    ...rows.flatMap((row) => faultsOf(row).map((message) => ({ file: row.name, message }))),
    ...gone.map((file) => ({ file, message: "it stands in a list, and there is none" })),
  ];
}

function faultsOf({ name, writes, moments, named, tells, asks_the_clock }: Definer): string[] {
  const believed = [...moments, ...named];
  return [
    writes &&
      believed.length > 0 &&
      !(name in WRITES_FOR_CALLER) &&
      `it writes by its caller's word: ${believed.join()}`,
    writes && moments.length > 0 && !asks_the_clock && `server_clock() does not bound ${moments.join()}`,
    tells.length > 0 && !(name in TELLS_CALLER) && `it tells more than ids and numbers: ${tells.join()}`,
  ].filter((fault) => fault !== false);
}

/** One that calls a function that writes does so itself, whatever it says. */
const DEFINERS = `
  with own as (select * from pg_proc where pronamespace = 'public'::regnamespace
  ), argument as (
    select own.oid, format_type(type, null) as type, coalesce(proargnames[n], '') as name,
      coalesce(proargmodes[n], 'i') in ('i', 'b', 'v') as is_given
    from own, unnest(coalesce(proallargtypes, proargtypes::oid[])) with ordinality as each (type, n)
  ), answer as (
    select oid, type from argument where not is_given
    union all select oid, format_type(prorettype, null) from own where prorettype <> 'record'::regtype
  )
  select proname as name,
    provolatile = 'v' or exists (
      select from own as other where other.provolatile = 'v' and own.prosrc ~ ('\\m' || other.proname || '\\s*\\(')) as writes,
    array(select name from argument where oid = own.oid and is_given and type ~ '^(timestamp|date|time|interval)') as moments,
    array(select name from argument where oid = own.oid and is_given
      and name ~ '(^|_)(offices?|employee|partner|author|afm|ministry|by)$') as named,
    array(select distinct type from answer where oid = own.oid
      and type !~ '^(smallint|integer|bigint|boolean|uuid|date|timestamp with time zone|void)$') as tells,
    prosrc ~ 'server_clock\\(\\)' as asks_the_clock
  from own where prosecdef and prorettype <> 'trigger'::regtype order by 1`;
