import { Select } from 'antd';
import { useGroups } from '../../data/groups.ts';
import { useHere } from '../../data/session.ts';
import { useText } from '../../text.ts';

/** Narrows to one group; `only` = the groups that can be chosen. */
export function GroupSelect({ value, only, width = 190, onChange }: GroupSelectProps) {
  const t = useText();
  const { communityId } = useHere();
  const groups = useGroups(communityId, { limit: 200, sort: 'activity' });
  const items = (groups.data?.items ?? []).filter(({ id }) => !only || only.includes(id));
  return (
    <Select
      allowClear
      style={{ width, maxWidth: '100%' }}
      placeholder={t('programs.everyGroup')}
      aria-label={t('programs.group')}
      value={value ?? null}
      loading={groups.isPending}
      showSearch={{ optionFilterProp: 'label' }}
      options={items.map(({ id, name }) => ({ value: id, label: name }))}
      onChange={(group: string | undefined) => onChange(group)}
    />
  );
}

interface GroupSelectProps {
  value: string | undefined;
  only?: readonly string[] | undefined;
  width?: number;
  onChange: (groupId: string | undefined) => void;
}
