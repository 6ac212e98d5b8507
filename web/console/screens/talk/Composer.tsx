// Speaking with the community's official voice: text, reply, mention, picture, announcement. Enter sends, Shift+Enter
// breaks the line; while a Chinese input method is choosing, Enter belongs to it.
import { App, Button, Mentions } from 'antd';
import { useId, useState } from 'react';
import type { ClipboardEvent, KeyboardEvent } from 'react';
import { Icon } from '../../../kit/antd/Icon.tsx';
import { useCommunity } from '../../data/communities.ts';
import type { Group } from '../../data/groups.ts';
import { uploadPicture } from '../../data/messages.ts';
import type { Message, Saying } from '../../data/messages.ts';
import { useMembers } from '../../data/people.ts';
import { useHere } from '../../data/session.ts';
import { useTellProblem } from '../../pieces/problems.ts';
import { findGaps } from '../../pieces/scripts/script-search.ts';
import { ScriptPicker } from '../../pieces/scripts/ScriptPicker.tsx';
import { useScriptField } from '../../pieces/scripts/useScriptField.ts';
import { PromotionBar } from '../../pieces/promotions/PromotionBar.tsx';
import { useText } from '../../text.ts';

const longest = 4000;
const pictureBytes = 12 * 1024 * 1024;

interface ComposerProps {
  group: Group;
  replyTo: Message | undefined;
  onReplyDone: () => void;
  onSay: (words: Omit<Saying, 'clientId'>) => void;
}

/** The composer of the official voice. */
export function Composer({ group, replyTo, onReplyDone, onSay }: ComposerProps) {
  const t = useText();
  const { communityId, can } = useHere();
  const voice = useCommunity(communityId).data?.official.name ?? '';
  const [text, setText] = useState('');
  const [announcing, setAnnouncing] = useState(false);
  const [promoting, setPromoting] = useState(false);
  const mention = useMentions(group, text);
  const listId = useId();
  const to = { groupId: group.id, identityId: replyTo?.author.identityId, lazy: true };
  const field = useScriptField(to, { text, setText });
  const gaps = findGaps(text);
  // What is not called a promotion may still be found to be one.
  const promotion = promoting ? { promotion: true } : {};
  const picture = usePicture(communityId, (pictureId) => {
    onSay({ kind: 'image', pictureId, ...promotion, ...(replyTo ? { replyTo: replyTo.id } : {}) });
    onReplyDone();
  });
  const send = () => {
    const words = text.trim();
    if (words === '' || gaps.length > 0) return;
    onSay({
      kind: announcing ? 'announcement' : 'text',
      text: words,
      ...promotion,
      ...(replyTo ? { replyTo: replyTo.id } : {}),
      ...(mention.ids.length > 0 ? { mentions: mention.ids } : {}),
    });
    setText('');
    setAnnouncing(false);
    setPromoting(false);
    onReplyDone();
  };
  const onKey = (event: KeyboardEvent) => {
    if (field.onKey(event)) return;
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing || mention.isChoosing()) return;
    event.preventDefault();
    send();
  };
  return (
    <div className={announcing ? 'composer announcing' : 'composer'} onPaste={picture.onPaste}>
      <div className="composer-top s">
        <button
          type="button"
          className={announcing ? 'chip' : 'chip on'}
          aria-pressed={!announcing}
          onClick={() => setAnnouncing(false)}
        >
          {t('talk.plain')}
        </button>
        <button
          type="button"
          className={announcing ? 'chip on' : 'chip'}
          aria-pressed={announcing}
          onClick={() => setAnnouncing(true)}
        >
          {t('talk.announce')}
        </button>
        <button
          type="button"
          className={promoting ? 'chip on' : 'chip'}
          aria-pressed={promoting}
          onClick={() => setPromoting(!promoting)}
        >
          {t('promo.thisIs')}
        </button>
        <span className="voice c2 ell">{voice && t('talk.voice', { name: voice })}</span>
      </div>
      {replyTo && <ReplyQuote message={replyTo} onDone={onReplyDone} />}
      {field.isOpen && (
        <ScriptPicker
          id={listId}
          scripts={field.fitting}
          suggested={field.suggested}
          at={field.at}
          onPick={field.pick}
        />
      )}
      <Mentions
        className="composer-text"
        variant="borderless"
        value={text}
        maxLength={longest}
        autoSize={{ minRows: 2, maxRows: 8 }}
        aria-label={t(announcing ? 'talk.announce' : 'talk.write')}
        aria-controls={field.isOpen ? listId : undefined}
        aria-activedescendant={field.isOpen && field.fitting.length > 0 ? `${listId}-${field.at}` : undefined}
        placeholder={t(announcing ? 'talk.announceHint' : 'talk.write')}
        options={mention.options}
        onSelect={mention.onSelect}
        onSearch={mention.onSearch}
        onChange={setText}
        onKeyDown={onKey}
        placement="top"
      />
      {gaps.length > 0 && (
        <p className="xs amber composer-problem" role="status">
          {t('scripts.gaps', { names: gaps.join(' ') })}
        </p>
      )}
      {promoting && <PromotionBar groupId={group.id} />}
      <div className="composer-foot">
        <Tools
          onPicture={(file) => void picture.send(file)}
          onMention={() => setText((before) => withMark(before, '@'))}
          onScript={can('scripts.read') ? () => setText((before) => withMark(before, '/')) : undefined}
        />
        <span className="xs c3 grow ell">{t(hintOf(group))}</span>
        <Button type="primary" onClick={send} disabled={text.trim() === '' || gaps.length > 0} loading={picture.busy}>
          {t(announcing ? 'talk.sendAnnouncement' : 'talk.send')}
        </Button>
      </div>
    </div>
  );
}

