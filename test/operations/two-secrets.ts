import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { startGsis } from "../../trial/stand-ins/gsis.ts";
import { CLIENT_SECRET } from "../../trial/stand-ins/gsis-client.ts";
import { freePort } from "../free-port.ts";

/** The government's server while a client's secret is exchanged: it takes every one that it has been told of. */
export interface TwoSecrets {
  readonly url: string;
  readonly taken: Set<string>;
  stop(): Promise<void>;
}

export async function takesSecrets(...first: readonly string[]): Promise<TwoSecrets> {
  const gsis = await startGsis({ realm: "oauth2servergov", publicOrigin: undefined });
  const taken = new Set(first);
  const server = createServer((request, response) => void passOn(request, response, gsis.origin, taken));
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${port}`,
    taken,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await gsis.stop();
    },
  };
}

/** As it comes, but for the secret. */
async function passOn(
  request: IncomingMessage,
  response: ServerResponse,
  origin: string,
  taken: ReadonlySet<string>,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const form = new URLSearchParams(Buffer.concat(chunks).toString());
  const given = form.get("client_secret");
  if (given !== null) form.set("client_secret", taken.has(given) ? CLIENT_SECRET : "unknown");
  const { authorization, cookie, "content-type": type } = request.headers;
  const answer = await fetch(`${origin}${request.url}`, {
    method: request.method ?? "GET",
    redirect: "manual",
    headers: {
      ...(authorization && { authorization }),
      ...(cookie && { cookie }),
      ...(type && { "content-type": type }),
    },
    ...(chunks.length > 0 && { body: form.toString() }),
  });
  const headers = Object.fromEntries(
    [...answer.headers].filter(([name]) => !/^(content-(length|encoding)|transfer-encoding|connection)$/.test(name)),
  );
  response.writeHead(answer.status, headers).end(Buffer.from(await answer.arrayBuffer()));
}
