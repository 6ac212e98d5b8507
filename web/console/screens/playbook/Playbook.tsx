// The running framework as one file: take it out, read it as text, bring one in; before anything is written, every change
// is shown. Built-in playbooks can be laid over a running community the same way.
import { App, Button, Input, Upload } from 'antd';
import { useState } from 'react';
import { Icon } from '../../../kit/antd/Icon.tsx';
import { useApplyPlaybook, usePlaybook, usePlaybooks, usePreviewPlaybook } from '../../data/playbooks.ts';
import type { PlaybookCard, PlaybookParameter, PlaybookPlan } from '../../data/playbooks.ts';
import { useHere } from '../../data/session.ts';
import { Answer } from '../../pieces/Answer.tsx';
import { CommunityNav } from '../../pieces/CommunityNav.tsx';
import { PageHead } from '../../pieces/PageHead.tsx';
import { givenParameters, PlaybookParameters } from '../../pieces/PlaybookParameters.tsx';
import { useTellProblem } from '../../pieces/problems.ts';
import { useText } from '../../text.ts';
import './playbook.css';

const mostBytes = 256 * 1024;

/** Playbooks: out, in, and the built-in ones. */
export function Playbook() {
  const t = useText();
  const { communityId, can } = useHere();
  const [file, setFile] = useState('');
  const [asked, setAsked] = useState<readonly PlaybookParameter[]>([]);
  const preview = usePreviewPlaybook(communityId);
  const may = can('communities.manage');
  const takeIn = (text: string, parameters: readonly PlaybookParameter[] = []) => {
    setFile(text);
    setAsked(parameters);
    preview.reset();
  };
  return (
    <>
      <PageHead
        title={t('groups.title')}
        nav={<CommunityNav on="playbook" />}
        actions={
          <Button
            icon={<Icon name="download" />}
            href={`/api/communities/${communityId}/playbook`}
            download="playbook.yaml"
          >
            {t('playbook.export')}
          </Button>
        }
      />
      <div className="playbook">
        {may && (
          <TakeIn
            key={asked.map(({ name }) => name).join()}
            file={file}
            asked={asked}
            onFile={takeIn}
            preview={preview}
          />
        )}
        <BuiltIn onUse={may ? takeIn : undefined} />
      </div>
    </>
  );
}

interface TakeInProps {
  file: string;
  /** What a built-in playbook asks, with its questions; of a pasted one only the names are known, after the preview. */
  asked: readonly PlaybookParameter[];
  onFile: (file: string) => void;
  preview: ReturnType<typeof usePreviewPlaybook>;
}

function TakeIn({ file, asked, onFile, preview }: TakeInProps) {
  const t = useText();
  const { communityId } = useHere();
  const { message } = App.useApp();
  const apply = useApplyPlaybook(communityId);
  const [answers, setAnswers] = useState<Record<string, string>>({});
  const parameters = asked.length > 0 ? asked : parametersOf(preview.data);
  const wish = { file, parameters: givenParameters(parameters, answers) };
  const look = () => void preview.mutateAsync(wish).catch(tellProblem);
  const isNewAnswer =
    preview.data && Object.entries(wish.parameters).some(([name, value]) => preview.data.parameters[name] !== value);
  const tellProblem = useTellProblem();
  const choose = (picked: File) => {
    if (picked.size > mostBytes) void message.error(t('playbook.tooLarge'));
    else void picked.text().then((text) => onFile(text));
    return false;
  };
  const play = async () => {
    try {
      await apply.mutateAsync(wish);
      void message.success(t('playbook.applied'));
      onFile('');
    } catch (error) {
      tellProblem(error);
    }
  };
  return (
    <section className="card" aria-label={t('playbook.import')}>
      <div className="ch">
        <h2>{t('playbook.import')}</h2>
        <span className="cnt">{t('playbook.importSub')}</span>
        <Upload accept=".yaml,.yml,text/yaml" showUploadList={false} beforeUpload={choose} className="more">
          <Button size="small" icon={<Icon name="upload" size={14} />}>
            {t('playbook.choose')}
          </Button>
        </Upload>
      </div>
      <div className="cb">
        <Input.TextArea
          className="yaml"
          value={file}
          spellCheck={false}
          aria-label={t('playbook.text')}
          placeholder={t('playbook.paste')}
          autoSize={{ minRows: 6, maxRows: 18 }}
          onChange={({ target }) => onFile(target.value)}
        />
        {parameters.length > 0 && (
          <>
            <p className="xs c3 parameters-hint">{t('found.parametersHint')}</p>
            <PlaybookParameters parameters={parameters} values={answers} onChange={setAnswers} />
          </>
        )}
        {preview.data && <Plan plan={preview.data} />}
        <div className="row" style={{ marginTop: 12 }}>
          {preview.data && !isNewAnswer ? (
            <Button type="primary" loading={apply.isPending} onClick={() => void play()}>
              {t('playbook.apply')}
            </Button>
          ) : (
            <Button type="primary" disabled={file.trim() === ''} loading={preview.isPending} onClick={look}>
              {t('playbook.preview')}
            </Button>
          )}
          <span className="xs c3">{t('playbook.safe')}</span>
        </div>
      </div>
    </section>
  );
}

