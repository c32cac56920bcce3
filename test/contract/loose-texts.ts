import { lookAtRequests, type Node } from "./request-schemas.ts";

/** What the program refuses by 400 wherever it is sent one, as it should read for whoever knows the contract alone. */
const REFUSED = {
  date: ["1999-12-31", "2100-01-01", "2026-02-29", "2026-04-31"],
  "if-match": ["", '"seven"', "x7", '"1234567890"'],
  "idempotency-key": ["a b", "ά", "k".repeat(201)],
} as const;

/** Every date and header of a request whose pattern lets by what the program refuses. */
export function looseTexts(contract: string): string[] {
  const found = new Set<string>();
  lookAtRequests(contract, (schema, at) => {
    const kind = kindOf(schema, at);
    if (kind && REFUSED[kind].some((text) => isLetBy(schema, text))) found.add(at);
  });
  return [...found];
}

function kindOf({ type, format }: Node, at: string): keyof typeof REFUSED | null {
  if (type !== "string") return null;
  if (format === "date") return "date";
  const name = at.split(" ").at(-1)?.toLowerCase();
  return name === "if-match" || name === "idempotency-key" ? name : null;
}

const isLetBy = ({ pattern }: Node, text: string): boolean =>
  typeof pattern !== "string" || new RegExp(pattern, "u").test(text);
