declare module "jsonld" {
  interface Term {
    readonly termType: "NamedNode" | "BlankNode" | "Literal" | "DefaultGraph";
    readonly value: string;
    readonly language?: string;
    readonly datatype?: { readonly value: string };
  }
  interface Quad {
    readonly subject: Term;
    readonly predicate: Term;
    readonly object: Term;
  }
  const jsonld: { toRDF(document: object, options?: { readonly documentLoader?: unknown }): Promise<Quad[]> };
  export = jsonld;
}
