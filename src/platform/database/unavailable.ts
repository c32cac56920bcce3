import { isDatabaseTimeout, sqlState } from "./transaction.ts";

/** Connection lost, server starting, stopping, full, ill or taking no writes, statement or lock timed out: come again. */
const UNAVAILABLE =
  /^(08|53|57P0|58)|^(25006|57014|55P03|25P03|40001|40P01|ECONN.*|EPIPE|ETIMEDOUT|E(HOST|NET)UNREACH|ENOTFOUND|EAI_AGAIN)$/;
/** Of these each is of its own: somebody held what it needed. */
const CONTENDED = /^(55P03|40001|40P01)$/;

export const isUnavailable = (error: unknown): boolean =>
  UNAVAILABLE.test(sqlState(error)) || isDatabaseTimeout(error) || isPoolFailure(error) || isSocketGone(error);

/** A server that listens by a socket in a folder takes it away with itself. */
const isSocketGone = (error: unknown): boolean =>
  sqlState(error) === "ENOENT" && (error as NodeJS.ErrnoException).syscall === "connect";

/** Whatever else asks the database now fares the same. */
export const isOutOfReach = (error: unknown): boolean => isUnavailable(error) && !CONTENDED.test(sqlState(error));

const isPoolFailure = (error: unknown): boolean =>
  error instanceof Error &&
  /timeout exceeded when trying to connect|Connection terminated|not queryable/.test(error.message);
