import { Button, DatePicker, Popover, Select } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { Icon } from '../../../../kit/antd/Icon.tsx';
import { useCreateTag, useGiveTag, useTags } from '../../../data/profiles.ts';
import type { Profile } from '../../../data/profiles.ts';
import { useHere } from '../../../data/session.ts';
import { useTellProblem } from '../../../pieces/problems.ts';
import { useUndo } from '../../../pieces/useUndo.tsx';
import { useText } from '../../../text.ts';
import { draftOfTag } from '../segments/draft.ts';

/** The tags of a person: each leads to everybody who has it, can be taken off, and new ones are put on. */
export function PersonTags({ personId, tags }: { personId: string; tags: Profile['tags'] }) {
  const t = useText();
  const { communityId, can } = useHere();
  const give = useGiveTag(communityId);
  const undoable = useUndo();
  const take = ({ tagId, name, expiresOn }: Profile['tags'][number]) =>
    undoable({
      key: `tag ${tagId}`,
      work: () => give.mutateAsync({ tagId, personIds: [personId], on: false }),
      done: t('profile.tagTaken', { name }),
      undo: () =>
        give.mutateAsync({ tagId, personIds: [personId], on: true, ...(expiresOn === null ? {} : { expiresOn }) }),
    });
  return (
    <section>
      <h3 className="lab">{t('profile.tags')}</h3>
      <div className="row wrap persontags">
        {tags.map((tag) => (
          <span key={tag.tagId} className="tag persontag">
            <Link
              to={`/c/${communityId}/people?view=segments&def=${encodeURIComponent(JSON.stringify(draftOfTag(tag.tagId)))}`}
            >
              {tag.name}
            </Link>
            {tag.expiresOn !== null && <span className="xs c2">{t('profile.until', { day: tag.expiresOn })}</span>}
            {can('profiles.manage') && (
              <button
                type="button"
                aria-label={t('profile.takeTag', { name: tag.name })}
                onClick={() => void take(tag)}
              >
                <Icon name="close" size={11} />
              </button>
            )}
          </span>
        ))}
        {tags.length === 0 && !can('profiles.manage') && <span className="s c3">{t('profile.noTags')}</span>}
        {can('profiles.manage') && <GiveTag personId={personId} has={tags.map(({ tagId }) => tagId)} />}
      </div>
    </section>
  );
}

function GiveTag({ personId, has }: { personId: string; has: readonly string[] }) {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover
      trigger="click"
      placement="bottomLeft"
      open={isOpen}
      onOpenChange={setOpen}
      destroyOnHidden
      content={<GiveForm personId={personId} has={has} onDone={() => setOpen(false)} />}
    >
      <Button size="small" type="dashed" icon={<Icon name="plus" size={13} />}>
        {t('profile.giveTag')}
      </Button>
    </Popover>
  );
}

function GiveForm({ personId, has, onDone }: { personId: string; has: readonly string[]; onDone: () => void }) {
  const t = useText();
  const { communityId } = useHere();
  const tags = useTags(communityId);
  const create = useCreateTag(communityId);
  const give = useGiveTag(communityId);
  const tellProblem = useTellProblem();
  const [q, setQ] = useState('');
  const [day, setDay] = useState<string>();
  const typed = q.trim();
  const free = tags.data?.items.filter(({ id }) => !has.includes(id)) ?? [];
  const isNew = typed !== '' && !tags.data?.items.some(({ name }) => name.toLowerCase() === typed.toLowerCase());
  const put = async (value: string) => {
    try {
      const tagId = value === 'new' ? (await create.mutateAsync(typed)).id : value;
      await give.mutateAsync({ tagId, personIds: [personId], on: true, ...(day ? { expiresOn: day } : {}) });
      onDone();
    } catch (error) {
      tellProblem(error);
    }
  };
  return (
    <div className="givetag">
      <Select<string>
        autoFocus
        style={{ width: 220 }}
        aria-label={t('profile.whichTag')}
        placeholder={t('profile.whichTag')}
        showSearch={{ onSearch: setQ, optionFilterProp: 'label' }}
        loading={create.isPending || give.isPending}
        notFoundContent={t('profile.noSuchTag')}
        options={[
          ...free.map(({ id, name }) => ({ value: id, label: name })),
          ...(isNew ? [{ value: 'new', label: t('profile.newTag', { name: typed }) }] : []),
        ]}
        onSelect={(value) => void put(value)}
      />
      <DatePicker
        style={{ width: 220 }}
        aria-label={t('profile.lastDay')}
        placeholder={t('profile.lastDay')}
        onChange={(next) => setDay(next ? next.format('YYYY-MM-DD') : undefined)}
      />
      <p className="xs c3">{t('profile.lastDayText')}</p>
    </div>
  );
}
