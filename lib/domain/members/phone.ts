/** One way of writing a telephone number, so that WhatsApp's and ours can be compared: 0812-3456-7890 is +6281234567890. Null for none. */
export function normalPhone(typed: string): string | null {
  const digits = typed.normalize('NFKC').replace(/[\s().-]+/g, '');
  const international = digits.replace(/^00/, '+').replace(/^0/, '+62').replace(/^(?=62\d{8,})/, '+');
  return /^\+[1-9]\d{7,14}$/.test(international) ? international : null;
}
