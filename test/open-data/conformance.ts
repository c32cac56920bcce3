import jsonld from "jsonld";
import Validator from "rdf-validate-shacl";

/** Whether a JSON-LD document holds to shapes of SHACL, by two libraries that know nothing of ours. */

const { factory } = new Validator([] as never);

/** What is wrong, one line each; none: it conforms. Nothing is fetched: contexts stand in the documents. */
export async function shapeFindings(document: object, shapes: object): Promise<string[]> {
  const report = await new Validator(await dataset(shapes)).validate(await dataset(document));
  return report.results.map(
    ({ focusNode, path, message }) =>
      `${focusNode?.value}: ${path?.value}: ${message.map(({ value }: { value: string }) => value).join("; ")}`,
  );
}

/** How many nodes of a type there are. */
export async function countOfType(document: object, type: string): Promise<number> {
  const quads = await triples(document);
  return quads.filter(({ predicate, object }) => predicate.value === RDF_TYPE && object.value === type).length;
}

const RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";

const triples = (document: object) =>
  jsonld.toRDF(document, {
    documentLoader: async (url: string) => {
      throw new Error(`${url} was to be fetched.`);
    },
  });

async function dataset(document: object) {
  const quads = await triples(document);
  return factory.dataset(
    quads.map(({ subject, predicate, object }) =>
      factory.quad(term(subject) as never, factory.namedNode(predicate.value), term(object) as never),
    ),
  );
}

type Term = Awaited<ReturnType<typeof triples>>[number]["object"];

function term({ termType, value, language, datatype }: Term) {
  if (termType === "NamedNode") return factory.namedNode(value);
  if (termType === "BlankNode") return factory.blankNode(value.replace(/^_:/, ""));
  return factory.literal(value, language || factory.namedNode(datatype?.value ?? ""));
}
