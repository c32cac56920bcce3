import { z } from "zod";
import { publishedContract } from "./document.ts";

/** What the contract says of a notice to partners, as whoever reads nothing else understands it. */
export async function publishedNotice(): Promise<z.ZodType> {
  const { webhooks, components } = JSON.parse(await publishedContract());
  const { $ref } = webhooks.appointmentNotice.post.requestBody.content["application/json"].schema;
  return z.fromJSONSchema(components.schemas[$ref.replace("#/components/schemas/", "")]);
}
