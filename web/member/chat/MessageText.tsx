import { Fragment, type ReactElement } from 'react';
import { linkify } from '../../kit/linkify.ts';
import type { Message } from '../../kit/message.ts';
import { splitMentions } from '../../kit/spoken.ts';
import { useT } from '../texts.ts';

/** A message's words: always text, never markup. Names spoken to stand out, http(s) addresses can be followed. */
export function MessageText({
  text,
  mentions,
  me,
}: {
  text: string;
  mentions: Message['mentions'];
  me: string;
}): ReactElement {
  const t = useT();
  const parts = splitMentions(text, mentions, { me, all: t('member:chat.everybody') });
  return (
    <p className="say">
      {parts.map((part, index) =>
        part.kind === 'mention' ? (
          <span key={index} className={part.isMe ? 'at me-at' : 'at'}>
            {part.text}
          </span>
        ) : (
          <Fragment key={index}>
            {linkify(part.text).map((piece, at) =>
              piece.kind === 'link' ? (
                <a key={at} className="link" href={piece.href} target="_blank" rel="noopener nofollow noreferrer">
                  {piece.text}
                </a>
              ) : (
                <Fragment key={at}>{piece.text}</Fragment>
              ),
            )}
          </Fragment>
        ),
      )}
    </p>
  );
}
