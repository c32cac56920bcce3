import type { Socket } from "node:net";
import pg from "pg";

/** Rows of a table by COPY, which is the quickest way in: columns by their names, in one order. */
type Column = string | number | null;
export interface Rows {
  readonly table: string;
  readonly columns: readonly string[];
  readonly values: readonly (readonly Column[])[];
}

/**
 * COPY refuses a table whose row-level security binds this role; its rows then go by way of a table without.
 * @param answerOf hears each answer first
 */
export async function copyRows(
  client: pg.ClientBase,
  { table, columns, values }: Rows,
  answerOf: <T>(answer: Promise<T>) => Promise<T> = (answer) => answer,
): Promise<void> {
  const names = columns.join(", ");
  let text = "";
  for (const row of values) text += lineOf(row);
  const asking = client.query<{ bound: boolean }>("select row_security_active($1::regclass) as bound", [table]);
  const { rows } = await answerOf(asking);
  if (!rows[0]?.bound) {
    await answerOf(copyText(client, `${table} (${names})`, text));
    return;
  }
  const aside = `copied_${table}`;
  const say = (statement: string) => answerOf(client.query(statement));
  await say(`create temporary table ${aside} on commit drop as select ${names} from ${table} with no data`);
  await answerOf(copyText(client, `${aside} (${names})`, text));
  await say(`insert into ${table} (${names}) select ${names} from ${aside}; drop table ${aside}`);
}

/** What a column of COPY's text format may not hold as it is. */
const SPECIAL = /[\\\t\n\r]/;
const EACH_SPECIAL = new RegExp(SPECIAL, "g");
const ESCAPED: Readonly<Record<string, string>> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };

function lineOf(values: readonly Column[]): string {
  let line = columnOf(values[0] ?? null);
  for (let at = 1; at < values.length; at += 1) line += `\t${columnOf(values[at] ?? null)}`;
  return `${line}\n`;
}

function columnOf(value: Column): string {
  if (value === null) return "\\N";
  if (typeof value === "number") return String(value);
  return SPECIAL.test(value) ? value.replaceAll(EACH_SPECIAL, (character) => ESCAPED[character] ?? "") : value;
}

/** What pg keeps to itself of a connection. */
export interface CopyConnection {
  readonly stream: Socket;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
  sendCopyFail(reason: string): void;
}

/** In one go: on a connection that several statements share, none of them may come in between. */
const copyText = (client: pg.ClientBase, target: string, text: string): Promise<unknown> =>
  copyFrom(client, target, (connection) => {
    connection.sendCopyFromChunk(Buffer.from(text));
    connection.endCopyFrom();
  });

/** pg answers a COPY by giving up; this one is answered by `give`. @returns how many rows went in */
export function copyFrom(
  client: pg.ClientBase,
  target: string,
  give: (connection: CopyConnection) => unknown,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const query = new pg.Query(`copy ${target} from stdin`, (error, result) =>
      error ? reject(error) : resolve(result.rowCount ?? 0),
    );
    client.query(Object.assign(query, { handleCopyInResponse: give }));
  });
}
