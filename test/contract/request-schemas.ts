export type Node = Readonly<Record<string, unknown>>;

/** Looks at every schema of what the program is sent (paths, queries, headers, bodies), each named one once, by where it stands. */
export function lookAtRequests(contract: string, visit: (schema: Node, at: string) => void): void {
  const document: Node = JSON.parse(contract);
  const seen = new Set<string>();

  function look(part: unknown, at: string): void {
    if (typeof part !== "object" || part === null) return;
    const node = part as Node;
    if (typeof node.$ref === "string") lookOnce(node.$ref);
    visit(node, at);
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
}
