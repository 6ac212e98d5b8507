import { Input } from 'antd';
import type { PlaybookParameter } from '../data/playbooks.ts';

/** What a playbook asks of this community; what is left empty stays as the playbook has it. */
export function PlaybookParameters({ parameters, values, onChange }: PlaybookParametersProps) {
  return (
    <div className="parameters">
      {parameters.map(({ name, title, default: usual }) => (
        <div key={name}>
          <label className="xs c2" htmlFor={`parameter-${name}`}>
            {title}
          </label>
          <Input
            id={`parameter-${name}`}
            value={values[name] ?? ''}
            placeholder={String(usual)}
            maxLength={200}
            onChange={({ target }) => onChange({ ...values, [name]: target.value })}
          />
        </div>
      ))}
    </div>
  );
}

interface PlaybookParametersProps {
  parameters: readonly PlaybookParameter[];
  values: Readonly<Record<string, string>>;
  onChange: (values: Record<string, string>) => void;
}

/** The written values as the API takes them: numbers where the playbook wants numbers, the empty left out. */
export function givenParameters(
  parameters: readonly PlaybookParameter[],
  values: Readonly<Record<string, string>>,
): Record<string, string | number> {
  const given = parameters.flatMap(({ name, kind }) => {
    const text = values[name]?.trim() ?? '';
    if (text === '') return [];
    const number = Number(text);
    return [[name, kind === 'text' || Number.isNaN(number) ? text : number] as const];
  });
  return Object.fromEntries(given);
}
