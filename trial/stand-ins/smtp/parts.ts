import type { ServerResponse } from "node:http";
import { sendHtml } from "../http.ts";
import { notFoundPage } from "../page.ts";
import type { ArrivedMessage } from "./arrived.ts";

/** An origin of its own and nothing that runs, loads or leads away, also where it is opened without its frame. */
const ONLY_SHOWN =
  "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'; " +
  "frame-ancestors 'self'";

interface MessagePart {
  readonly content: (message: ArrivedMessage) => string | null;
  readonly headers: Readonly<Record<string, string>>;
}

const PARTS = new Map<string, MessagePart>([
  ["html", { content: ({ html }) => html, headers: { "content-type": "text/html; charset=utf-8" } }],
  ["source", { content: ({ raw }) => raw, headers: { "content-type": "text/plain; charset=utf-8" } }],
  [
    "calendar.ics",
    {
      content: ({ calendar }) => calendar,
      headers: {
        "content-type": "text/calendar; charset=utf-8",
        "content-disposition": 'attachment; filename="calendar.ics"',
      },
    },
  ],
]);

/** What somebody has sent, as they have sent it. */
export function sendPart(response: ServerResponse, message: ArrivedMessage, name: string): ServerResponse {
  const part = PARTS.get(name);
  const content = part?.content(message) ?? null;
  if (!part || content === null) return sendHtml(response, 404, notFoundPage());
  response.writeHead(200, {
    ...part.headers,
    "cache-control": "no-store",
    "content-security-policy": ONLY_SHOWN,
    "x-content-type-options": "nosniff",
  });
  return response.end(content);
}
