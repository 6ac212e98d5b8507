import { App, Button, Dropdown, Modal, Popover, Select } from 'antd';
import { useState } from 'react';
import { Icon } from '../../../../kit/antd/Icon.tsx';
import { useTagRule } from '../../../data/profiles.ts';
import type { Tag } from '../../../data/profiles.ts';
import { useSegments } from '../../../data/segments.ts';
import { useHere } from '../../../data/session.ts';
import { useTellProblem } from '../../../pieces/problems.ts';
import { useWhen } from '../../../pieces/when.ts';
import { useText } from '../../../text.ts';

const ruleText = {
  follows: 'profile.ruleOf',
  segment_gone: 'profile.ruleRests',
  asks_itself: 'profile.ruleAsksItself',
} as const;

/** The rule of a tag: everybody in a saved segment has it until they leave. */
export function TagRule({ tag }: { tag: Tag }) {
  const t = useText();
  const when = useWhen();
  const { communityId, can } = useHere();
  const { message } = App.useApp();
  const act = useTagRule(communityId);
  const tellProblem = useTellProblem();
  const [isEnding, setEnding] = useState(false);
  const { rule } = tag;
  if (!rule) return can('profiles.manage') ? <NewRule tag={tag} /> : null;
  const follow = () =>
    act
      .mutateAsync({ tagId: tag.id, now: true })
      .then(({ given = 0, taken = 0 }) => message.success(t('profile.ruleFollowed', { given, taken })))
      .catch(tellProblem);
  const end = (given: 'keep' | 'take') =>
    act.mutateAsync({ tagId: tag.id, given }).then(() => setEnding(false), tellProblem);
  return (
    <span className="row wrap tagrule">
      <span className="xs c2">
        {t(ruleText[rule.rests ?? 'follows'], { segment: rule.segmentName })}
        {rule.followedAt && !rule.rests && <> · {when.moment(rule.followedAt)}</>}
      </span>
      {can('profiles.manage') && (
        <Dropdown
          trigger={['click']}
          menu={{
            items: [
              { key: 'now', label: t('profile.ruleNow'), disabled: rule.rests !== null },
              { key: 'end', label: t('profile.ruleEnd') },
            ],
            onClick: ({ key }) => void (key === 'now' ? follow() : setEnding(true)),
          }}
        >
          <Button
            type="text"
            size="small"
            loading={act.isPending}
            icon={<Icon name="more" size={14} />}
            aria-label={t('profile.ruleMore', { name: tag.name })}
          />
        </Dropdown>
      )}
      {isEnding && (
        <Modal
          open
          title={t('profile.ruleEndTitle', { name: tag.name })}
          onCancel={() => setEnding(false)}
          footer={
            <div className="row wrap ruleend">
              <Button onClick={() => setEnding(false)}>{t('common.cancel')}</Button>
              <Button loading={act.isPending} onClick={() => void end('take')}>
                {t('profile.ruleEndTake')}
              </Button>
              <Button type="primary" loading={act.isPending} onClick={() => void end('keep')}>
                {t('profile.ruleEndKeep')}
              </Button>
            </div>
          }
        >
          {t('profile.ruleEndText')}
        </Modal>
      )}
    </span>
  );
}

function NewRule({ tag }: { tag: Tag }) {
  const t = useText();
  const { communityId } = useHere();
  const { message } = App.useApp();
  const [isOpen, setOpen] = useState(false);
  const segments = useSegments(communityId);
  const act = useTagRule(communityId);
  const tellProblem = useTellProblem();
  const choose = (segmentId: string) =>
    act
      .mutateAsync({ tagId: tag.id, segmentId })
      .then(({ given = 0 }) => message.success(t('profile.ruleMade', { count: given })))
      .then(() => setOpen(false), tellProblem);
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      open={isOpen}
      onOpenChange={setOpen}
      destroyOnHidden
      content={
        <div className="givetag">
          <Select<string>
            autoFocus
            style={{ width: 240 }}
            aria-label={t('profile.ruleSegment')}
            placeholder={t('profile.ruleSegment')}
            showSearch={{ optionFilterProp: 'label' }}
            loading={act.isPending || segments.isPending}
            disabled={act.isPending}
            notFoundContent={t('segments.none')}
            options={segments.data?.items
              .filter(({ hidden }) => !hidden)
              .map(({ id, name }) => ({ value: id, label: name }))}
            onSelect={(segmentId) => void choose(segmentId)}
          />
          <p className="xs c3 ruletext">{t('profile.ruleText')}</p>
        </div>
      }
    >
      <Button type="text" size="small" aria-label={t('profile.ruleNew', { rule: t('profile.rule'), name: tag.name })}>
        {t('profile.rule')}
      </Button>
    </Popover>
  );
}
