import { Button, Popover } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { Icon } from '../../../../kit/antd/Icon.tsx';
import { useGiveTag, useTags } from '../../../data/profiles.ts';
import type { Profile } from '../../../data/profiles.ts';
import { useHere } from '../../../data/session.ts';
import { useUndo } from '../../../pieces/useUndo.tsx';
import { useText } from '../../../text.ts';
import { draftOfTag } from '../segments/draft.ts';
import { TagForm } from './TagForm.tsx';
import type { ChosenTag } from './TagForm.tsx';

/** The tags of a person: each leads to everybody who has it, can be taken off, and new ones are put on. */
export function PersonTags({ personId, tags }: { personId: string; tags: Profile['tags'] }) {
  const t = useText();
  const { communityId, can } = useHere();
  const give = useGiveTag(communityId);
  const undoable = useUndo();
  const known = useTags(communityId).data?.items ?? [];
  const ruleOf = new Map(known.map(({ id, rule }) => [id, rule]));
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
            {tag.byRule && (
              <span className="xs c2">
                {t('profile.byRule', { segment: ruleOf.get(tag.tagId)?.segmentName ?? '' })}
              </span>
            )}
            {can('profiles.manage') && !tag.byRule && (
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
  const { communityId } = useHere();
  const give = useGiveTag(communityId);
  const [isOpen, setOpen] = useState(false);
  const put = async ({ name: _name, ...tag }: ChosenTag) => {
    await give.mutateAsync({ ...tag, personIds: [personId], on: true });
    setOpen(false);
  };
  return (
    <Popover
      trigger="click"
      placement="bottomLeft"
      open={isOpen}
      onOpenChange={setOpen}
      destroyOnHidden
      content={<TagForm without={has} onTag={put} />}
    >
      <Button size="small" type="dashed" icon={<Icon name="plus" size={13} />}>
        {t('profile.giveTag')}
      </Button>
    </Popover>
  );
}
