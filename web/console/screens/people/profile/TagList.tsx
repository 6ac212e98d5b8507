import { Button, Input, Typography } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { Icon } from '../../../../kit/antd/Icon.tsx';
import { formatCount } from '../../../../kit/format.ts';
import { useLanguage } from '../../../../kit/i18n.ts';
import { useChangeTag, useCreateTag, useTags } from '../../../data/profiles.ts';
import type { Tag } from '../../../data/profiles.ts';
import { useHere } from '../../../data/session.ts';
import { Answer } from '../../../pieces/Answer.tsx';
import { EmptyState } from '../../../pieces/EmptyState.tsx';
import { useTellProblem } from '../../../pieces/problems.ts';
import { useUndo } from '../../../pieces/useUndo.tsx';
import { useText } from '../../../text.ts';
import { draftOfTag } from '../segments/draft.ts';
import { TagRule } from './TagRule.tsx';

/** The tags of the community. */
export function TagList() {
  const t = useText();
  const { communityId, can } = useHere();
  const tags = useTags(communityId);
  return (
    <section className="card" aria-label={t('profile.tags')}>
      <div className="ch">
        <h2>{t('profile.tags')}</h2>
      </div>
      {can('profiles.manage') && <NewTag />}
      <Answer query={tags} rows={4}>
        {({ items }) =>
          items.length > 0 ? (
            <ul>
              {items.map((tag) => (
                <TagLine key={tag.id} tag={tag} />
              ))}
            </ul>
          ) : (
            <EmptyState kind="nothing" title={t('profile.noTagsYet')} text={t('profile.noTagsYetText')} />
          )
        }
      </Answer>
    </section>
  );
}

function NewTag() {
  const t = useText();
  const { communityId } = useHere();
  const create = useCreateTag(communityId);
  const tellProblem = useTellProblem();
  const [name, setName] = useState('');
  return (
    <form
      className="row cb"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') create.mutateAsync(name.trim()).then(() => setName(''), tellProblem);
      }}
    >
      <Input
        aria-label={t('profile.tagName')}
        placeholder={t('profile.tagName')}
        maxLength={20}
        value={name}
        onChange={({ target }) => setName(target.value)}
      />
      <Button htmlType="submit" disabled={name.trim() === ''} loading={create.isPending}>
        {t('profile.makeTag')}
      </Button>
    </form>
  );
}

function TagLine({ tag }: { tag: Tag }) {
  const t = useText();
  const language = useLanguage();
  const { communityId, can } = useHere();
  const change = useChangeTag(communityId);
  const undoable = useUndo();
  const tellProblem = useTellProblem();
  const putAway = () =>
    undoable({
      key: `tag ${tag.id}`,
      work: () => change.mutateAsync({ id: tag.id, gone: true }),
      done: t('profile.tagGone', { name: tag.name }),
      undo: () => change.mutateAsync({ id: tag.id, gone: false }),
    });
  const rename = (name: string) => {
    if (name.trim() !== '' && name.trim() !== tag.name)
      change.mutateAsync({ id: tag.id, name: name.trim() }).catch(tellProblem);
  };
  const text = t('profile.rename', { name: tag.name });
  return (
    <li>
      <Typography.Text
        className="grow"
        editable={
          can('profiles.manage') ? { onChange: rename, maxLength: 20, tooltip: text, triggerType: ['icon'] } : false
        }
      >
        {tag.name}
      </Typography.Text>
      <Link
        className="link s"
        to={`/c/${communityId}/people?view=segments&def=${encodeURIComponent(JSON.stringify(draftOfTag(tag.id)))}`}
      >
        {t('profile.people', { count: tag.people, shown: formatCount(tag.people, language) })}
      </Link>
      <TagRule tag={tag} />
      {can('profiles.manage') && (
        <button
          type="button"
          className="tb"
          aria-label={t('profile.putAway', { name: tag.name })}
          onClick={() => void putAway()}
        >
          <Icon name="close" size={14} />
        </button>
      )}
    </li>
  );
}
