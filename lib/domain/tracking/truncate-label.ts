const MAX_LABEL_BYTES = 63;

/** A value cut to 63 bytes and freed of a tail that a label must not end in; undefined when nothing is left. */
export function truncateLabel(value: string): string | undefined {
  const bytes = new TextEncoder().encode(value);
  if (bytes.length <= MAX_LABEL_BYTES) return value;
  const cut = new TextDecoder().decode(bytes.slice(0, MAX_LABEL_BYTES));
  let end = cut.length;
  while (end > 0 && !/[A-Za-z0-9]/.test(cut.charAt(end - 1))) end -= 1;
  return end > 0 ? cut.slice(0, end) : undefined;
}
