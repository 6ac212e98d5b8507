import { newKey } from '../../kit/api.ts';
import type { Message } from '../../kit/message.ts';
import { toApiError } from '../../kit/problem.ts';
import { problemText } from '../../kit/texts.ts';
import type { Cell } from './chat-state.ts';
import type { Pending } from './log.ts';
import { createOutbox, keepOutbox } from './outbox.ts';
import { shrinkPicture } from './picture.ts';
import { postMessage, uploadPicture, type Draft } from './talk.ts';

/** What a new message says. */
export type Words = Pick<Pending, 'text' | 'replyTo' | 'mentions'>;

/** Sends what I write: text at once, a picture after its bytes are stored. `onSent` hears what the server has. */
export function createPosting(groupId: string, cell: Cell, onSent: (message: Message) => void) {
  const pictures = new Map<string, Blob>();
  const outbox = createOutbox({
    storage: keepOutbox(groupId),
    post,
    describe: problemText,
    onChange: (pending) => cell.set({ pending }),
    onSent: (message, pending) => {
      if (pending.picture) URL.revokeObjectURL(pending.picture.url);
      pictures.delete(pending.clientId);
      onSent(message);
    },
  });
  cell.set({ pending: outbox.list() });

  async function post(pending: Pending): Promise<Message> {
    const pictureId = await storePicture(pending);
    try {
      return await postMessage(groupId, draftOf(pending, pictureId));
    } catch (thrown) {
      const { code, retryAfterMs } = toApiError(thrown);
      if (code === 'messages.slow_mode' && retryAfterMs) cell.set({ slowUntil: Date.now() + retryAfterMs });
      throw thrown;
    }
  }

  async function storePicture({ clientId, picture }: Pending): Promise<string | undefined> {
    const bytes = pictures.get(clientId);
    if (!picture || picture.id || !bytes) return picture?.id;
    const { id } = await uploadPicture(groupId, bytes, `${clientId}-picture`);
    outbox.change(clientId, { picture: { ...picture, id } });
    return id;
  }

  return {
    send(words: Words): void {
      outbox.add({ ...words, clientId: newKey(), at: new Date().toISOString(), kind: 'text', state: 'sending' });
    },
    async sendPicture(file: Blob, replyTo: Words['replyTo']): Promise<void> {
      const clientId = newKey();
      const { blob, width, height } = await shrinkPicture(file);
      pictures.set(clientId, blob);
      const picture = { url: URL.createObjectURL(blob), width, height };
      const at = new Date().toISOString();
      outbox.add({ clientId, at, kind: 'image', text: '', replyTo, mentions: [], state: 'sending', picture });
    },
    retry: outbox.retry,
    retryLost: (): void => outbox.retryLost(Date.now()),
    drop: (clientId: string): Pending | undefined => outbox.drop(clientId),
    /** These are in the talk already, whatever became of their answers. */
    settle: (messages: readonly Message[]): void =>
      outbox.settle(messages.flatMap(({ clientId }) => (clientId ? [clientId] : []))),
  };
}

function draftOf({ clientId, kind, text, replyTo, mentions }: Pending, pictureId: string | undefined): Draft {
  return {
    clientId,
    kind,
    ...(text ? { text } : {}),
    ...(pictureId ? { pictureId } : {}),
    ...(replyTo ? { replyTo: replyTo.id } : {}),
    ...(mentions.length > 0 ? { mentions: mentions.map(({ identityId }) => identityId) } : {}),
  };
}
