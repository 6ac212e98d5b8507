import { readIsoTime } from '../clock.ts';
import type { HistoryMessage } from '../model.ts';
import type { Reader } from '../reader.ts';
import { readBlocks } from './blocks.ts';
import type { BlockFormat } from './blocks.ts';

const HEADER = /^\[(\d{4}-\d{2}-\d{2}),? (\d{1,2}:\d{2}(?::\d{2})?)\] (.{1,120}?): (.*)$/u;

const format: BlockFormat = {
  readHeader(text) {
    const found = text.startsWith('[') ? HEADER.exec(text) : null;
    if (!found) return undefined;
    return { at: readIsoTime(`${found[1]} ${found[2]}`)?.at, who: found[3] ?? '', text: found[4] };
  },
  finish({ at, who, text, line }) {
    const message: HistoryMessage = {
      type: 'message',
      at,
      zoneKnown: false,
      author: { name: who },
      kind: 'text',
      text,
      line,
    };
    // signal-cli based exporters put pictures as Markdown and quotes behind `>`.
    const media = /^!?\[([^\]]*)\]\(\.?\/?media\/[^)]*\)$/u.exec(text.trim());
    if (media) {
      message.kind = 'file';
      message.attachments = [{ kind: 'file', name: media[1] }];
    }
    return message;
  },
};

/** Reader of the text that Signal exporters write: like WhatsApp on iOS, but with ISO dates, a comma and no seconds. */
export const signal: Reader = {
  format: 'signal',
  probe({ lines }) {
    const first = lines.find((line) => line.trim() !== '') ?? '';
    return /^\[\d{4}-\d{2}-\d{2}, \d{1,2}:\d{2}\] /u.test(first) && HEADER.test(first) ? 0.95 : 0;
  },
  read: (input) => readBlocks(input, format),
};
