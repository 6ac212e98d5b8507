import { App, Button, Input } from 'antd';
import { useEffect, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { Link } from 'react-router';
import { newKey } from '../../../kit/api.ts';
import { useCommunity } from '../../data/communities.ts';
import { useGroup } from '../../data/groups.ts';
import { useAnswerQuestion } from '../../data/inbox.ts';
import type { Question } from '../../data/inbox.ts';
import { useHere } from '../../data/session.ts';
import { wordsOf } from '../../pieces/problems.ts';
import { useText } from '../../text.ts';

const isMac = /Mac|iPhone|iPad/.test(navigator.platform);
/** What was begun to be written, by question, as long as the page is open. */
const drafts = new Map<string, { text: string; clientId: string }>();

/** Answers with the official voice as a reply in the group; what was begun is kept while one looks at another question. */
export function AnswerField({ question, onDone }: { question: Question; onDone: () => void }) {
  const t = useText();
  const { communityId, can } = useHere();
  const { message } = App.useApp();
  const group = useGroup(communityId, question.groupId).data;
  const voice = useCommunity(communityId).data?.official.name ?? '';
  const answer = useAnswerQuestion(communityId);
  const [{ text: begun, clientId }] = useState(() => drafts.get(question.id) ?? { text: '', clientId: newKey() });
  const [text, setText] = useState(begun);
  useEffect(() => {
    drafts.set(question.id, { text, clientId });
  }, [question.id, text, clientId]);
  if (question.state !== 'open' || !can('desk.answer')) {
    return (
      <p className="s c3 noposting">
        {question.state === 'open' ? t('talk.readOnly') : t(`inbox.state.${question.state}`)}{' '}
        <Link className="link" to={`/c/${communityId}/groups/${question.groupId}?at=${question.messageId}`}>
          {t('inbox.toGroup')}
        </Link>
      </p>
    );
  }
  const words = text.trim();
  const send = () => {
    if (words === '' || answer.isPending) return;
    answer
      .mutateAsync({ questionId: question.id, clientId, text: words })
      .then(({ taskId }) => {
        drafts.delete(question.id);
        void message.success(t(taskId ? 'inbox.answeredByHand' : 'inbox.wasAnswered'));
        onDone();
      })
      .catch(() => {});
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey) || event.nativeEvent.isComposing) return;
    event.preventDefault();
    send();
  };
  return (
    <div className="composer">
      <div className="composer-top s c2">
        <span className="ell">{t('inbox.replying', { name: question.askedBy.name })}</span>
        <span className="voice ell">{voice && t('talk.voice', { name: voice })}</span>
      </div>
      <Input.TextArea
        className="composer-text"
        variant="borderless"
        value={text}
        maxLength={4000}
        autoSize={{ minRows: 2, maxRows: 8 }}
        aria-label={t('inbox.write')}
        placeholder={t('inbox.write')}
        onChange={({ target }) => setText(target.value)}
        onKeyDown={onKey}
      />
      {answer.error && (
        <p className="xs red composer-problem" role="alert">
          {wordsOf(answer.error, t)}
        </p>
      )}
      <div className="composer-foot">
        <span className="xs c3 grow ell composer-hint">
          {group?.carrier === 'manual' ? t('talk.toHuman') : t('inbox.goesTo', { group: group?.name ?? '' })}
        </span>
        <Button type="primary" onClick={send} disabled={words === ''} loading={answer.isPending}>
          {t('talk.send')} <kbd className="onp">{isMac ? '⌘ ↵' : 'Ctrl ↵'}</kbd>
        </Button>
      </div>
    </div>
  );
}
