/** Reads written dialogues: `# title`, then `name: words` a line; `!` before a name marks an angry message, `+N` gives the seconds since the last. */

/** One line of a dialogue. */
export interface Line {
  by: string;
  /** Seconds since the dialogue began. */
  at: number;
  text: string;
  /** Whoever wrote the dialogue meant it angrily. */
  isAngry: boolean;
}

/** A dialogue with its title. */
export interface Dialogue {
  title: string;
  lines: Line[];
}

const usualPause = 15;

/** The dialogues of a text. */
export function readDialogues(text: string): Dialogue[] {
  const dialogues: Dialogue[] = [];
  for (const line of text.split(/\r?\n/)) {
    if (line.startsWith('#')) dialogues.push({ title: line.slice(1).trim(), lines: [] });
    const said = /^(?:\+(\d+) )?(!?)([^:!+#][^:]*): (.+)$/u.exec(line);
    const dialogue = dialogues.at(-1);
    if (!said || !dialogue) continue;
    const [, pause, mark, by, words] = said;
    const at = (dialogue.lines.at(-1)?.at ?? -usualPause) + Number(pause ?? usualPause);
    dialogue.lines.push({ by: by!, at, text: words!, isAngry: mark === '!' });
  }
  return dialogues;
}
