import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { dayPage } from "../../src/paper/day/page.ts";
import { aQueue, aSheet, manyVisits, PAGES_OF_VISITS } from "../day-sheet.ts";
import { hasFirefox, startFirefox } from "../firefox.ts";
import { pdfPages } from "../pdf-pages.ts";
import type { Note } from "./note.ts";

const FORMATS = { A4: { width: 21, height: 29.7 }, Letter: { width: 21.59, height: 27.94 } };
const STYLES = new URL("../../src/paper/paper.css", import.meta.url);

/** The sheet of a day by the other browser, where it is: so many pages of paper. */
export async function sheetsInFirefox(note: Note): Promise<void> {
  if (!hasFirefox()) return;
  const [server, firefox] = await Promise.all([serveSheets(), startFirefox()]);
  const wrong: string[] = [];
  for (const { path, what, pages } of SHEETS)
    for (const [format, size] of Object.entries(FORMATS)) {
      const printed = pdfPages(await firefox.print(`${server.url}${path}`, size));
      if (printed !== pages) wrong.push(`${what} on ${format}: ${printed} pages of ${pages}`);
    }
  await firefox.close();
  server.close();
  note(
    wrong.length === 0,
    `the sheet of a day printed by Firefox on A4 and Letter: ${SHEETS.map(({ what }) => what).join(", ")}: ` +
      (wrong.join("; ") || "each on as many pages as by Chromium"),
  );
}

const SHEETS = PAGES_OF_VISITS.flatMap(({ count, usual, long }) => [
  { path: `/${count}/usual`, what: `${count} visits`, pages: usual },
  { path: `/${count}/long`, what: `${count} with names of 80 letters`, pages: long },
]);

async function serveSheets(): Promise<{ url: string; close(): void }> {
  const styles = await readFile(STYLES);
  const queues = [1, 2, 3].map((number) => aQueue(number));
  const server = createServer(({ url = "" }, response) => {
    const isStyle = url.endsWith(".css");
    const [, count, names] = url.split("/");
    const visits = manyVisits(Number(count), names === "long");
    response.writeHead(200, { "content-type": isStyle ? "text/css" : "text/html; charset=utf-8" });
    response.end(isStyle ? styles : dayPage(aSheet({ queues, visits }), { language: "el", trial: true }).markup);
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() };
}
