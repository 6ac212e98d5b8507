// Writing a guest down: who they are, where they are known, how the team came to know it, and what is private.
import { App, Button, Form, Input, InputNumber, Modal, Select } from 'antd';
import { Icon } from '../../../../kit/antd/Icon.tsx';
import { guestKinds, guestSources, useChangeGuests } from '../../../data/guests.ts';
import type { Guest, GuestWords } from '../../../data/guests.ts';
import { useHere } from '../../../data/session.ts';
import { useTellProblem } from '../../../pieces/problems.ts';
import { useText } from '../../../text.ts';
import { MemberField } from './MemberField.tsx';

interface Fields extends Omit<GuestWords, 'platforms' | 'identityId' | 'contact' | 'fee'> {
  platforms: { place: string; name: string; followers?: number | null; asOf?: string | null }[];
  identityId?: string | undefined;
  contact?: string;
  fee?: string;
}

/** The form of a guest, new or old. */
export function GuestDialog({ guest, onClose }: { guest?: Guest; onClose: () => void }) {
  const t = useText();
  const { communityId } = useHere();
  const { message } = App.useApp();
  const tellProblem = useTellProblem();
  const change = useChangeGuests(communityId);
  const [form] = Form.useForm<Fields>();
  const submit = async (fields: Fields) => {
    const words = readWords(fields, guest);
    try {
      const answer = await (guest
        ? change.mutateAsync({ how: 'change', guestId: guest.id, version: guest.version, words })
        : change.mutateAsync({ how: 'create', words }));
      const alike = (answer as { alike?: { name: string }[] }).alike ?? [];
      void (alike.length > 0
        ? message.warning(t('guests.alike', { name: alike[0]!.name }), 8)
        : message.success(t('guests.kept')));
      onClose();
    } catch (problem) {
      tellProblem(problem, form);
    }
  };
  return (
    <Modal
      open
      width={620}
      title={guest ? t('guests.editTitle', { name: guest.name }) : t('guests.new')}
      okText={t('common.save')}
      cancelText={t('common.cancel')}
      confirmLoading={change.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form<Fields>
        form={form}
        layout="vertical"
        initialValues={{
          name: guest?.name ?? '',
          kind: guest?.kind ?? 'speaker',
          field: guest?.field ?? '',
          intro: guest?.intro ?? '',
          platforms: guest?.platforms ?? [],
          source: guest?.source,
          sourceNote: guest?.sourceNote ?? '',
          promises: guest?.promises ?? '',
          identityId: guest?.identityId ?? undefined,
        }}
        onFinish={(fields) => void submit(fields)}
      >
        <Who />
        <PlatformFields />
        <Source />
        <Private guest={guest} />
        <Form.Item name="identityId" label={t('guests.member')}>
          <MemberField />
        </Form.Item>
      </Form>
    </Modal>
  );
}

/** What is private is sent only when something new was written: who may not read it replaces it, or leaves it. */
function readWords({ contact, fee, platforms, identityId, ...rest }: Fields, guest: Guest | undefined): GuestWords {
  const today = new Date().toISOString().slice(0, 10);
  const asOf = (one: Fields['platforms'][number]) => {
    const before = guest?.platforms.find(({ place, name }) => place === one.place && name === one.name);
    if (one.followers === null || one.followers === undefined) return null;
    return before?.followers === one.followers ? before.asOf : today;
  };
  return {
    ...rest,
    platforms: platforms.map((one) => ({
      place: one.place,
      name: one.name,
      followers: one.followers ?? null,
      asOf: asOf(one),
    })),
    identityId: identityId ?? null,
    ...(contact ? { contact } : {}),
    ...(fee ? { fee } : {}),
  };
}

function Who() {
  const t = useText();
  return (
    <>
      <div className="guest-two">
        <Form.Item name="name" label={t('guests.name')} rules={[{ required: true, message: t('guests.nameNeeded') }]}>
          <Input maxLength={60} autoFocus />
        </Form.Item>
        <Form.Item name="kind" label={t('guests.kindIs')}>
          <Select options={guestKinds.map((value) => ({ value, label: t(`guests.kind.${value}`) }))} />
        </Form.Item>
      </div>
      <Form.Item name="field" label={t('guests.fieldIs')}>
        <Input maxLength={40} placeholder={t('guests.fieldExample')} />
      </Form.Item>
      <Form.Item name="intro" label={t('guests.intro')}>
        <Input.TextArea maxLength={1000} autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
    </>
  );
}

function PlatformFields() {
  const t = useText();
  const needed = [{ required: true, message: '' }];
  return (
    <Form.List name="platforms">
      {(rows, { add, remove }) => (
        <fieldset className="guest-platforms">
          <legend className="lab">{t('guests.platforms')}</legend>
          {rows.map(({ key, name }) => (
            <div key={key} className="row">
              <Form.Item name={[name, 'place']} rules={needed} noStyle>
                <Input maxLength={20} aria-label={t('guests.place')} placeholder={t('guests.place')} />
              </Form.Item>
              <Form.Item name={[name, 'name']} rules={needed} noStyle>
                <Input maxLength={60} aria-label={t('guests.account')} placeholder={t('guests.account')} />
              </Form.Item>
              <Form.Item name={[name, 'followers']} noStyle>
                <InputNumber
                  min={0}
                  precision={0}
                  aria-label={t('guests.followersAre')}
                  placeholder={t('guests.followersAre')}
                />
              </Form.Item>
              <Button
                type="text"
                icon={<Icon name="close" />}
                aria-label={t('guests.dropPlatform')}
                onClick={() => remove(name)}
              />
            </div>
          ))}
          {rows.length < 10 && (
            <Button size="small" onClick={() => add({ place: '', name: '' })}>
              {t('guests.addPlatform')}
            </Button>
          )}
        </fieldset>
      )}
    </Form.List>
  );
}

function Source() {
  const t = useText();
  return (
    <>
      <Form.Item name="promises" label={t('guests.promises')}>
        <Input.TextArea
          maxLength={1000}
          autoSize={{ minRows: 1, maxRows: 6 }}
          placeholder={t('guests.promisesExample')}
        />
      </Form.Item>
      <div className="guest-two">
        <Form.Item
          name="source"
          label={t('guests.sourceIs')}
          rules={[{ required: true, message: t('guests.sourceNeeded') }]}
          extra={t('guests.sourceText')}
        >
          <Select options={guestSources.map((value) => ({ value, label: t(`guests.source.${value}`) }))} />
        </Form.Item>
        <Form.Item name="sourceNote" label={t('guests.sourceNote')}>
          <Input maxLength={200} />
        </Form.Item>
      </div>
    </>
  );
}

function Private({ guest }: { guest: Guest | undefined }) {
  const t = useText();
  return (
    <fieldset className="guest-private">
      <legend className="lab">{t('guests.private')}</legend>
      <p className="xs c3">{t(guest?.hasPrivate ? 'guests.privateReplace' : 'guests.privateText')}</p>
      <Form.Item name="contact" label={t('guests.contact')}>
        <Input.TextArea maxLength={400} autoSize={{ minRows: 1, maxRows: 4 }} />
      </Form.Item>
      <Form.Item name="fee" label={t('guests.fee')}>
        <Input.TextArea maxLength={400} autoSize={{ minRows: 1, maxRows: 4 }} />
      </Form.Item>
    </fieldset>
  );
}
