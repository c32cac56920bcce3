import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { expect, test } from "vitest";
import { gatheringSocket } from "./gathering-socket.ts";

test("what is said in one turn travels together, also what is put together of parts", async () => {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const socket = gatheringSocket();
  socket.connect((server.address() as AddressInfo).port, "127.0.0.1");
  const [accepted] = await once(server, "connection");
  accepted.setEncoding("utf8");
  await once(socket, "ready");
  const sent: string[] = [];
  const asOne = socket._writev?.bind(socket);
  socket._writev = (chunks, done) => {
    sent.push(chunks.map(({ chunk }) => chunk).join(""));
    asOne?.(chunks, done);
  };
  const statement = (parts: string[]) => {
    socket.cork();
    for (const part of parts) socket.write(part);
    socket.uncork();
  };

  socket.write("begin;");
  await null;
  statement(["select ", "1;"]);
  await null;
  socket.write("commit;");
  await once(accepted, "data");
  expect(sent).toEqual(["begin;select 1;commit;"]);

  statement(["select ", "2;"]);
  expect(await once(accepted, "data")).toEqual(["select 2;"]);
  socket.destroy();
  server.close();
});
