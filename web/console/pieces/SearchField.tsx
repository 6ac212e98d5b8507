import { Input } from 'antd';
import { useEffect, useState } from 'react';
import { Icon } from '../../kit/antd/Icon.tsx';

const settleMs = 300;

/** A search field that asks a moment after the last key, and at once on Enter. */
export function SearchField({
  value,
  label,
  width = 210,
  onSearch,
}: {
  value: string;
  label: string;
  width?: number | string;
  onSearch: (value: string) => void;
}) {
  const [{ typed, from }, setState] = useState({ typed: value, from: value });
  // The filter changed elsewhere (cleared, another view): what stands in the field follows, but not while it is being typed.
  if (from !== value) setState({ typed: typed.trim() === value ? typed : value, from: value });
  const setTyped = (next: string) => setState({ typed: next, from: value });
  useEffect(() => {
    if (typed.trim() === value) return;
    const timer = setTimeout(() => onSearch(typed.trim()), settleMs);
    return () => clearTimeout(timer);
  });
  return (
    <Input
      style={{ width }}
      prefix={<Icon name="search" size={15} />}
      placeholder={label}
      aria-label={label}
      allowClear
      maxLength={100}
      value={typed}
      onChange={({ target }) => setTyped(target.value)}
      onPressEnter={() => onSearch(typed.trim())}
    />
  );
}
