/** BENCH_SHARE=0.1 asks a tenth as often: to see that all of it works, not how fast it is. */
export const SHARE = Number(process.env.BENCH_SHARE ?? 1);

export const shareOf = (count: number): number => Math.max(1, Math.round(count * SHARE));
