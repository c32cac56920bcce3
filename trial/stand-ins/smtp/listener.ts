import { type AddressInfo, createServer, type Socket } from "node:net";
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from "smtp-server";
import type { ArrivedMail } from "./arrived.ts";
import type { SmtpStage, SmtpTrouble } from "./knobs.ts";

export interface SmtpListener {
  readonly port: number;
  resetConnections(): void;
  stop(): Promise<void>;
}

const SIZE_LIMIT = 2_000_000;
/** Longer than any test or person waits */
const PATIENCE_MS = 3_600_000;

/** SMTP on the loopback interface: no STARTTLS, nobody signs in. It listens itself, so that a dead server keeps its port. */
export async function listenForMail(port: number, arrived: ArrivedMail, trouble: SmtpTrouble): Promise<SmtpListener> {
  const sockets = new Map<string, Socket>();
  const meet = (stage: SmtpStage, recipients: readonly string[], { id }: SMTPServerSession) =>
    trouble.meet(stage, recipients, () => sockets.get(id)?.destroy());

  async function takeMessage(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<void> {
    const { mailFrom, rcptTo } = session.envelope;
    const to = rcptTo.map(({ address }) => address);
    await meet("data", to, session);
    const content = Buffer.concat(await stream.toArray());
    if (!stream.sizeExceeded) await arrived.take({ from: mailFrom ? mailFrom.address : "", to }, content);
    await meet("answer", to, session);
  }

  const smtp = new SMTPServer({
    name: "visits-trial",
    logger: false,
    disabledCommands: ["AUTH", "STARTTLS"],
    disableReverseLookup: true,
    size: SIZE_LIMIT,
    rejectOversized: true,
    socketTimeout: PATIENCE_MS,
    onConnect: (session, done) => answer(meet("connect", [], session), done),
    onMailFrom: (_, session, done) => answer(meet("mail", [], session), done),
    onRcptTo: ({ address }, session, done) => answer(meet("rcpt", [address], session), done),
    onData: (stream, session, done) => answer(takeMessage(stream, session), done),
  });
  // Clients that go away in the middle
  smtp.on("error", () => {});

  let connections = 0;
  const server = createServer((socket) => {
    if (trouble.knobs().dead) return socket.resetAndDestroy();
    const id = `connection-${++connections}`;
    sockets.set(id, socket);
    socket.once("close", () => sockets.delete(id));
    smtp.connect(socket, { id });
  });
  await new Promise<void>((resolve, reject) => server.once("error", reject).listen(port, "127.0.0.1", resolve));
  return {
    port: (server.address() as AddressInfo).port,
    resetConnections: () => {
      for (const socket of sockets.values()) socket.resetAndDestroy();
    },
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets.values()) socket.destroy();
      }),
  };
}

function answer(work: Promise<void>, done: (error?: Error | null) => void): void {
  work.then(() => done(), done);
}
