interface WithSchemas {
  readonly components: {
    readonly schemas?: Readonly<Record<string, object>>;
    readonly [others: string]: Readonly<Record<string, object>> | undefined;
  };
}

const REFERENCE = /"#\/components\/schemas\/(\w+)"/g;

/**
 * Every schema stands in the document as it is sent and, as "…Input", as it is received. Those that nothing names go; what
 * is received as it is sent, or is only received, needs no other name than its own.
 */
export function withNeededSchemas<Document extends WithSchemas>(document: Document): Document {
  const schemas = document.components.schemas ?? {};
  const needed = new Set<string>();
  const need = (part: object) => {
    for (const name of namesIn(part)) {
      if (needed.has(name)) continue;
      needed.add(name);
      need(schemas[name] ?? {});
    }
  };
  need({ ...document, components: { ...document.components, schemas: {} } });
  const own = (name: string) => {
    const short = name.replace(/Input$/, "");
    const isOther = needed.has(short) && JSON.stringify(schemas[short]) !== JSON.stringify(schemas[name]);
    return isOther ? name : short;
  };
  const kept = Object.fromEntries([...needed].sort().map((name) => [own(name), schemas[name]]));
  const trimmed = { ...document, components: { ...document.components, schemas: kept } };
  return JSON.parse(
    JSON.stringify(trimmed).replace(REFERENCE, (_, name) => `"#/components/schemas/${own(name)}"`),
  ) as Document;
}

const namesIn = (part: object): string[] =>
  [...JSON.stringify(part).matchAll(REFERENCE)].map(([, name]) => name as string);
