// Planning a check-in, or changing one: what it is called, where, when, what it gives; beside it what members will see.
import { Button, Form, Input, InputNumber, Radio, Select } from 'antd';
import type { FormInstance } from 'antd';
import { useNavigate, useParams } from 'react-router';
import { useCreateProgram, useProgram, useProgramAct } from '../../data/programs.ts';
import type { Program } from '../../data/programs.ts';
import { useGroups } from '../../data/groups.ts';
import { useHere } from '../../data/session.ts';
import { Answer } from '../../pieces/Answer.tsx';
import { EmptyState } from '../../pieces/EmptyState.tsx';
import { PageHead } from '../../pieces/PageHead.tsx';
import { useTellProblem } from '../../pieces/problems.ts';
import { useText } from '../../text.ts';
import { CheckInPreview } from './CheckInPreview.tsx';
import { answersOf, bodyOf, emptyAnswers, type Answers } from './form.ts';
import { DayField, TimeField } from '../../pieces/pickers.tsx';
import '../found/found.css';
import './programs.css';

/** Planning a new check-in. */
export function NewProgram() {
  const t = useText();
  const { communityId, can } = useHere();
  const navigate = useNavigate();
  const create = useCreateProgram(communityId);
  if (!can('programs.manage')) return <NotAllowed />;
  const send = async (answers: Answers) => {
    const made = await create.mutateAsync(bodyOf(answers));
    await navigate(`/c/${communityId}/programs/${made.id}`);
  };
  return (
    <>
      <PageHead title={t('programs.newTitle')} sub={t('programs.newSub')} />
      <PlanForm start={emptyAnswers} ok={t('programs.create')} back="programs" onSend={send} />
    </>
  );
}

/** Changing a check-in. */
export function EditProgram() {
  const { communityId, can } = useHere();
  const { programId = '' } = useParams();
  const program = useProgram(communityId, programId);
  if (!can('programs.manage')) return <NotAllowed />;
  return <Answer query={program}>{(found) => <Edit program={found} />}</Answer>;
}

function Edit({ program }: { program: Program }) {
  const t = useText();
  const { communityId } = useHere();
  const navigate = useNavigate();
  const act = useProgramAct(communityId, program.id);
  const back = `programs/${program.id}`;
  const send = async (answers: Answers) => {
    const { kind: _kind, ...body } = bodyOf(answers);
    await act.mutateAsync({ do: 'change', body });
    await navigate(`/c/${communityId}/${back}`);
  };
  return (
    <>
      <PageHead title={t('programs.editTitle', { name: program.name })} sub={t('programs.editSub')} />
      <PlanForm start={answersOf(program)} ok={t('common.save')} back={back} onSend={send} />
    </>
  );
}

function NotAllowed() {
  const t = useText();
  return <EmptyState kind="noPermission" title={t('problem.notAllowed')} text={t('problem.notAllowedText')} />;
}

interface PlanFormProps {
  start: Answers;
  ok: string;
  /** Where "not now" leads, below the community. */
  back: string;
  onSend: (answers: Answers) => Promise<void>;
}

function PlanForm({ start, ok, back, onSend }: PlanFormProps) {
  const t = useText();
  const { communityId } = useHere();
  const [form] = Form.useForm<Answers>();
  const watched = Form.useWatch([], form) as Partial<Answers> | undefined;
  const shown: Answers = { ...start, ...watched };
  const navigate = useNavigate();
  const tellProblem = useTellProblem();
  const finish = (answers: Answers) => onSend({ ...start, ...answers }).catch((error: unknown) => tellProblem(error));
  return (
    <div className="newprogram">
      <Form
        form={form}
        layout="vertical"
        initialValues={start}
        className="card cb"
        onFinish={(answers) => void finish(answers)}
      >
        <Form.Item
          name="name"
          label={t('programs.name')}
          rules={[{ required: true, whitespace: true, message: t('programs.nameNeeded') }]}
        >
          <Input maxLength={40} autoFocus placeholder={t('programs.nameExample')} />
        </Form.Item>
        <Where shown={shown} />
        <Form.Item name="words" label={t('programs.wordsLabel')} extra={t('programs.wordsHint')}>
          <Select mode="tags" open={false} suffixIcon={null} maxCount={10} tokenSeparators={[' ', '，', ',', '、']} />
        </Form.Item>
        <Hours shown={shown} form={form} />
        <Gives shown={shown} />
        <Span shown={shown} />
        <div className="row wrap">
          <Button type="primary" htmlType="submit">
            {ok}
          </Button>
          <Button onClick={() => void navigate(`/c/${communityId}/${back}`)}>{t('common.cancel')}</Button>
          <Effect shown={shown} />
        </div>
      </Form>
      <CheckInPreview shown={shown} />
    </div>
  );
}

