/** A name as it is compared: two rows of one name may be one person. Read the same way in `selectNamed`. */
export function nameKey(name: string): string {
  return name.replaceAll(' ', '').toLowerCase();
}
