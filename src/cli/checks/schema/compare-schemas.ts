export interface SchemaDifferences {
  /** The release makes it, and it is not there so */
  readonly missing: readonly string[];
  /** It is there, and the release does not make it so */
  readonly added: readonly string[];
}

/**
 * What two schemas do not have in common, each as `presentSchema` writes it: whatever the order. A thing that was changed is
 * missing as the release has it, and was added as it is. Pure.
 */
export function compareSchemas(release: string, present: string): SchemaDifferences {
  const [wanted, found] = [thingsIn(release), thingsIn(present)];
  return { missing: without(wanted, found), added: without(found, wanted) };
}

const without = (things: ReadonlyMap<string, string>, others: ReadonlyMap<string, string>): string[] =>
  [...things].filter(([text]) => !others.has(text)).map(([, name]) => name);

const IS_WHOLE = /^(-- Called by .*\n)?create (view|function|procedure|aggregate) /;

/** Text → how it is named. A view and a function are one thing; of a table each line is one. */
function thingsIn(schema: string): ReadonlyMap<string, string> {
  const paragraphs = schema.split(/\n\n(?=create |alter |grant |-- )/);
  return new Map(
    paragraphs.flatMap((paragraph) => {
      const lines = paragraph.split("\n").filter((line) => line !== "");
      if (IS_WHOLE.test(paragraph))
        return [[paragraph.trim(), lines.find((line) => !line.startsWith("--")) ?? ""] as const];
      const [, table] = /^create (?:unlogged )?table (\S+) \(/m.exec(paragraph) ?? [];
      return lines
        .map((line) => withoutComma(table ? `${table}: ${line.trim()}` : line))
        .map((text) => [text, text] as const);
    }),
  );
}

/** The last member of a table has none. */
const withoutComma = (line: string): string => line.replace(/,(?=$| {2}-- )/, "");
