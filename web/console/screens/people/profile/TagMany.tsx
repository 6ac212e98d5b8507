import { App, Button, Popover } from 'antd';
import { useState } from 'react';
import { Icon } from '../../../../kit/antd/Icon.tsx';
import { useGiveMany, useTakeMany } from '../../../data/profiles.ts';
import type { Whom } from '../../../data/profiles.ts';
import { useHere } from '../../../data/session.ts';
import { useTellProblem } from '../../../pieces/problems.ts';
import { useOffer } from '../../../pieces/useOffer.tsx';
import { useText } from '../../../text.ts';
import { TagForm } from './TagForm.tsx';
import type { ChosenTag } from './TagForm.tsx';

interface TagManyProps {
  whom: Whom;
  label: string;
  disabled?: boolean;
}

/** Puts a tag on many people at once; taking that back leaves alone who had it before. */
export function TagMany({ whom, label, disabled = false }: TagManyProps) {
  const t = useText();
  const { communityId } = useHere();
  const { message } = App.useApp();
  const { offer } = useOffer();
  const give = useGiveMany(communityId);
  const take = useTakeMany(communityId);
  const tellProblem = useTellProblem();
  const [isOpen, setOpen] = useState(false);
  const put = async ({ name, ...tag }: ChosenTag) => {
    const { people, givenAt } = await give.mutateAsync({ ...tag, whom });
    setOpen(false);
    if (people === 0) {
      void message.info(t('people.taggedNobody', { name }));
      return;
    }
    const back = () =>
      take.mutateAsync({ tagId: tag.tagId, whom: { givenAt } }).then(() => message.success(t('common.undone')));
    offer({
      name: 'tag many',
      done: t('people.tagged', { name, count: people }),
      label: t('common.undo'),
      act: () => void back().catch(tellProblem),
    });
  };
  return (
    <Popover
      trigger="click"
      placement="bottom"
      open={isOpen}
      onOpenChange={(open) => setOpen(open && !disabled)}
      destroyOnHidden
      content={<TagForm onTag={put} />}
    >
      <Button icon={<Icon name="plus" size={14} />} disabled={disabled} data-key="tag-many">
        {label}
      </Button>
    </Popover>
  );
}

/** Takes a tag off some people; taking that back gives it to those who had it, until the day they had it for. */
export function UntagMany({ personIds, label }: { personIds: string[]; label: string }) {
  const t = useText();
  const { communityId } = useHere();
  const { message } = App.useApp();
  const { offer } = useOffer();
  const give = useGiveMany(communityId);
  const take = useTakeMany(communityId);
  const tellProblem = useTellProblem();
  const [isOpen, setOpen] = useState(false);
  const takeOff = async ({ tagId, name }: ChosenTag) => {
    const { people, had } = await take.mutateAsync({ tagId, whom: { personIds } });
    setOpen(false);
    if (people === 0) {
      void message.info(t('people.untaggedNobody', { name }));
      return;
    }
    const back = async () => {
      for (const expiresOn of new Set(had.map((one) => one.expiresOn))) {
        const some = had.filter((one) => one.expiresOn === expiresOn);
        await give.mutateAsync({ tagId, whom: { personIds: some.map(({ personId }) => personId) }, expiresOn });
      }
      void message.success(t('common.undone'));
    };
    offer({
      name: 'tag many',
      done: t('people.untagged', { name, count: people }),
      label: t('common.undo'),
      act: () => void back().catch(tellProblem),
    });
  };
  return (
    <Popover
      trigger="click"
      placement="bottom"
      open={isOpen}
      onOpenChange={setOpen}
      destroyOnHidden
      content={<TagForm isTaking onTag={takeOff} />}
    >
      <Button>{label}</Button>
    </Popover>
  );
}
