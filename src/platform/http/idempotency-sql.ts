import { type AcrossOffices, type Part, part, type Tx } from "../database/sql.ts";

/** SQL of stored answers: each office's, which are closed to others. */

export interface IdempotencyScope {
  readonly office: number;
  readonly employee: number;
  readonly route: string;
  readonly key: string;
  readonly requestHash: Buffer;
}

/** One act that its caller may ask for again. */
export interface OnceAct {
  readonly scope: IdempotencyScope;
  /** Of its answer */
  readonly status: number;
  readonly now: Temporal.Instant;
}

export interface AnswerRow {
  readonly request_hash: Buffer;
  readonly status: number;
  readonly response: unknown;
  readonly created_at: Temporal.Instant;
}

/**
 * Waits for whoever does one of them just now, at most the lock timeout. In the order of the acts; null: none is stored. Their age
 * is no condition of the statement: a table still empty when it is planned would be searched by it for ever.
 */
export async function findAnswers(
  tx: Tx,
  acts: readonly Pick<OnceAct, "scope">[],
  since: Temporal.Instant,
): Promise<(AnswerRow | null)[]> {
  const scopes = acts.map(({ scope }) => scope);
  const rows = await tx.sql<AnswerRow & { act: number }>`
    select act, request_hash, status, response, created_at
    from stored_answers(${scopes[0]?.office}::integer, ${scopes.map(({ employee }) => employee)}::integer[],
      ${scopes.map(({ route }) => route)}::text[], ${scopes.map(({ key }) => key)}::text[])`;
  const standing = rows.filter(({ created_at }) => Temporal.Instant.compare(created_at, since) > 0);
  return acts.map((_, index) => standing.find(({ act }) => act === index + 1) ?? null);
}

/** In the place of an expired one of this key. */
export async function insertAnswer(tx: Tx, act: OnceAct, body: unknown): Promise<void> {
  await tx.sql`${storingAnswer(act, part`${JSON.stringify(body)}::jsonb`, part``)}`;
}

/** Stores an answer; with a source, only where that has a row. */
export const storingAnswer = (
  { scope: { office, employee, route, key, requestHash }, status, now }: OnceAct,
  response: Part,
  source: Part,
): Part => part`
  insert into idempotency_key (office_id, employee_id, route, key, request_hash, status, response, created_at)
  select ${office}::integer, ${employee}::integer, ${route}, ${key}, ${requestHash}::bytea, ${status}::smallint, ${response},
    ${now}::timestamptz ${source}
  on conflict (office_id, employee_id, route, key) do update set request_hash = excluded.request_hash,
    status = excluded.status, response = excluded.response, created_at = excluded.created_at`;

/** Stored answers in which one of these stands, in any office: by the owner of the tables alone. */
export async function deleteAnswersAbout(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.sql`
    delete from idempotency_key where exists (
      select from regexp_matches(response::text, '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}', 'g') as found (id)
      where id[1] = any (${ids}::text[]))`;
}

/** How many were gone, of all offices; more may be left until it is none. */
export async function forgetAnswers(tx: AcrossOffices<Tx>, expired: Temporal.Instant): Promise<number> {
  const rows = await tx.sql<{ count: string }>`select forget_answers(${expired}) as count`;
  return Number(rows[0]?.count ?? 0);
}
