import { createHash, type Hash } from 'node:crypto';
import { z } from 'zod';

/** The version of the file format; a reader refuses any other. */
export const formatVersion = 1;

/** What stands first in a backup. */
export const headShape = z.object({
  format: z.literal('miaohui-backup'),
  formatVersion: z.literal(formatVersion),
  madeAt: z.iso.datetime(),
  program: z.string(),
  postgres: z.string(),
  migrations: z.array(z.string().regex(/^\d{4}_[a-z0-9_]+$/)),
  /** In the order in which they can be filled: a table after those that it refers to. */
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()) })),
  /** SHA-256 of the secret key, so that a restore under another one is noticed. */
  keyHash: z.string(),
});

/** The head of a backup. */
export type BackupHead = z.infer<typeof headShape>;

const sumShape = z.object({ bytes: z.number(), sha256: z.string() });

/** What stands last in a backup. */
export const endShape = z.object({
  tables: z.record(z.string(), sumShape.extend({ rows: z.number() })),
  jobs: sumShape,
  files: sumShape.extend({ count: z.number(), missing: z.number() }),
});

/** The end of a backup: sums of all that came before. */
export type BackupEnd = z.infer<typeof endShape>;

/** A sum over pieces in their order. */
export interface RunningSum {
  add(bytes: Uint8Array): void;
  read(): { bytes: number; sha256: string };
}

/** Starts a sum. */
export function startSum(): RunningSum {
  const hash: Hash = createHash('sha256');
  let bytes = 0;
  return {
    add: (piece) => {
      hash.update(piece);
      bytes += piece.byteLength;
    },
    read: () => ({ bytes, sha256: hash.copy().digest('hex') }),
  };
}
