/** What an import will write. Pure. */

export interface ImportPlan<Row> {
  /** New and changed rows, whole */
  readonly write: readonly Row[];
  readonly summary: ImportSummary;
}

export interface ImportSummary {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
}

/** Rows of a file laid over what is stored: a column that the file lacks stays as it is, or as `fresh` has it. */
export function importPlan<Row extends { readonly code: string }>(
  given: readonly (Partial<Row> & { readonly code: string })[],
  stored: ReadonlyMap<string, Row>,
  fresh: Omit<Row, "code">,
): ImportPlan<Row> {
  const merged = given.map((row) => {
    const before = stored.get(row.code);
    return { before, after: { ...fresh, ...before, ...present(row) } as Row };
  });
  const added = merged.filter(({ before }) => !before).length;
  const write = merged.filter(({ before, after }) => !before || differs(before, after)).map(({ after }) => after);
  const changed = write.length - added;
  return { write, summary: { added, changed, unchanged: given.length - added - changed } };
}

const present = (row: object) => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined));

const differs = <Row extends object>(before: Row, after: Row): boolean =>
  (Object.keys(after) as (keyof Row)[]).some((column) => before[column] !== after[column]);
