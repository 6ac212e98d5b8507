/** How deep the sketch of a JSON beginning goes; deeper levels tell formats no further apart. */
const DEPTH = 7;

/**
 * Lists the key paths (`messages.*.author.id`) in the beginning of a JSON text, which may be cut anywhere.
 * A text that does not begin like JSON gives an empty list.
 */
export function sketchJson(text: string): Set<string> {
  const paths = new Set<string>();
  if (!/^\s*[[{]/u.test(text)) return paths;
  const stack: { isArray: boolean; path: string }[] = [];
  const token = /"((?:[^"\\]|\\.)*)"(\s*:)?|[[\]{}]/gsu;
  let path = '';
  for (const found of text.matchAll(token)) {
    const mark = found[0];
    if (mark === '{' || mark === '[') {
      const isArray = mark === '[';
      stack.push({ isArray, path });
      if (isArray) path = path === '' ? '*' : `${path}.*`;
    } else if (mark === '}' || mark === ']') {
      const level = stack.pop();
      const parent = stack.at(-1);
      path = parent?.isArray ? (parent.path === '' ? '*' : `${parent.path}.*`) : (level?.path ?? '');
      if (stack.length === 0) break;
    } else if (found[2] !== undefined && stack.at(-1)?.isArray === false) {
      const parent = stack.at(-1)?.path ?? '';
      path = parent === '' ? (found[1] ?? '') : `${parent}.${found[1]}`;
      if (stack.length <= DEPTH) paths.add(path);
    }
  }
  return paths;
}
