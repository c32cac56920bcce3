/** The nine digits of a tax number (ΑΦΜ) without spaces and the EL or GR of its VAT form; null when the check digit is wrong. */
export function normalizeAfm(text: string): string | null {
  const digits = text.replace(/[\s.]/g, "").replace(/^(EL|GR)/i, "");
  if (!/^\d{9}$/.test(digits) || digits === "000000000") return null;
  const sum = [...digits.slice(0, 8)].reduce((total, digit, index) => total + Number(digit) * 2 ** (8 - index), 0);
  return (sum % 11) % 10 === Number(digits[8]) ? digits : null;
}
