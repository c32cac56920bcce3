import ts from "typescript";

/** What PostgreSQL takes for a value of the program, by the way in which pg sends it. */
const TAKEN_FOR = {
  number: ["smallint", "integer", "bigint", "real", "double precision", "numeric"],
  bigint: ["bigint", "numeric"],
  boolean: ["boolean"],
  // A text is read as whatever is written so; a bigint comes and goes as one.
  string: [
    "text",
    "character varying",
    "character",
    "name",
    "uuid",
    "json",
    "jsonb",
    "bigint",
    "numeric",
    "regclass",
    "date",
    "time without time zone",
    "timestamp with time zone",
    "interval",
    "daterange",
    "tstzrange",
    "inet",
  ],
  bytes: ["bytea"],
  instant: ["timestamp with time zone"],
  date: ["date", "timestamp without time zone"],
  object: ["json", "jsonb"],
} as const;

type Kind = keyof typeof TAKEN_FOR;

const KINDS_BY_NAME: Readonly<Record<string, Kind>> = {
  Buffer: "bytes",
  Uint8Array: "bytes",
  Instant: "instant",
  PlainDate: "date",
};

/** Undefined: it fits, or its type does not say what it is. */
export function misfitOf(checker: ts.TypeChecker, value: ts.Expression, taken: string): string | undefined {
  const given = checker.getTypeAtLocation(value);
  if (fits(checker, given, taken)) return undefined;
  return `${value.getText()} is ${checker.typeToString(given)}, but ${taken} is wanted`;
}

function fits(checker: ts.TypeChecker, given: ts.Type, taken: string): boolean {
  if (given.isUnion()) return given.types.every((type) => fits(checker, type, taken));
  if (given.flags & SAYS_NOTHING) return true;
  const constraint = checker.getBaseConstraintOfType(given);
  if (given.flags & ts.TypeFlags.TypeParameter) return !constraint || fits(checker, constraint, taken);
  if (checker.isArrayType(given) || checker.isTupleType(given)) return fitsArray(checker, given, taken);
  const fitting: readonly string[] = TAKEN_FOR[kindOf(given)];
  return fitting.includes(taken);
}

const SAYS_NOTHING =
  ts.TypeFlags.Any | ts.TypeFlags.Unknown | ts.TypeFlags.Null | ts.TypeFlags.Undefined | ts.TypeFlags.Never;

const fitsArray = (checker: ts.TypeChecker, given: ts.Type, taken: string): boolean =>
  taken.endsWith("[]") &&
  checker.getTypeArguments(given as ts.TypeReference).every((type) => fits(checker, type, taken.slice(0, -2)));

function kindOf(given: ts.Type): Kind {
  if (given.flags & ts.TypeFlags.NumberLike) return "number";
  if (given.flags & ts.TypeFlags.BigIntLike) return "bigint";
  if (given.flags & ts.TypeFlags.BooleanLike) return "boolean";
  if (given.flags & ts.TypeFlags.StringLike) return "string";
  return KINDS_BY_NAME[given.symbol?.name ?? ""] ?? "object";
}