/** What a file asks, as far as its preview tells: names and what holds now. */
function parametersOf(plan: PlaybookPlan | undefined): PlaybookParameter[] {
  return Object.entries(plan?.parameters ?? {}).map(([name, value]) => ({
    name,
    title: name,
    kind: typeof value === 'number' ? 'number' : 'text',
    default: value,
  }));
}

function Plan({ plan }: { plan: PlaybookPlan }) {
  const t = useText();
  return (
    <div className="plan" role="status">
      <h3 className="h2">{t('playbook.plan', { title: plan.title })}</h3>
      {plan.sections.map((section) => (
        <section key={section.name}>
          <div className="s">
            <b>{section.title}</b> {!section.playable && <span className="c3">{section.note}</span>}
          </div>
          <ul className="s">
            {section.changes.map((change, index) => (
              <li key={index}>
                <span className={`tag ${{ create: 'j', change: 'a', keep: '' }[change.action]}`}>
                  {t(`playbook.${change.action}`)}
                </span>
                <span className="words">{change.text}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

type OnUse = ((file: string, parameters: readonly PlaybookParameter[]) => void) | undefined;

function BuiltIn({ onUse }: { onUse: OnUse }) {
  const t = useText();
  const playbooks = usePlaybooks();
  return (
    <section className="card" aria-label={t('playbook.builtIn')}>
      <div className="ch">
        <h2>{t('playbook.builtIn')}</h2>
        <span className="cnt">{t('playbook.builtInSub')}</span>
      </div>
      <Answer query={playbooks}>
        {({ items }) => (
          <ul className="kinds-list">
            {[...items]
              .sort((one, other) => Number(other.full) - Number(one.full))
              .map((kind) => (
                <KindRow key={kind.id} kind={kind} onUse={onUse} />
              ))}
          </ul>
        )}
      </Answer>
    </section>
  );
}

function KindRow({ kind, onUse }: { kind: PlaybookCard; onUse: OnUse }) {
  const t = useText();
  const [open, setOpen] = useState(false);
  const detail = usePlaybook(kind.id, open);
  return (
    <li>
      <div className="row">
        <b className="grow">{kind.name}</b>
        <span className={kind.full ? 'tag g' : 'tag o'}>{t(kind.full ? 'found.playbook' : 'playbook.notYet')}</span>
      </div>
      <p className="s c2">{kind.description}</p>
      <p className="s c3">{t('playbook.watch', { what: kind.watch })}</p>
      {kind.full && (
        <div className="row">
          <Button size="small" onClick={() => setOpen(!open)} aria-expanded={open}>
            {t(open ? 'playbook.hide' : 'playbook.look')}
          </Button>
          {open && detail.data?.file && onUse && (
            <Button size="small" type="link" onClick={() => onUse(detail.data.file ?? '', detail.data.parameters)}>
              {t('playbook.use')}
            </Button>
          )}
        </div>
      )}
      {open && (
        <Answer query={detail} rows={3}>
          {(found) => (
            <ul className="sections s">
              {found.sections.map((section) => (
                <li key={section.name}>
                  <Icon name={section.playable ? 'check' : 'clock'} size={14} />
                  <span>
                    {section.title} {section.note && <span className="c3">{section.note}</span>}
                  </span>
                </li>
              ))}
            </ul>
          )}
        </Answer>
      )}
    </li>
  );
}
