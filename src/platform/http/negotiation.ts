import type { FastifyRequest } from "fastify";

/** What a caller has already, and what it takes. */

/** By its mark, among those that it names; whether a mark is weak makes no difference here (RFC 9110, 13.1.2). */
export function hasUnchanged({ headers }: Pick<FastifyRequest, "headers">, etag: string): boolean {
  const marks = (headers["if-none-match"] ?? "").split(",").map((each) => strong(each.trim()));
  return marks.includes(strong(etag)) || marks.includes("*");
}

const strong = (etag: string): string => etag.replace(/^W\//, "");

/** Also by a star; not where it says `gzip;q=0` */
export function takesEncoding({ headers }: Pick<FastifyRequest, "headers">, encoding: "br" | "gzip"): boolean {
  const weights = new Map(
    String(headers["accept-encoding"] ?? "")
      .toLowerCase()
      .split(",")
      .map((each): [string, number] => {
        const [name = "", ...parameters] = each.split(";").map((part) => part.trim());
        const weight = parameters.find((parameter) => parameter.startsWith("q="))?.slice(2);
        return [name, weight === undefined ? 1 : Number(weight)];
      }),
  );
  return (weights.get(encoding) ?? weights.get("*") ?? 0) > 0;
}
