// The answer with the official voice: a script by slash or chip, filled for the one who asked, and nothing sent with a gap in it.
import { Button, Input } from 'antd';
import { useEffect, useId, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { Link } from 'react-router';
import { newKey } from '../../../kit/api.ts';
import { useCommunity } from '../../data/communities.ts';
import { useGroup } from '../../data/groups.ts';
import { useAnswerQuestion } from '../../data/inbox.ts';
import type { Question } from '../../data/inbox.ts';
import { useRecall } from '../../data/messages.ts';
import type { Script } from '../../data/scripts.ts';
import { useHere } from '../../data/session.ts';
import { wordsOf } from '../../pieces/problems.ts';
import { useUndo } from '../../pieces/useUndo.tsx';
import { useText } from '../../text.ts';
import { findGaps } from '../../pieces/scripts/script-search.ts';
import { ScriptPicker } from '../../pieces/scripts/ScriptPicker.tsx';
import { useScriptField } from '../../pieces/scripts/useScriptField.ts';

const isMac = /Mac|iPhone|iPad/.test(navigator.platform);

interface Draft {
  text: string;
  clientId: string;
  scriptId?: string | undefined;
}

/** What was begun to be written, by question, as long as the page is open. */
const drafts = new Map<string, Draft>();

/** Answers with the official voice as a reply in the group; what was begun is kept while one looks at another question. */
export function AnswerField({ question, onDone }: { question: Question; onDone: () => void }) {
  const t = useText();
  const { communityId, can } = useHere();
  if (question.state === 'open' && can('desk.answer')) return <Composer question={question} onDone={onDone} />;
  return (
    <p className="s c3 noposting">
      {question.state === 'open' ? t('talk.readOnly') : t(`inbox.state.${question.state}`)}{' '}
      <Link className="link" to={`/c/${communityId}/groups/${question.groupId}?at=${question.messageId}`}>
        {t('inbox.toGroup')}
      </Link>
    </p>
  );
}

function Composer({ question, onDone }: { question: Question; onDone: () => void }) {
  const t = useText();
  const { communityId } = useHere();
  const group = useGroup(communityId, question.groupId).data;
  const voice = useCommunity(communityId).data?.official.name ?? '';
  const answer = useAnswerQuestion(communityId);
  const undoable = useUndo();
  const recall = useRecall(communityId, question.groupId);
  const [begun] = useState<Draft>(() => drafts.get(question.id) ?? { text: '', clientId: newKey() });
  const [text, setText] = useState(begun.text);
  const [scriptId, setScriptId] = useState(begun.scriptId);
  const listId = useId();
  const { groupId, askedBy, excerpt } = question;
  const to = { groupId, identityId: askedBy.identityId, question: excerpt };
  const field = useScriptField(to, { text, setText, setScriptId });
  useEffect(() => {
    drafts.set(question.id, { text, clientId: begun.clientId, scriptId });
  }, [question.id, text, begun.clientId, scriptId]);
  const words = text.trim();
  const gaps = findGaps(words);
  const maySend = words !== '' && gaps.length === 0 && !answer.isPending;
  const send = async () => {
    if (!maySend) return;
    const sent = { messageId: '', taskId: null as string | null };
    const work = async () => {
      const wish = { questionId: question.id, clientId: begun.clientId, text: words, scriptId };
      const { message, taskId } = await answer.mutateAsync(wish);
      Object.assign(sent, { messageId: message.id, taskId });
      drafts.delete(question.id);
      onDone();
    };
    try {
      await work();
    } catch {
      return; // The field shows why.
    }
    await undoable({
      key: 'inbox',
      work: async () => {},
      done: t(sent.taskId ? 'inbox.answeredByHand' : 'inbox.wasAnswered'),
      // What somebody carries over by hand may be said there already.
      ...(sent.taskId ? {} : { undo: () => recall.mutateAsync(sent.messageId) }),
    });
  };
  const onKey = (event: KeyboardEvent) => {
    if (field.onKey(event)) return;
    if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey) || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void send();
  };
  return (
    <div className="composer">
      <div className="composer-top s c2">
        <ScriptChips field={field} />
        <span className="voice ell">{voice && t('talk.voice', { name: voice })}</span>
      </div>
      {field.isOpen && (
        <ScriptPicker
          id={listId}
          scripts={field.fitting}
          suggested={field.suggested}
          at={field.at}
          onPick={field.pick}
        />
      )}
      <Input.TextArea
        className="composer-text"
        variant="borderless"
        value={text}
        maxLength={4000}
        autoSize={{ minRows: 2, maxRows: 8 }}
        aria-label={t('inbox.write')}
        aria-controls={field.isOpen ? listId : undefined}
        aria-activedescendant={field.isOpen && field.fitting.length > 0 ? `${listId}-${field.at}` : undefined}
        placeholder={t('scripts.write', { name: question.askedBy.name })}
        onChange={({ target }) => setText(target.value)}
        onKeyDown={onKey}
      />
      {gaps.length > 0 && (
        <p className="xs amber composer-problem" role="status">
          {t('scripts.gaps', { names: gaps.join(' ') })}
        </p>
      )}
      {answer.error && (
        <p className="xs red composer-problem" role="alert">
          {wordsOf(answer.error, t)}
        </p>
      )}
      <div className="composer-foot">
        <span className="xs c3 grow ell composer-hint">
          {group?.carrier === 'manual' ? t('talk.toHuman') : t('inbox.goesTo', { group: group?.name ?? '' })}
        </span>
        <Button type="primary" onClick={() => void send()} disabled={!maySend} loading={answer.isPending}>
          {t('talk.send')} <kbd className="onp">{isMac ? '⌘ ↵' : 'Ctrl ↵'}</kbd>
        </Button>
      </div>
    </div>
  );
}

const mostChips = 4;

/** The standard answers to questions like this one, then what is said most. */
function ScriptChips({ field }: { field: ReturnType<typeof useScriptField> }) {
  const t = useText();
  const answers = field.all.filter(({ id, kind }) => kind === 'answer' && !field.suggested.has(id));
  const shown: Script[] = [...field.like, ...answers].slice(0, mostChips);
  return (
    <span className="row grow scriptchips">
      <span className="nw">{t('scripts.title')}</span>
      {shown.map((script) => (
        <button
          key={script.id}
          type="button"
          className={field.suggested.has(script.id) ? 'chip on' : 'chip'}
          title={script.text}
          onClick={() => field.pick(script)}
        >
          {script.title}
        </button>
      ))}
      <span className="xs c3 nw">{t(field.all.length > 0 ? 'scripts.more' : 'scripts.noneYet')}</span>
    </span>
  );
}
