import { Select } from 'antd';
import { useState } from 'react';
import { usePeople } from '../../../data/people.ts';
import { useHere } from '../../../data/session.ts';

/** Picks people by a part of their name; what is chosen are their accounts. */
export function InviterPick({ label, value, onChange }: InviterPickProps) {
  const { communityId } = useHere();
  const [q, setQ] = useState('');
  const people = usePeople(communityId, { ...(q ? { q } : {}), limit: 20 });
  return (
    <Select
      mode="multiple"
      className="cond-wide"
      aria-label={label}
      showSearch={{ filterOption: false, onSearch: setQ }}
      value={value}
      options={people.data?.items.map(({ identityId, name }) => ({ value: identityId, label: name })) ?? []}
      onChange={onChange}
    />
  );
}

interface InviterPickProps {
  label: string;
  value: string[];
  onChange: (identityIds: string[]) => void;
}
