// Writing a script: its words with gaps that are filled when it is said, the letters that find it, and what it said before.
import { App, Button, Form, Input, Modal, Select, Switch } from 'antd';
import { scriptKinds, useChangeScripts, useScriptStory } from '../../data/scripts.ts';
import type { Script, ScriptStory, ScriptWords } from '../../data/scripts.ts';
import { useHere } from '../../data/session.ts';
import { Answer } from '../../pieces/Answer.tsx';
import { useTellProblem } from '../../pieces/problems.ts';
import { useWhen } from '../../pieces/when.ts';
import { useText } from '../../text.ts';

interface DialogProps {
  /** '' = a new one. */
  scriptId: string;
  kind: Script['kind'] | undefined;
  onClose: () => void;
}

interface Answers extends Omit<ScriptWords, 'asks'> {
  asks: string;
}

/** The form of a script, new or old. */
export function ScriptDialog({ scriptId, kind, onClose }: DialogProps) {
  const t = useText();
  const { communityId } = useHere();
  const story = useScriptStory(communityId, scriptId);
  const [form] = Form.useForm<Answers>();
  const change = useChangeScripts(communityId);
  const tellProblem = useTellProblem();
  const { message } = App.useApp();
  const finish = async (answers: Answers) => {
    const asks = answers.asks.split('\n').flatMap((line) => line.trim() || []);
    const words = { ...answers, asks };
    try {
      await (scriptId === ''
        ? change.mutateAsync({ how: 'create', words })
        : change.mutateAsync({ how: 'change', scriptId, version: story.data!.script.version, words }));
      void message.success(t('scripts.kept'));
      onClose();
    } catch (problem) {
      tellProblem(problem, form);
    }
  };
  const fields = (script: Partial<Script>) => (
    <Form
      form={form}
      layout="vertical"
      onFinish={(answers) => void finish(answers)}
      initialValues={{
        kind: script.kind ?? kind ?? 'answer',
        folder: script.folder ?? '',
        title: script.title ?? '',
        shortcut: script.shortcut ?? '',
        text: script.text ?? '',
        standard: script.standard ?? false,
        asks: script.asks?.join('\n') ?? '',
      }}
    >
      <Fields />
    </Form>
  );
  return (
    <Modal
      open
      width={640}
      title={t(scriptId === '' ? 'scripts.new' : 'scripts.change')}
      okText={t('common.save')}
      confirmLoading={change.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      {scriptId === '' ? (
        fields({})
      ) : (
        <Answer query={story}>
          {(found) => (
            <>
              {fields(found.script)}
              <Versions story={found} onTake={(text) => form.setFieldValue('text', text)} />
            </>
          )}
        </Answer>
      )}
    </Modal>
  );
}

function Fields() {
  const t = useText();
  const standard = Form.useWatch<boolean>('standard');
  return (
    <>
      <Form.Item name="title" label={t('scripts.name')} rules={[{ required: true, message: t('scripts.nameNeeded') }]}>
        <Input maxLength={40} autoFocus />
      </Form.Item>
      <Form.Item
        name="text"
        label={t('scripts.words')}
        extra={t('scripts.variables')}
        rules={[{ required: true, message: t('scripts.wordsNeeded') }]}
      >
        <Input.TextArea maxLength={2000} autoSize={{ minRows: 3, maxRows: 10 }} />
      </Form.Item>
      <div className="scriptgrid">
        <Form.Item name="kind" label={t('scripts.kinds')}>
          <Select options={scriptKinds.map((value) => ({ value, label: t(`scripts.kind.${value}`) }))} />
        </Form.Item>
        <Form.Item name="folder" label={t('scripts.folder')}>
          <Input maxLength={20} />
        </Form.Item>
        <Form.Item
          name="shortcut"
          label={t('scripts.shortcut')}
          rules={[{ pattern: /^[A-Za-z0-9]{0,12}$/, message: t('scripts.shortcutShape') }]}
        >
          <Input maxLength={12} prefix="/" />
        </Form.Item>
      </div>
      <Form.Item name="standard" label={t('scripts.standard')} extra={t('scripts.standardText')}>
        <Switch />
      </Form.Item>
      <Form.Item name="asks" label={t('scripts.asks')} extra={t('scripts.asksText')} hidden={!standard}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
    </>
  );
}

function Versions({ story, onTake }: { story: ScriptStory; onTake: (text: string) => void }) {
  const t = useText();
  const when = useWhen();
  if (story.versions.length === 0) return null;
  return (
    <section>
      <h3 className="lab">{t('scripts.before')}</h3>
      <ul>
        {story.versions.map(({ version, text, at }) => (
          <li key={version} className="scriptline">
            <div className="grow">
              <p className="words s c2">{text}</p>
              <span className="xs c3">{when.moment(at)}</span>
            </div>
            <Button size="small" onClick={() => onTake(text)}>
              {t('scripts.takeBack')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
