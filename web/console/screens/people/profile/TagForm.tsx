import { DatePicker, Select } from 'antd';
import { useState } from 'react';
import { useCreateTag, useTags } from '../../../data/profiles.ts';
import { useHere } from '../../../data/session.ts';
import { useTellProblem } from '../../../pieces/problems.ts';
import { useText } from '../../../text.ts';

/** A tag that was chosen, with its last day. */
export interface ChosenTag {
  tagId: string;
  name: string;
  expiresOn?: string;
}

interface TagFormProps {
  /** Tags that are not offered. */
  without?: readonly string[];
  /** Only tags that there are, and no last day: for taking off. */
  isTaking?: boolean;
  onTag: (tag: ChosenTag) => Promise<unknown>;
}

/** Chooses a tag, new ones too, and until when it holds. */
export function TagForm({ without = [], isTaking = false, onTag }: TagFormProps) {
  const t = useText();
  const { communityId } = useHere();
  const tags = useTags(communityId);
  const create = useCreateTag(communityId);
  const tellProblem = useTellProblem();
  const [q, setQ] = useState('');
  const [day, setDay] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const typed = q.trim();
  const free = tags.data?.items.filter(({ id }) => !without.includes(id)) ?? [];
  const isNew =
    !isTaking && typed !== '' && !tags.data?.items.some(({ name }) => name.toLowerCase() === typed.toLowerCase());
  const choose = async (value: string) => {
    setBusy(true);
    try {
      const { id, name } = value === 'new' ? await create.mutateAsync(typed) : free.find((tag) => tag.id === value)!;
      await onTag({ tagId: id, name, ...(day ? { expiresOn: day } : {}) });
    } catch (error) {
      tellProblem(error);
    }
    setBusy(false);
  };
  return (
    <div className="givetag">
      <Select<string>
        autoFocus
        style={{ width: 220 }}
        aria-label={t('profile.whichTag')}
        placeholder={t('profile.whichTag')}
        showSearch={{ onSearch: setQ, optionFilterProp: 'label' }}
        loading={isBusy}
        disabled={isBusy}
        notFoundContent={t('profile.noSuchTag')}
        options={[
          ...free.map(({ id, name }) => ({ value: id, label: name })),
          ...(isNew ? [{ value: 'new', label: t('profile.newTag', { name: typed }) }] : []),
        ]}
        onSelect={(value) => void choose(value)}
      />
      {!isTaking && (
        <>
          <DatePicker
            style={{ width: 220 }}
            aria-label={t('profile.lastDay')}
            placeholder={t('profile.lastDay')}
            onChange={(next) => setDay(next ? next.format('YYYY-MM-DD') : undefined)}
          />
          <p className="xs c3">{t('profile.lastDayText')}</p>
        </>
      )}
    </div>
  );
}
