/** What others rely on of /api/public/v1 and of notices: operations, what they have to send and what they are answered. */

interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

interface Message {
  readonly content?: Readonly<Record<string, { readonly schema?: Schema }>>;
}

interface Operation {
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly required?: boolean }[];
  readonly requestBody?: Message;
  readonly responses: Readonly<Record<string, Message>>;
}

interface Contract {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly webhooks: Readonly<Record<string, { readonly post: Operation }>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/** A line each, sorted: what is asked begins with "needs" or "takes", what is answered with "gives". */
export function publicLines(contract: Contract): string[] {
  const schemaOf = (message: Message | undefined): Schema => Object.values(message?.content ?? {})[0]?.schema ?? {};
  const namesIn = (schema: Schema) => membersOf(schema, contract.components.schemas, "", []);
  const ofOperation = (name: string, { parameters = [], requestBody, responses }: Operation): string[] => {
    const answered = Object.entries(responses).filter(([status]) => status.startsWith("2"));
    return [
      name,
      ...parameters.map((one) => `${name} ${one.required ? "needs" : "takes"} ${one.in} ${one.name}`),
      ...namesIn(schemaOf(requestBody)).map(({ path, isNeeded }) => `${name} ${isNeeded ? "needs" : "takes"} ${path}`),
      ...answered.flatMap(([status, answer]) => [
        `${name} gives ${status}`,
        ...namesIn(schemaOf(answer)).map(({ path }) => `${name} gives ${status} ${path}`),
      ]),
    ];
  };
  const operations = Object.entries(contract.paths)
    .filter(([path]) => path.startsWith("/api/public/v1/") || path.startsWith("/calendar/"))
    .flatMap(([path, methods]) =>
      Object.entries(methods).flatMap(([method, operation]) =>
        ofOperation(`${method.toUpperCase()} ${path}`, operation),
      ),
    );
  const notices = Object.entries(contract.webhooks).flatMap(([name, { post }]) => ofOperation(`notice ${name}`, post));
  return [...new Set([...operations, ...notices])].sort();
}

interface Member {
  readonly path: string;
  readonly isNeeded: boolean;
}

/** By their paths: `months[].versions[].file`. A schema that holds itself is followed once. */
function membersOf(
  schema: Schema,
  all: Contract["components"]["schemas"],
  at: string,
  seen: readonly string[],
): Member[] {
  const name = schema.$ref?.split("/").at(-1);
  if (name !== undefined) return seen.includes(name) ? [] : membersOf(all[name] ?? {}, all, at, [...seen, name]);
  const parts = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].flatMap((one) => membersOf(one, all, at, seen));
  const items = schema.items ? membersOf(schema.items, all, `${at}[]`, seen) : [];
  const own = Object.entries(schema.properties ?? {}).flatMap(([key, member]) => {
    const path = at === "" ? key : `${at}.${key}`;
    return [{ path, isNeeded: schema.required?.includes(key) ?? false }, ...membersOf(member, all, path, seen)];
  });
  return [...own, ...items, ...parts];
}
