import { createConfig, lintFromString } from "@redocly/openapi-core";
import spectral, { type RulesetDefinition } from "@stoplight/spectral-core";
import { oas } from "@stoplight/spectral-rulesets";

/** What two linters that others use find in the published contract, a line each. */
export async function contractFindings(text: string): Promise<string[]> {
  return [...(await redocly(text)), ...(await spectralsOwn(text))];
}

async function redocly(text: string): Promise<string[]> {
  const config = await createConfig({ extends: ["recommended"] });
  const found = await lintFromString({ source: text, absoluteRef: "/openapi.json", config });
  return found.map(({ ruleId, message, location }) => `${location[0]?.pointer ?? "#"}: ${message} (${ruleId})`);
}

async function spectralsOwn(text: string): Promise<string[]> {
  const linter = new spectral.Spectral();
  linter.setRuleset({ extends: [oas as RulesetDefinition] });
  const found = await linter.run(JSON.parse(text));
  return found.map(({ code, message, path }) => `#/${path.join("/")}: ${message} (${code})`);
}
