/**
 * The binomial distribution without tables: how likely so few, or so many, of n are by chance alone. Pure.
 * The tail is the regularised incomplete beta function, by its continued fraction (Lentz); exact to ten digits.
 */

/** P(X ≤ x) of n, each with such a chance. */
export function atMost(x: number, n: number, chance: number): number {
  if (x < 0) return 0;
  if (x >= n || chance <= 0) return 1;
  if (chance >= 1) return 0;
  return incompleteBeta(1 - chance, n - x, x + 1);
}

/** P(X ≥ x). */
export const atLeast = (x: number, n: number, chance: number): number => atMost(n - x, n, 1 - chance);

function incompleteBeta(x: number, a: number, b: number): number {
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
  return x < (a + 1) / (a + b + 2) ? (front * fraction(x, a, b)) / a : 1 - (front * fraction(1 - x, b, a)) / b;
}

const TINY = 1e-300;
const CLOSE = 1e-14;

function fraction(x: number, a: number, b: number): number {
  const nonZero = (value: number) => (Math.abs(value) < TINY ? TINY : value);
  let c = 1;
  let d = 1 / nonZero(1 - ((a + b) * x) / (a + 1));
  let result = d;
  for (let m = 1; m <= 10_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    let factor = 1;
    for (const term of [even, odd]) {
      d = 1 / nonZero(1 + term * d);
      c = nonZero(1 + term / c);
      factor = c * d;
      result *= factor;
    }
    if (Math.abs(factor - 1) < CLOSE) break;
  }
  return result;
}

const LANCZOS = [
  676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905,
  -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7,
];

/** @param x at least ½ */
function logGamma(x: number): number {
  const shifted = x - 1;
  const series = LANCZOS.reduce((sum, part, index) => sum + part / (shifted + index + 1), 0.9999999999998099);
  const t = shifted + LANCZOS.length - 0.5;
  return 0.5 * Math.log(2 * Math.PI) + (shifted + 0.5) * Math.log(t) - t + Math.log(series);
}

/** P(Z ≤ z) of the normal distribution, for z at most 0: also far out, where 1 less something would be nothing. */
export function normalTail(z: number): number {
  const x = -z / Math.SQRT2;
  const t = 1 / (1 + 0.5 * x);
  const series = ERFC.reduceRight((sum, part) => sum * t + part, 0);
  return 0.5 * t * Math.exp(-x * x + series);
}

/** Chebyshev's fit of the complementary error function: within 1.2e-7 of it everywhere, in proportion. */
const ERFC = [
  -1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587, -0.82215223,
  0.17087277,
];