function Where({ shown }: { shown: Answers }) {
  const t = useText();
  const { communityId } = useHere();
  const groups = useGroups(communityId, { limit: 200, sort: 'activity' });
  return (
    <>
      <Form.Item name="where" label={t('programs.where')}>
        <Radio.Group
          options={(['all', 'some'] as const).map((value) => ({ value, label: t(`programs.wheres.${value}`) }))}
        />
      </Form.Item>
      {shown.where === 'some' && (
        <Form.Item
          name="groupIds"
          rules={[{ required: true, type: 'array', min: 1, message: t('programs.groupsNeeded') }]}
        >
          <Select
            mode="multiple"
            aria-label={t('programs.group')}
            placeholder={t('programs.groupsChoose')}
            showSearch={{ optionFilterProp: 'label' }}
            options={(groups.data?.items ?? []).map(({ id, name, members }) => ({
              value: id,
              label: t('programs.groupOption', { name, count: members }),
            }))}
          />
        </Form.Item>
      )}
    </>
  );
}

function Hours({ shown, form }: { shown: Answers; form: FormInstance<Answers> }) {
  const t = useText();
  const isOverNight = shown.hours === 'window' && shown.to !== '00:00' && shown.to < shown.from;
  const differs = {
    validator: (_: unknown, to: string) =>
      to !== form.getFieldValue('from') ? Promise.resolve() : Promise.reject(new Error(t('programs.windowEmpty'))),
  };
  return (
    <>
      <Form.Item name="hours" label={t('programs.when')}>
        <Radio.Group
          options={(['all', 'window'] as const).map((value) => ({ value, label: t(`programs.hours.${value}`) }))}
        />
      </Form.Item>
      {shown.hours === 'window' && (
        <div className="pair">
          <Form.Item
            name="from"
            label={t('programs.from')}
            rules={[{ required: true, message: t('programs.timeNeeded') }]}
          >
            <TimeField />
          </Form.Item>
          <Form.Item
            name="to"
            label={t('programs.to')}
            dependencies={['from']}
            rules={[{ required: true, message: t('programs.timeNeeded') }, differs]}
            extra={isOverNight ? t('programs.overNightHint') : undefined}
          >
            <TimeField />
          </Form.Item>
        </div>
      )}
    </>
  );
}

function Gives({ shown }: { shown: Answers }) {
  const t = useText();
  const needed = [{ required: true, message: t('programs.numberNeeded') }];
  return (
    <div className="pair three">
      <Form.Item name="points" label={t('programs.pointsLabel')} rules={needed} extra={t('programs.pointsHint')}>
        <InputNumber min={0} max={10_000} precision={0} />
      </Form.Item>
      <Form.Item name="cardsPerMonth" label={t('programs.cardsLabel')} rules={needed} extra={t('programs.cardsHint')}>
        <InputNumber min={0} max={31} precision={0} />
      </Form.Item>
      <Form.Item
        name="withinDays"
        label={t('programs.withinLabel')}
        rules={needed}
        extra={t('programs.withinHint')}
        hidden={shown.cardsPerMonth === 0}
      >
        <InputNumber min={1} max={31} precision={0} />
      </Form.Item>
    </div>
  );
}

function Span({ shown }: { shown: Answers }) {
  const t = useText();
  const backwards = {
    validator: (_: unknown, endsOn: string) =>
      !endsOn || !shown.startsOn || endsOn >= shown.startsOn
        ? Promise.resolve()
        : Promise.reject(new Error(t('programs.endsTooEarly'))),
  };
  return (
    <div className="pair">
      <Form.Item name="startsOn" label={t('programs.startsOn')}>
        <DayField placeholder={t('programs.startsOnHint')} />
      </Form.Item>
      <Form.Item name="endsOn" label={t('programs.endsOn')} dependencies={['startsOn']} rules={[backwards]}>
        <DayField min={shown.startsOn || undefined} placeholder={t('programs.endsOnHint')} />
      </Form.Item>
    </div>
  );
}

/** Whom it reaches, before it is sent. */
function Effect({ shown }: { shown: Answers }) {
  const t = useText();
  const { communityId } = useHere();
  const groups = useGroups(communityId, { limit: 200, sort: 'activity' });
  const items = (groups.data?.items ?? []).filter(({ id }) => shown.where === 'all' || shown.groupIds.includes(id));
  if (items.length === 0) return null;
  const members = items.reduce((sum, group) => sum + group.members, 0);
  return <span className="xs c3">{t('programs.effect', { groups: items.length, members })}</span>;
}
