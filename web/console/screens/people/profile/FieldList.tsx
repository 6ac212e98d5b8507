import { Button, Checkbox, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { Icon } from '../../../../kit/antd/Icon.tsx';
import { useFields, useSaveField, useSetFieldGone } from '../../../data/profiles.ts';
import type { Field, FieldWish } from '../../../data/profiles.ts';
import { useHere } from '../../../data/session.ts';
import { Answer } from '../../../pieces/Answer.tsx';
import { EmptyState } from '../../../pieces/EmptyState.tsx';
import { useTellProblem } from '../../../pieces/problems.ts';
import { useUndo } from '../../../pieces/useUndo.tsx';
import { useText } from '../../../text.ts';

const kinds = ['text', 'number', 'date', 'choice'] as const;

/** The fields of the community. */
export function FieldList() {
  const t = useText();
  const { communityId, can } = useHere();
  const fields = useFields(communityId);
  const [open, setOpen] = useState<Field | 'new'>();
  const may = can('profiles.define');
  return (
    <section className="card" aria-label={t('profile.fields')}>
      <div className="ch">
        <h2>{t('profile.fields')}</h2>
        {may && (
          <Button size="small" className="more" icon={<Icon name="plus" size={13} />} onClick={() => setOpen('new')}>
            {t('profile.newField')}
          </Button>
        )}
      </div>
      <Answer query={fields} rows={4}>
        {({ items }) =>
          items.length > 0 ? (
            <ul>
              {items.map((field) => (
                <FieldRow key={field.id} field={field} {...(may ? { onEdit: () => setOpen(field) } : {})} />
              ))}
            </ul>
          ) : (
            <EmptyState kind="nothing" title={t('profile.noFieldsYet')} text={t('profile.noFieldsYetText')} />
          )
        }
      </Answer>
      {open && <FieldBox field={open === 'new' ? undefined : open} onClose={() => setOpen(undefined)} />}
    </section>
  );
}

function FieldRow({ field, onEdit }: { field: Field; onEdit?: () => void }) {
  const t = useText();
  const { communityId } = useHere();
  const setGone = useSetFieldGone(communityId);
  const undoable = useUndo();
  const putAway = () =>
    undoable({
      key: `field ${field.id}`,
      work: () => setGone.mutateAsync({ id: field.id, gone: true }),
      done: t('profile.fieldGone', { name: field.name }),
      undo: () => setGone.mutateAsync({ id: field.id, gone: false }),
    });
  return (
    <li>
      <span className="grow">
        <b>{field.name}</b>{' '}
        <span className="xs c3">
          {t(`profile.kind.${field.kind}`)}
          {field.kind === 'choice' && ` · ${field.options.map(({ name }) => name).join(t('pulse.comma'))}`}
        </span>
      </span>
      {field.private && <span className="tag o">{t('profile.private')}</span>}
      {onEdit && (
        <>
          <Button size="small" onClick={onEdit} aria-label={t('profile.editField', { name: field.name })}>
            {t('profile.edit')}
          </Button>
          <button
            type="button"
            className="tb"
            aria-label={t('profile.putAway', { name: field.name })}
            onClick={() => void putAway()}
          >
            <Icon name="close" size={14} />
          </button>
        </>
      )}
    </li>
  );
}

function FieldBox({ field, onClose }: { field: Field | undefined; onClose: () => void }) {
  const t = useText();
  const { communityId } = useHere();
  const save = useSaveField(communityId);
  const tellProblem = useTellProblem();
  const [form] = Form.useForm<FieldWish>();
  const kind = Form.useWatch('kind', form) ?? field?.kind ?? 'text';
  const keep = async () => {
    const wish = await form.validateFields();
    const options = kind === 'choice' ? (wish.options ?? []) : [];
    await save
      .mutateAsync({ ...wish, private: wish.private ?? false, options, ...(field ? { id: field.id } : {}) })
      .then(onClose, (error: unknown) => tellProblem(error, form));
  };
  return (
    <Modal
      open
      title={t(field ? 'profile.editField' : 'profile.newField', { name: field?.name })}
      okText={t('common.save')}
      cancelText={t('common.cancel')}
      confirmLoading={save.isPending}
      onOk={() => void keep()}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        initialValues={field ?? { kind: 'text', private: false, options: [{ name: '' }] }}
        onFinish={() => void keep()}
      >
        <Form.Item
          name="name"
          label={t('profile.fieldName')}
          rules={[{ required: true, message: t('profile.needName') }]}
        >
          <Input autoFocus maxLength={20} placeholder={t('profile.fieldNameHint')} />
        </Form.Item>
        <Form.Item name="kind" label={t('profile.fieldKind')}>
          <Select
            disabled={field !== undefined}
            options={kinds.map((value) => ({ value, label: t(`profile.kind.${value}`) }))}
          />
        </Form.Item>
        {kind === 'choice' && <Options />}
        <Form.Item name="private" valuePropName="checked" extra={t('profile.privateText')}>
          <Checkbox>{t('profile.private')}</Checkbox>
        </Form.Item>
      </Form>
    </Modal>
  );
}

function Options() {
  const t = useText();
  return (
    <Form.List name="options">
      {(items, { add, remove }) => (
        <Form.Item label={t('profile.options')}>
          <div className="optionlist">
            {items.map((item, at) => (
              <div className="row" key={item.key}>
                <Form.Item
                  noStyle
                  name={[item.name, 'name']}
                  rules={[{ required: true, message: t('profile.needOption') }]}
                >
                  <Input maxLength={30} aria-label={t('profile.option', { position: at + 1 })} />
                </Form.Item>
                <Button
                  type="text"
                  icon={<Icon name="close" size={13} />}
                  aria-label={t('profile.dropOption', { position: at + 1 })}
                  onClick={() => remove(item.name)}
                />
              </div>
            ))}
            <Button type="dashed" size="small" onClick={() => add({ name: '' })}>
              {t('profile.addOption')}
            </Button>
          </div>
        </Form.Item>
      )}
    </Form.List>
  );
}
