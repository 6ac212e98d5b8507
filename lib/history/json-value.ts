/** Looking into parsed JSON without trusting it: every look answers with the wanted sort or with nothing. */

export type JsonRecord = Record<string, unknown>;

/** The value when it is an object, else an empty one. */
export function asRecord(value: unknown): JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonRecord) : {};
}

/** The objects of a list. */
export function asRecords(value: unknown): JsonRecord[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'object' && one !== null) : [];
}

/** The value as text: ids come as numbers in some versions and as strings in others. */
export function asText(value: unknown): string | undefined {
  if (typeof value === 'string') return value === '' ? undefined : value;
  return typeof value === 'number' || typeof value === 'bigint' ? String(value) : undefined;
}

/** The value as a number, also from digits in quotes. */
export function asNumber(value: unknown): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

/** The first of several values that is a text. */
export function firstText(...values: unknown[]): string | undefined {
  for (const value of values) {
    const text = asText(value);
    if (text !== undefined) return text;
  }
  return undefined;
}

/**
 * The object without its empty fields. It is copied rather than cut: objects that lost fields by `delete` are slow
 * for everybody who reads them later.
 */
export function withoutEmpty<T extends object>(value: T): T {
  const kept: Partial<T> = {};
  for (const key in value) {
    const field = value[key];
    if (field !== undefined && !(Array.isArray(field) && field.length === 0)) kept[key] = field;
  }
  return kept as T;
}
