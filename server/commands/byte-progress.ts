/** A line on the terminal that says how much has gone through; nothing when nobody looks. */
export interface ByteProgress {
  tell: (step: { part: string; bytes: number }) => void;
  end: () => void;
}

/** Starts the line on standard error. */
export function createByteProgress(): ByteProgress {
  const out = process.stderr;
  let bytes = 0;
  let shownAt = 0;
  return {
    tell: (step) => {
      bytes += step.bytes;
      if (!out.isTTY || performance.now() - shownAt < 100) return;
      shownAt = performance.now();
      out.write(`\r\u001b[K  ${(bytes / 1e6).toFixed(1)} MB  ${step.part}`);
    },
    end: () => void (out.isTTY && out.write('\r\u001b[K')),
  };
}
