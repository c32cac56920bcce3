import { readFile } from "node:fs/promises";
import type { ServerResponse } from "node:http";
import { type Html, html } from "../../src/platform/text/html.ts";
import { textIn } from "../../src/text/text.ts";
import "../../src/text/server.ts";

const t = textIn("el");
const STYLES = new URL("./page.css", import.meta.url);

/** Every page of a stand-in says that it is none of the government's. */
export const standInPage = (title: string, main: Html): Html => html`<!doctype html>
<html lang="el">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}: ${t("standIn.banner")}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/page.css">
</head>
<body>
<header><p><strong>${t("standIn.banner")}</strong>. ${t("standIn.explanation")}</p></header>
<main>
<h1>${title}</h1>
${main}
</main>
</body>
</html>
`;

export const notFoundPage = (): Html => standInPage(t("standIn.not-found"), html``);

export async function sendStyles(response: ServerResponse): Promise<ServerResponse> {
  response.writeHead(200, { "content-type": "text/css; charset=utf-8" });
  return response.end(await readFile(STYLES));
}
