import { readFileSync } from "node:fs";
import { hashedAsset } from "../../platform/http/hashed-assets.ts";
import { type Html, html } from "../../platform/text/html.ts";
import { type CitizensPage, citizensPage } from "../frame/page.ts";
import type { PageReader } from "../frame/reader.ts";
import { inBothThemes } from "../frame/styles.ts";

/** What these pages alone bring along. */
export const DRAWING_STYLE = hashedAsset(
  "draws-drawing",
  "css",
  inBothThemes(readFileSync(new URL("drawing.css", import.meta.url), "utf8")),
);

/** A page of a draw. */
export const drawingPage = (page: CitizensPage, reader: PageReader): Html =>
  citizensPage(
    {
      ...page,
      head: html`
<link rel="stylesheet" href="${DRAWING_STYLE.address}">`,
    },
    reader,
  );
