import type { CellAnswer } from "../contract.ts";
import { lineOfRow } from "../matrix/row-label.ts";
import { type Reading, type ReadRow, readRows } from "../read-row.ts";
import type { UnreadCell } from "./claimed-cells.ts";

/** What a person says of cells that nobody read. Pure but for its turns. */

interface Answered {
  readonly rows: readonly ReadRow[];
  readonly unread: readonly UnreadCell[];
  readonly onPaper: readonly UnreadCell[];
}

const COLUMNS = ["date", "time", "fullName"] as const;

/** A person becomes a row of that line's day and time; a note goes to whoever stands before it, and without one it waits. */
export async function withAnswers(
  rows: readonly ReadRow[],
  cells: readonly UnreadCell[],
  answers: Readonly<Record<string, CellAnswer>>,
  reading: Omit<Reading, "columns">,
): Promise<Answered> {
  const saying = (answer: CellAnswer) => cells.filter(({ id }) => answers[id] === answer);
  const people = saying("person").map((cell) => {
    const beside = visitBeside(rows, cell);
    const when = [beside?.date?.toString() ?? "", beside?.time ?? ""];
    return { row: cell.id, cells: [...when, cell.text], ids: [[], [], [cell.id]] };
  });
  const notes = new Map(saying("note").map((cell) => [cell, visitBeside(rows, cell)]));
  const others = await readRows(people, { ...reading, columns: COLUMNS });
  const noted = rows.map((row) =>
    withNotes(
      row,
      [...notes].flatMap(([cell, beside]) => (beside === row ? [cell] : [])),
    ),
  );
  const isWaiting = (cell: UnreadCell) => answers[cell.id] === undefined || notes.get(cell) === null;
  return { rows: [...noted, ...others.rows], unread: cells.filter(isWaiting), onPaper: saying("paper") };
}

/** The last one before it in its line, or else the first. */
function visitBeside(rows: readonly ReadRow[], { id }: UnreadCell): ReadRow | null {
  const own = rows.filter(({ row }) => lineOfRow(row) === lineOfRow(id));
  return own.findLast(({ sources }) => sources.every((source) => source < id)) ?? own[0] ?? null;
}

function withNotes(row: ReadRow, cells: readonly UnreadCell[]): ReadRow {
  if (cells.length === 0) return row;
  const notes = [row.notes, ...cells.map(({ text }) => text)].filter(Boolean).join(" · ");
  return { ...row, notes, sources: [...row.sources, ...cells.map(({ id }) => id)] };
}
