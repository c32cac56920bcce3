import { Socket } from "node:net";

/**
 * What one turn of the program has to say travels together: the beginning of a transaction with its first statements, or
 * the last one with the commit. Each packet costs both sides as much as a small statement does.
 */
export function gatheringSocket(): Socket {
  const socket = new Socket();
  // Not before: connecting gives a socket its own way of writing back.
  socket.once("connect", () => gather(socket));
  return socket;
}

function gather(socket: Socket): void {
  const write = socket.write.bind(socket) as (...args: unknown[]) => boolean;
  let isGathering = false;
  socket.write = (...args: unknown[]) => {
    if (!isGathering) {
      isGathering = true;
      socket.cork();
      process.nextTick(() => {
        isGathering = false;
        socket.uncork();
      });
    }
    return write(...args);
  };
}
