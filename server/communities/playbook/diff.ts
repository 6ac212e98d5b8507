import { sectionNames, type Playbook } from './file.ts';

/** One difference between two playbooks; `before` or `after` is absent where the value was added or removed. */
export interface PlaybookDifference {
  /** Section (or `head`), then keys; list items that have a name are shown by it: `groups.first[打卡群].capacity`. */
  path: string;
  change: 'added' | 'removed' | 'changed';
  before?: string | number | boolean | null;
  after?: string | number | boolean | null;
}

type Leaf = string | number | boolean | null;

/** What is different in `after`, in the order of the file. Named list items are matched by name, so a moved item is no change. */
export function diffPlaybooks(before: Playbook, after: Playbook): PlaybookDifference[] {
  const old = flatten(before);
  const next = flatten(after);
  const paths = [...old.keys(), ...[...next.keys()].filter((path) => !old.has(path))];
  const differences = paths.flatMap((path): PlaybookDifference[] => {
    const left = old.get(path);
    const right = next.get(path);
    if (left === undefined) return [{ path, change: 'added', after: right! }];
    if (right === undefined) return [{ path, change: 'removed', before: left }];
    return left === right ? [] : [{ path, change: 'changed', before: left, after: right }];
  });
  const order = (path: string) => (sectionNames as readonly string[]).indexOf(/^[a-z]+/.exec(path)?.[0] ?? '');
  return differences.sort((left, right) => order(left.path) - order(right.path));
}

function flatten(playbook: Playbook): Map<string, Leaf> {
  const leaves = new Map<string, Leaf>();
  walk(playbook.head, 'head', leaves);
  for (const name of sectionNames)
    if (playbook.sections[name] !== undefined) walk(playbook.sections[name], name, leaves);
  return leaves;
}

function walk(value: unknown, path: string, leaves: Map<string, Leaf>): void {
  if (Array.isArray(value)) {
    const names = value.map(nameOf);
    // Items are matched by name only when the names tell them apart.
    const named = names.every((name) => name !== undefined) && new Set(names).size === names.length;
    value.forEach((item, index) => walk(item, `${path}[${named ? names[index] : index + 1}]`, leaves));
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) walk(inner, `${path}.${key}`, leaves);
  } else {
    leaves.set(path, value as Leaf);
  }
}

function nameOf(item: unknown): string | undefined {
  const name = (item as { name?: unknown } | null)?.name;
  return typeof name === 'string' ? name : undefined;
}
