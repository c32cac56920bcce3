export type OnProgress = (done: number, total: number) => void;

const BATCH = 500;

export async function inBatches<Row>(
  rows: readonly Row[],
  write: (batch: readonly Row[]) => Promise<void>,
  onProgress: OnProgress,
): Promise<void> {
  for (let start = 0; start < rows.length; start += BATCH) {
    await write(rows.slice(start, start + BATCH));
    onProgress(Math.min(start + BATCH, rows.length), rows.length);
  }
}
