import { LARGEST_INTEGER, LEAST_INTEGER } from "../../src/platform/number-schemas.ts";

type Node = Readonly<Record<string, unknown>>;

/** Every number of a request that may be wider than PostgreSQL's integer, by where it stands. */
export function wideNumbers(contract: string): string[] {
  const document: Node = JSON.parse(contract);
  const found = new Set<string>();
  const seen = new Set<string>();

  function look(part: unknown, at: string): void {
    if (typeof part !== "object" || part === null) return;
    const node = part as Node;
    if (typeof node.$ref === "string") lookOnce(node.$ref);
    if ((node.type === "integer" || node.type === "number") && isWide(node)) found.add(at);
    for (const [key, member] of Object.entries(node)) look(member, `${at}/${key}`);
  }
  function lookOnce(reference: string): void {
    if (seen.has(reference)) return;
    seen.add(reference);
    const path = reference.slice("#/".length).split("/");
    look(
      path.reduce<unknown>((part, key) => (part as Node)[key], document),
      path.at(-1) ?? "",
    );
  }

  for (const [path, methods] of Object.entries(document.paths as Node))
    for (const [method, operation] of Object.entries(methods as Node)) {
      const { parameters = [], requestBody } = operation as { parameters?: Node[]; requestBody?: unknown };
      for (const { name, schema } of parameters) look(schema, `${method} ${path} ${name}`);
      look(requestBody, `${method} ${path}`);
    }
  return [...found];
}

const isWide = ({ minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY }: Node): boolean =>
  Number(minimum) < LEAST_INTEGER || Number(maximum) > LARGEST_INTEGER;
