import { createServer } from "node:http";
import { text } from "node:stream/consumers";
import type { Exchange, Question } from "./recording.ts";

/** After the last component test nobody asks any more. */
const QUIET_MS = 120_000;

export type Answering = (question: Question) => Promise<Omit<Exchange, "question">>;

/** Answers the pages of component tests, each in the scene that it names, until none asks any more. One at a time. */
export async function recordUntilQuiet(port: number, enter: (scene: string) => Promise<Answering>): Promise<void> {
  let answering: Answering | undefined;
  let last = Date.now();
  const server = createServer(async (request, response) => {
    last = Date.now();
    try {
      const said = JSON.parse(await text(request));
      if (request.url === "/scene") answering = await enter(said.scene);
      response.end(JSON.stringify(request.url === "/scene" ? {} : await answering?.(said)));
    } catch (error) {
      response.writeHead(500).end(String(error));
    }
  });
  // Longer than a page is silent, or it would ask on a line that is just being closed.
  server.keepAliveTimeout = QUIET_MS;
  server.listen(port, "127.0.0.1");
  while (Date.now() - last < QUIET_MS) await new Promise((resolve) => setTimeout(resolve, 500));
  server.close();
}