function withMark(text: string, mark: '@' | '/'): string {
  return `${text}${text === '' || text.endsWith(' ') ? '' : ' '}${mark}`;
}

function hintOf(group: Group): 'talk.toHuman' | 'talk.mutedAll' | 'talk.keys' {
  if (group.carrier === 'manual') return 'talk.toHuman';
  return group.mutedAll ? 'talk.mutedAll' : 'talk.keys';
}

function Tools({ onPicture, onMention, onScript }: ToolsProps) {
  const t = useText();
  const choose = (field: HTMLInputElement) => {
    if (field.files?.[0]) onPicture(field.files[0]);
    field.value = '';
  };
  return (
    <>
      <label className="tb" aria-label={t('talk.sendPicture')}>
        <Icon name="picture" size={18} />
        <input type="file" className="sr" accept="image/*" onChange={({ target }) => choose(target)} />
      </label>
      <button type="button" className="tb" aria-label={t('talk.mentionSomeone')} onClick={onMention}>
        <Icon name="at" size={18} />
      </button>
      {onScript && (
        <button type="button" className="tb" aria-label={t('scripts.pick')} onClick={onScript}>
          <Icon name="talk" size={18} />
        </button>
      )}
    </>
  );
}

interface ToolsProps {
  onPicture: (file: File) => void;
  onMention: () => void;
  /** Absent for who may not see the library. */
  onScript: (() => void) | undefined;
}

function ReplyQuote({ message, onDone }: { message: Message; onDone: () => void }) {
  const t = useText();
  return (
    <div className="quote row">
      <span className="grow ell">
        {t('talk.replying', { name: message.author.name, text: message.text || t('talk.picture') })}
      </span>
      <button type="button" className="tb" onClick={onDone} aria-label={t('talk.noReply')}>
        <Icon name="close" size={14} />
      </button>
    </div>
  );
}

/** Names to call behind an @, and who is called by the text as it stands. */
function useMentions(group: Group, text: string) {
  const t = useText();
  const { communityId } = useHere();
  const [q, setQ] = useState<string>();
  const [picked, setPicked] = useState<{ id: string; name: string }[]>([]);
  const members = useMembers(communityId, group.id, { limit: 20, ...(q ? { q } : {}) });
  const all = { value: t('talk.everyone'), key: 'all', label: t('talk.everyone') };
  const options = [
    all,
    ...(members.data?.items ?? [])
      .filter(({ kind }) => kind === 'member')
      .map(({ identityId, name }) => ({ value: name, key: identityId, label: name })),
  ];
  return {
    options,
    ids: [...new Set(picked.filter(({ name }) => text.includes(`@${name}`)).map(({ id }) => id))],
    onSearch: (typed: string) => setQ(typed.trim()),
    onSelect: ({ value }: { value?: string }) => {
      const chosen = options.find((option) => option.value === value);
      if (chosen) setPicked((before) => [...before, { id: chosen.key, name: chosen.value }]);
    },
    isChoosing: () => document.querySelector('.ant-mentions-dropdown:not(.ant-mentions-dropdown-hidden)') !== null,
  };
}

function usePicture(communityId: string, onStored: (pictureId: string) => void) {
  const t = useText();
  const { message } = App.useApp();
  const tellProblem = useTellProblem();
  const [busy, setBusy] = useState(false);
  const send = async (file: File) => {
    if (file.size > pictureBytes) return void message.error(t('talk.pictureTooLarge'));
    setBusy(true);
    try {
      onStored((await uploadPicture(communityId, file)).id);
    } catch (error) {
      tellProblem(error);
    } finally {
      setBusy(false);
    }
  };
  const onPaste = (event: ClipboardEvent) => {
    const file = [...event.clipboardData.files].find(({ type }) => type.startsWith('image/'));
    if (!file) return;
    event.preventDefault();
    void send(file);
  };
  return { busy, send, onPaste };
}
