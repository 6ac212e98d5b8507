import { Select } from 'antd';
import { useState } from 'react';
import { usePeople } from '../../../data/people.ts';
import { useHere } from '../../../data/session.ts';
import { useText } from '../../../text.ts';

/** Chooses a member by a part of their name; the form item fills both. */
export function MemberField({ value, onChange, id }: MemberFieldProps) {
  const t = useText();
  const { communityId } = useHere();
  const [q, setQ] = useState('');
  const found = usePeople(communityId, { ...(q ? { q } : {}), limit: 20 });
  const options = (found.data?.items ?? []).map(({ identityId, name }) => ({ value: identityId, label: name }));
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      allowClear
      showSearch={{ filterOption: false, onSearch: setQ }}
      placeholder={t('guests.memberNone')}
      loading={found.isFetching}
      value={value ?? null}
      options={
        value && !options.some((one) => one.value === value)
          ? [{ value, label: t('guests.memberLinked') }, ...options]
          : options
      }
      onChange={(next: string | null | undefined) => onChange?.(next ?? undefined)}
    />
  );
}

interface MemberFieldProps {
  value?: string;
  onChange?: (identityId: string | undefined) => void;
  id?: string;
}
