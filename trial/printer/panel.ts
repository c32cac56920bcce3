import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { SERVICE_GROUPS } from "../../src/catalogue/service-groups.ts";
import { html } from "../../src/platform/text/html.ts";
import { textIn } from "../../src/text/text.ts";
import { formBody, isOwnForm, type RunningServer, seeOther, sendHtml, startServer } from "../stand-ins/http.ts";
import { notFoundPage, sendStyles, standInPage } from "../stand-ins/page.ts";
import type { Device } from "./device.ts";
import "../../src/text/server.ts";

const t = textIn("el");
const LAST_PAPERS = 5;

interface Panel {
  readonly device: Device;
  /** Where its papers come out */
  readonly papers: string;
}

/** The front of the device as a page: its buttons, and the papers that came out. */
export const startPanel = ({ device, papers }: Panel): Promise<RunningServer> =>
  startServer(async (request, response, url) => {
    const path = `${request.method} ${url.pathname}`;
    if (path === "GET /page.css") return sendStyles(response);
    if (path === "GET /") return sendHtml(response, 200, panelPage(device, lastPapers(papers)));
    if (path !== "POST /" || !isOwnForm(request)) return sendHtml(response, 404, notFoundPage());
    const pressed = (await formBody(request)).get("group");
    const group = SERVICE_GROUPS.find((one) => one === pressed);
    // Whoever waits at a real one looks at its slot: the page waits for the paper.
    if (group) await device.press(group);
    return seeOther(response, "/");
  });

function panelPage(device: Device, papers: readonly string[]) {
  const { groups, problem, isRevoked } = device.state();
  const greek = groups?.languages[0];
  const closed = isRevoked ? t("standIn.printer-revoked") : (greek?.closed ?? null);
  const buttons =
    greek && closed === null
      ? html`<h2>${greek.question}</h2><form method="post" action="/">${greek.buttons.map(
          ({ group, text }) => html`<p><button name="group" value="${group}">${text}</button></p>`,
        )}</form><p>${greek.rule}</p>`
      : html`<p role="status"><strong>${closed ?? t("standIn.printer-offline")}</strong></p>`;
  return standInPage(
    t("standIn.printer-title"),
    html`${buttons}${problem && html`<p role="alert">${problem}</p>`}<h2>${t("standIn.printer-papers")}</h2>${papers.map(
      (paper) => html`<pre>${paper}</pre>`,
    )}`,
  );
}

const lastPapers = (folder: string): readonly string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".txt"))
    .map((name) => ({ path: join(folder, name), at: statSync(join(folder, name)).mtimeMs }))
    .toSorted((a, b) => b.at - a.at)
    .slice(0, LAST_PAPERS)
    .map(({ path }) => readFileSync(path, "utf8"));
