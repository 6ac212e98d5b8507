// Planning the end of a season: first what it would take now, then its last day and the words that members hear before.
import { Alert, Button, Drawer, Form, Input } from 'antd';
import { useState } from 'react';
import { newKey } from '../../../../kit/api.ts';
import { formatCount } from '../../../../kit/format.ts';
import { useLanguage } from '../../../../kit/i18n.ts';
import { usePlanSeason, useSeasonTrial } from '../../../data/points.ts';
import type { SeasonTrial } from '../../../data/points.ts';
import { useHere } from '../../../data/session.ts';
import { Answer } from '../../../pieces/Answer.tsx';
import { useTellProblem } from '../../../pieces/problems.ts';
import { useText } from '../../../text.ts';
import { DayField } from '../../../pieces/pickers.tsx';

interface Fields {
  name: string;
  endsOn: string;
  words: string;
}

/** The form of a season to come. */
export function SeasonDrawer({ onClose }: { onClose: () => void }) {
  const t = useText();
  const { communityId } = useHere();
  const trial = useSeasonTrial(communityId);
  return (
    <Drawer open size={520} title={t('points.season.plan')} onClose={onClose}>
      <Answer query={trial} rows={6}>
        {(found) => <SeasonForm trial={found} onDone={onClose} />}
      </Answer>
    </Drawer>
  );
}

function SeasonForm({ trial, onDone }: { trial: SeasonTrial; onDone: () => void }) {
  const t = useText();
  const language = useLanguage();
  const { communityId } = useHere();
  const tellProblem = useTellProblem();
  const [form] = Form.useForm<Fields>();
  // The same season however often the button is pressed.
  const [id] = useState(newKey);
  const plan = usePlanSeason(communityId);
  const submit = async (fields: Fields) => {
    try {
      await plan.mutateAsync({ id, ...fields });
      onDone();
    } catch (problem) {
      tellProblem(problem, form);
    }
  };
  const taken = { people: formatCount(trial.people, language), points: formatCount(trial.points, language) };
  return (
    <Form<Fields>
      form={form}
      layout="vertical"
      initialValues={{ words: trial.words }}
      onFinish={(fields) => void submit(fields)}
    >
      <Alert
        className="seasontrial"
        title={t('points.season.trial', taken)}
        description={t('points.season.trialText')}
      />
      <Form.Item
        name="name"
        label={t('points.season.name')}
        rules={[{ required: true, whitespace: true, message: t('points.season.nameMissing') }]}
      >
        <Input maxLength={30} placeholder={t('points.season.nameExample')} autoFocus />
      </Form.Item>
      <Form.Item
        name="endsOn"
        label={t('points.season.lastDay')}
        rules={[{ required: true, message: t('points.season.dayMissing') }]}
      >
        <DayField min={trial.earliest} />
      </Form.Item>
      <Form.Item
        name="words"
        label={t('points.season.words')}
        extra={t('points.season.wordsText', { name: '{{name}}', day: '{{day}}' })}
        rules={[{ required: true, whitespace: true, message: t('points.season.wordsMissing') }]}
      >
        <Input.TextArea maxLength={500} autoSize={{ minRows: 3 }} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={plan.isPending}>
        {t('points.season.planIt')}
      </Button>
    </Form>
  );
}
