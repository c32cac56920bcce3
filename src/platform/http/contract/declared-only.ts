import type { FastifySerializerCompiler } from "fastify";
import { z } from "zod";

/**
 * An answer holds what its contract declares, and nothing else leaves. That its members are of the declared kinds the
 * compiler has seen; to check each again would cost more than all that led to the answer.
 */
export const declaredOnly: FastifySerializerCompiler<z.ZodType> = ({ schema }) => declaredText(schema);

/** The same for what is written before it is known to whom it goes. */
export function declaredText(schema: z.ZodType): (body: unknown) => string {
  const keep = keeping(schema);
  return (body) => JSON.stringify(keep(body));
}

type Keep = (value: unknown) => unknown;

const asItIs: Keep = (value) => value;

const PRIMITIVES = new Set(["string", "number", "boolean", "enum", "literal", "null"]);

function keeping(schema: z.ZodType): Keep {
  if (PRIMITIVES.has(schema.def.type)) return asItIs;
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional) return keepingIfThere(schema);
  if (schema instanceof z.ZodArray) return keepingEach(schema);
  if (schema instanceof z.ZodObject && schema.def.catchall === undefined) return keepingMembers(schema);
  if (schema instanceof z.ZodUnion && schema.def.options.every((option) => keeping(option as z.ZodType) === asItIs))
    return asItIs;
  // Schemas of which the names of members do not tell all that is declared.
  return (value) => schema.parse(value);
}

function keepingIfThere(schema: z.ZodNullable | z.ZodOptional): Keep {
  const keep = keeping(schema.def.innerType as z.ZodType);
  return keep === asItIs ? asItIs : (value) => (value === null || value === undefined ? value : keep(value));
}

function keepingEach(schema: z.ZodArray): Keep {
  const keep = keeping(schema.def.element as z.ZodType);
  return keep === asItIs ? asItIs : (value) => (value as unknown[]).map(keep);
}

function keepingMembers(schema: z.ZodObject): Keep {
  const members = Object.entries(schema.def.shape).map(
    ([name, member]) => [name, keeping(member as z.ZodType)] as const,
  );
  return (value) => {
    const kept: Record<string, unknown> = {};
    for (const [name, keep] of members) kept[name] = keep((value as Record<string, unknown>)[name]);
    return kept;
  };
}
