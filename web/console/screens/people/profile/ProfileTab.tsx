// What the team knows of one person: tags to put on and take off, fields to fill in, notes. Private things only when somebody asks.
import { Button, DatePicker, Input, InputNumber, Select } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { Icon } from '../../../../kit/antd/Icon.tsx';
import { useProfile, useReadPrivate, useSetField } from '../../../data/profiles.ts';
import type { FieldValue, Profile } from '../../../data/profiles.ts';
import { useHere } from '../../../data/session.ts';
import { Answer } from '../../../pieces/Answer.tsx';
import { useTellProblem } from '../../../pieces/problems.ts';
import { useText } from '../../../text.ts';
import { Notes } from './Notes.tsx';
import { PersonTags } from './PersonTags.tsx';
import './profile.css';

type ShownField = Profile['fields'][number];

/** The tab of the drawer. */
export function ProfileTab({ personId }: { personId: string }) {
  const { communityId, can } = useHere();
  const profile = useProfile(communityId, personId);
  return (
    <div className="person">
      <Answer query={profile}>
        {(found) => (
          <>
            <PersonTags personId={personId} tags={found.tags} />
            <Fields personId={personId} fields={found.fields} />
          </>
        )}
      </Answer>
      {can('people.private') && <Notes personId={personId} />}
    </div>
  );
}

function Fields({ personId, fields }: { personId: string; fields: ShownField[] }) {
  const t = useText();
  const { communityId, can } = useHere();
  const read = useReadPrivate(communityId, personId);
  const tellProblem = useTellProblem();
  const [shown, setShown] = useState<ReadonlyMap<string, FieldValue>>();
  const masked = fields.some((field) => field.masked) && shown === undefined;
  const look = () =>
    read
      .mutateAsync(undefined)
      .then(({ fields: values }) => setShown(new Map(values.map(({ id, value }) => [id, value]))))
      .catch(tellProblem);
  return (
    <section>
      <h3 className="lab">{t('profile.fields')}</h3>
      {fields.length === 0 && <p className="s c3">{t('profile.noFields')}</p>}
      <dl className="facts">
        {fields.map((field) => (
          <div key={field.id} style={{ display: 'contents' }}>
            <dt>{field.name}</dt>
            <dd>
              <FieldLine
                personId={personId}
                field={field.masked && shown ? { ...field, value: shown.get(field.id) ?? null, masked: false } : field}
                onSet={(value) => setShown((before) => before && new Map(before).set(field.id, value))}
              />
            </dd>
          </div>
        ))}
      </dl>
      {masked && can('people.private') && (
        <Button size="small" loading={read.isPending} onClick={() => void look()}>
          {t('profile.showPrivate')}
        </Button>
      )}
    </section>
  );
}

interface LineProps {
  personId: string;
  field: ShownField;
  onSet: (value: FieldValue) => void;
}

function FieldLine({ personId, field, onSet }: LineProps) {
  const t = useText();
  const { communityId, can } = useHere();
  const set = useSetField(communityId, personId);
  const tellProblem = useTellProblem();
  const [isOpen, setOpen] = useState(false);
  const mayWrite = can('profiles.manage') && !field.masked && (!field.private || can('people.private'));
  const keep = (value: FieldValue) =>
    set
      .mutateAsync({ fieldId: field.id, value })
      .then(() => {
        onSet(value);
        setOpen(false);
      })
      .catch(tellProblem);
  if (isOpen) return <FieldInput field={field} onKeep={(value) => void keep(value)} onClose={() => setOpen(false)} />;
  const words = field.masked ? t('profile.masked') : wordsOf(field);
  if (!mayWrite) return <span className={words ? 'words' : 'c3'}>{words || t('profile.unknown')}</span>;
  return (
    <button
      type="button"
      className={words ? 'fieldline words' : 'fieldline c3'}
      aria-label={t('profile.setField', { name: field.name, value: words || t('profile.unknown') })}
      onClick={() => setOpen(true)}
    >
      {words || t('profile.unknown')}
    </button>
  );
}

function wordsOf({ kind, value, options }: ShownField): string {
  if (value === null) return '';
  return kind === 'choice' ? (options.find(({ number }) => number === value)?.name ?? '') : String(value);
}

interface InputProps {
  field: ShownField;
  onKeep: (value: FieldValue) => void;
  onClose: () => void;
}

function FieldInput({ field, onKeep, onClose }: InputProps) {
  const t = useText();
  const [value, setValue] = useState<FieldValue>(field.value);
  const shared = { autoFocus: true, 'aria-label': field.name, size: 'small' as const };
  const keep = () => onKeep(typeof value === 'string' && value.trim() === '' ? null : value);
  return (
    <form
      className="row fieldinput"
      onSubmit={(event) => {
        event.preventDefault();
        keep();
      }}
      onKeyDown={({ key }) => {
        if (key === 'Escape') onClose();
      }}
    >
      {field.kind === 'text' && (
        <Input {...shared} maxLength={200} value={value ?? ''} onChange={({ target }) => setValue(target.value)} />
      )}
      {field.kind === 'number' && (
        <InputNumber {...shared} value={value as number | null} onChange={(next) => setValue(next)} />
      )}
      {field.kind === 'date' && (
        <DatePicker
          {...shared}
          value={typeof value === 'string' ? dayjs(value) : null}
          onChange={(day) => setValue(day ? day.format('YYYY-MM-DD') : null)}
        />
      )}
      {field.kind === 'choice' && (
        <Select<number>
          {...shared}
          allowClear
          popupMatchSelectWidth={false}
          style={{ minWidth: 120 }}
          value={value as number}
          options={field.options.map(({ number, name }) => ({ value: number, label: name }))}
          onChange={(next) => setValue(next ?? null)}
        />
      )}
      <Button size="small" htmlType="submit">
        {t('common.save')}
      </Button>
      <Button
        size="small"
        type="text"
        icon={<Icon name="close" size={13} />}
        aria-label={t('common.cancel')}
        onClick={onClose}
      />
    </form>
  );
}
